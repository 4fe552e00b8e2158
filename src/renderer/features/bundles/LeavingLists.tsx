import type { RecordId } from '#shared/domain/ids';
import { Name, T, useText } from '#i18n';
import { rihai, value } from '#renderer/app/bridge';
import { CodedError } from '#renderer/app/parts';
import { Checkbox, SheetRow, SheetSection, text } from '#ui';
import { useLabel } from '../history/use-label';
import { useBytes } from '../parts/use-bytes';
import css from './Bundles.module.css';
import type { Choice } from './choice';
import { TravelValue, useFieldWord, useKindWord } from './FieldLine';
import type { Leaving, Planned } from './model';
import { MoreRow } from './MoreRow';
import { useMore } from './use-more';

/** One record with every value of it that leaves. */
function LeavingRow({ row }: { readonly row: Leaving }) {
  const kindWord = useKindWord();
  const fieldWord = useFieldWord();
  const labelOf = useLabel();
  return (
    <SheetRow>
      <span>
        <Name className={text.name}>{labelOf(row.kind, row.label)}</Name>{' '}
        <span className={text.quiet}>{kindWord(row.kind)}</span>{' '}
        {row.isPart && (
          <span className={text.quiet}>
            <T id="bundles.part" />
          </span>
        )}
      </span>
      <dl className={css.values}>
        {row.fields.map(({ path, value: told, past }) => (
          <div key={path} style={{ display: 'contents' }}>
            <dt>{fieldWord(row.kind, path)}</dt>
            <dd>
              <TravelValue kind={row.kind} path={path} value={told} />
              {past > 0 && (
                <span className={text.quieter}>
                  {' '}
                  <T id="bundles.past" values={{ count: past }} />
                </span>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </SheetRow>
  );
}

/** Every value that leaves, record by record. */
export function LeavingRecords({ plan: { seen, records } }: { readonly plan: Planned }) {
  const { data, error, ...more } = useMore(['bundles', 'leaving', seen], (page) =>
    value(rihai.bundles.leaving({ seen, ...page })),
  );
  if (error !== null) return <CodedError error={error} />;
  return (
    <section>
      <SheetSection title={<T id="bundles.leaves" />} note={records} />
      {records === 0 && (
        <SheetRow>
          <span className={text.quiet}>
            <T id="bundles.leaves.none" />
          </span>
        </SheetRow>
      )}
      {data?.rows.map((row) => (
        <LeavingRow key={row.id} row={row} />
      ))}
      <MoreRow {...more} />
    </section>
  );
}

type FilesProps = {
  readonly plan: Planned;
  readonly without: Choice['without'];
  /** Leaves a file out, or takes it back; undefined where there are too many to choose among. */
  readonly onFile: ((id: RecordId, label: string, isOn: boolean) => void) | undefined;
};

/** Every file that leaves, and those that were left out. */
export function LeavingFiles({ plan: { seen, files }, without, onFile }: FilesProps) {
  const t = useText();
  const bytes = useBytes();
  const { data, error, ...more } = useMore(['bundles', 'leavingFiles', seen], (page) =>
    value(rihai.bundles.leavingFiles({ seen, ...page })),
  );
  if (error !== null) return <CodedError error={error} />;
  const kept = [...without].map(([id, label]) => ({ id, label, sizeBytes: undefined }));
  const rows = [...(data?.rows ?? []).filter(({ id }) => !without.has(id)), ...kept];
  if (rows.length === 0) return null;
  return (
    <section>
      <SheetSection title={<T id="bundles.leaves.files" />} note={files} />
      {rows.map(({ id, label, sizeBytes }) => (
        <SheetRow key={id} margin={sizeBytes === undefined ? '' : bytes(sizeBytes)}>
          {onFile === undefined ? (
            <Name>{label}</Name>
          ) : (
            <Checkbox
              isSelected={!without.has(id)}
              onChange={(isOn) => {
                onFile(id, label, isOn);
              }}
            >
              <Name>{label === '' ? t('record.unnamed') : label}</Name>
            </Checkbox>
          )}
        </SheetRow>
      ))}
      <MoreRow {...more} />
    </section>
  );
}

/** Everything that stays, and why. */
export function StayingBack({ plan: { seen, heldBack } }: { readonly plan: Planned }) {
  const kindWord = useKindWord();
  const fieldWord = useFieldWord();
  const labelOf = useLabel();
  const { data, error, ...more } = useMore(['bundles', 'stayingBack', seen], (page) =>
    value(rihai.bundles.stayingBack({ seen, ...page })),
  );
  if (error !== null) return <CodedError error={error} />;
  return (
    <section>
      <SheetSection title={<T id="bundles.stays" />} note={heldBack} />
      {heldBack === 0 && (
        <SheetRow>
          <span className={text.quiet}>
            <T id="bundles.stays.none" />
          </span>
        </SheetRow>
      )}
      {data?.rows.map(({ kind, label, path, reason }, at) => (
        <SheetRow key={at}>
          <Name className={text.name}>{labelOf(kind, label)}</Name>{' '}
          <span className={text.quiet}>{kindWord(kind)}</span>{' '}
          <span>{path === undefined ? <T id="bundles.stays.whole" /> : fieldWord(kind, path)}</span>{' '}
          <span className={text.quiet}>
            <T id={`bundles.reason.${reason}`} />
          </span>
        </SheetRow>
      ))}
      <MoreRow {...more} />
    </section>
  );
}
