import { useText } from '#i18n';
import { termOf, usePack } from '../forms';

/** What a type of document is called; as it came where the pack does not know it. */
export function useDocumentTypes(): (code: string | undefined) => string {
  const t = useText();
  const pack = usePack();
  return (code = '') =>
    code === '' ? t('documents.type.none') : termOf(pack, 'document', 'type', code);
}
