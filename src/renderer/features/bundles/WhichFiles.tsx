import { useText } from '#i18n';
import { RadioGroup } from '#ui';
import type { Choice } from './choice';
import { SubjectPicker } from './SubjectPicker';

type Files = Pick<Choice, 'files' | 'documents'>;

type Props = {
  readonly choice: Files;
  readonly onChange: (change: Partial<Files> & Pick<Choice, 'without'>) => void;
};

const FILES = ['all', 'some', 'none'] as const;
const KINDS = ['document'] as const;

/** Files of which documents: of all, of those that are named, of none. */
export function WhichFiles({ choice: { files, documents }, onChange }: Props) {
  const t = useText();
  return (
    <>
      <RadioGroup
        label={t('bundles.files')}
        isInline
        value={files}
        onChange={(chosen) => {
          onChange({ files: chosen, without: new Map() });
        }}
        options={FILES.map((id) => ({ id, label: t(`bundles.files.${id}`) }))}
      />
      {files === 'some' && (
        <SubjectPicker
          kinds={KINDS}
          label={t('bundles.document')}
          picked={documents}
          onChange={(chosen) => {
            onChange({ documents: chosen, without: new Map() });
          }}
        />
      )}
    </>
  );
}
