import { useQuery } from '@tanstack/react-query';
import { useText } from '#i18n';
import { vaultQuery } from '#renderer/app/queries';

/** Why nothing can be changed, for a button; undefined where it can. */
export function useOff(): string | undefined {
  const t = useText();
  const { data } = useQuery(vaultQuery);
  return data?.isReadOnly === true ? t('settings.readOnly') : undefined;
}
