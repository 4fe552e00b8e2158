import { LEVELS, type Level } from '#shared/domain/levels';
import { SHARE_HISTORIES, SHARE_PURPOSES, type SharePurpose } from '#shared/domain/sharing';
import { useText } from '#i18n';
import { RadioGroup, Select } from '#ui';

type Strict = {
  readonly purpose: SharePurpose;
  readonly level: Level | 'purpose';
};

type History = (typeof SHARE_HISTORIES)[number];

type Props = {
  readonly choice: Strict & { readonly history?: History };
  readonly onChange: (change: Partial<Strict> & { readonly history?: History }) => void;
};

/** For what, how strict, and how far back where that is asked. */
export function Strictness({ choice: { purpose, level, history }, onChange }: Props) {
  const t = useText();
  return (
    <>
      <RadioGroup
        label={t('bundles.purpose')}
        value={purpose}
        onChange={(chosen) => {
          onChange({ purpose: chosen });
        }}
        options={SHARE_PURPOSES.map((id) => ({
          id,
          label: t(`bundles.purpose.${id}`),
          note: t(`bundles.purpose.${id}.how`),
        }))}
      />
      <Select
        label={t('bundles.level')}
        placeholder={t('bundles.level')}
        value={level}
        onChange={(chosen) => {
          onChange({ level: chosen });
        }}
        options={(['purpose', ...LEVELS] as const).map((id) => ({
          id,
          label: t(`bundles.level.${id}`),
        }))}
      />
      {history !== undefined && (
        <RadioGroup
          label={t('bundles.history')}
          value={history}
          onChange={(chosen) => {
            onChange({ history: chosen });
          }}
          options={SHARE_HISTORIES.map((id) => ({ id, label: t(`bundles.history.${id}`) }))}
        />
      )}
    </>
  );
}
