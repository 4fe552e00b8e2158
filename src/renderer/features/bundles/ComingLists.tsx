import type { RecordId } from '#shared/domain/ids';
import { ASKED_FIRST } from '#shared/domain/sharing';
import { Name, T, useText } from '#i18n';
import { rihai, value } from '#renderer/app/bridge';
import { CodedError } from '#renderer/app/parts';
import { Button, Checkbox, RadioGroup, SheetRow, SheetSection, text } from '#ui';
import { useLabel } from '../history/use-label';
import css from './Bundles.module.css';
import { isTaken, type Deciding } from './deciding';
import { TravelValue, useFieldWord, useKindWord } from './FieldLine';
import type { Coming, Waiting } from './model';
import { MoreRow } from './MoreRow';
import { useMore } from './use-more';

type Labels = Readonly<Record<string, string>>;

/** One value that would be another: ours struck out where theirs would stand, both where both stay. */
function ComingValue({
  kind,
  field,
  labels,
}: {
  readonly kind: string;
  readonly field: Coming['fields'][number];
  readonly labels: Labels;
}) {
  const { path, what, ours, theirs } = field;
  const shown = { kind, path, labels };
  if (what === 'new') return <TravelValue {...shown} value={theirs} />;
  if (what === 'update')
    return (
      <>
        <del className={css.was}>
          <TravelValue {...shown} value={ours} />
        </del>{' '}
        <TravelValue {...shown} value={theirs} />
      </>
    );
  return (
    <span className={css.conflict}>
      <T
        id="bundles.both"
        values={{
          ours: <TravelValue {...shown} value={ours} />,
          theirs: <TravelValue {...shown} value={theirs} />,
        }}
      />
    </span>
  );
}

type RowProps = {
  readonly row: Coming;
  readonly isOn: boolean;
  readonly onToggle: (id: RecordId) => void;
};

/** One record that a bundle brings or changes. */
function ComingRow({ row, isOn, onToggle }: RowProps) {
  const kindWord = useKindWord();
  const fieldWord = useFieldWord();
  const labelOf = useLabel();
  return (
    <SheetRow>
      <Checkbox
        isSelected={isOn}
        onChange={() => {
          onToggle(row.id);
        }}
      >
        <Name className={text.name}>{labelOf(row.kind, row.label)}</Name>{' '}
        <span className={text.quiet}>{kindWord(row.kind)}</span>{' '}
        {row.isNew && (
          <span className={text.quiet}>
            <T id="bundles.new" />
          </span>
        )}
      </Checkbox>
      <dl className={css.values}>
        {row.fields.map((field) => (
          <div key={field.path} style={{ display: 'contents' }}>
            <dt>{fieldWord(row.kind, field.path)}</dt>
            <dd>
              <ComingValue kind={row.kind} field={field} labels={row.labels} />
            </dd>
          </div>
        ))}
      </dl>
    </SheetRow>
  );
}

type ListProps = {
  readonly bundle: Waiting;
  readonly deciding: Deciding;
  readonly onToggle: (id: RecordId) => void;
  readonly onAll: (from: Deciding['from']) => void;
};

/** Every record that would be new or another, to be taken or left. */
export function ComingRecords({ bundle: { bundle }, deciding, onToggle, onAll }: ListProps) {
  const { data, error, ...more } = useMore(['bundles', 'coming', bundle], (page) =>
    value(rihai.bundles.coming({ bundle, ...page })),
  );
  if (error !== null) return <CodedError error={error} />;
  if (data === undefined) return null;
  return (
    <section>
      <SheetSection
        title={<T id="bundles.coming" />}
        note={data.total}
        end={
          data.total > 0 && (
            <span className={css.acts}>
              {(['all', 'none'] as const).map((from) => (
                <Button
                  key={from}
                  kind="quiet"
                  onPress={() => {
                    onAll(from);
                  }}
                >
                  <T id={`bundles.coming.${from}`} />
                </Button>
              ))}
            </span>
          )
        }
      />
      {data.total === 0 && (
        <SheetRow>
          <span className={text.quiet}>
            <T id="bundles.coming.nothing" />
          </span>
        </SheetRow>
      )}
      {data.rows.map((row) => (
        <ComingRow key={row.id} row={row} isOn={isTaken(deciding, row.id)} onToggle={onToggle} />
      ))}
      <MoreRow {...more} />
    </section>
  );
}

const ANSWERS = ['setAside', 'take', 'refuse'] as const;

type AskProps = {
  readonly bundle: Waiting;
  readonly deciding: Deciding;
  readonly onChange: (change: Partial<Deciding>) => void;
};

/** What is never simply taken: deletions, lower levels, what was erased here. */
export function AskingFirst({ bundle: { asking }, deciding, onChange }: AskProps) {
  const t = useText();
  const kindWord = useKindWord();
  const fieldWord = useFieldWord();
  const labelOf = useLabel();
  return ASKED_FIRST.map((question) => {
    const rows = asking.filter((one) => one.question === question);
    if (rows.length === 0) return null;
    return (
      <section key={question}>
        <SheetSection title={<T id={`bundles.ask.${question}`} />} note={rows.length} />
        <SheetRow isContinued>
          <RadioGroup
            isInline
            label={t('bundles.ask')}
            value={deciding.answers[question]}
            onChange={(answer) => {
              onChange({ answers: { ...deciding.answers, [question]: answer } });
            }}
            options={ANSWERS.map((id) => ({ id, label: t(`bundles.answer.${id}`) }))}
          />
        </SheetRow>
        {rows.map(({ record, kind, label, path }) => (
          <SheetRow key={`${record} ${path}`}>
            <Name className={text.name}>{labelOf(kind, label)}</Name>{' '}
            <span className={text.quiet}>{kindWord(kind)}</span> {fieldWord(kind, path)}
          </SheetRow>
        ))}
      </section>
    );
  });
}
