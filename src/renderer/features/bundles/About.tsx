import { useText } from '#i18n';
import { RadioGroup } from '#ui';
import type { Choice } from './choice';
import { SubjectPicker } from './SubjectPicker';

type About = Pick<Choice, 'subjects'>;

type Props = {
  readonly choice: About;
  readonly onChange: (change: About & Pick<Choice, 'without'>) => void;
};

const ABOUT = ['all', 'some'] as const;
const KINDS = ['person', 'case'] as const;

/** Of whom: of everybody, or of some persons and cases. */
export function About({ choice: { subjects }, onChange }: Props) {
  const t = useText();
  const change = (now: Choice['subjects']): void => {
    onChange({ subjects: now, without: new Map() });
  };
  return (
    <>
      <RadioGroup
        label={t('bundles.about')}
        value={subjects === undefined ? 'all' : 'some'}
        onChange={(about) => {
          change(about === 'all' ? undefined : []);
        }}
        options={ABOUT.map((id) => ({
          id,
          label: t(`bundles.about.${id}`),
          note: t(`bundles.about.${id}.how`),
        }))}
      />
      {subjects !== undefined && (
        <SubjectPicker
          kinds={KINDS}
          label={t('bundles.subject')}
          picked={subjects}
          onChange={change}
        />
      )}
    </>
  );
}
