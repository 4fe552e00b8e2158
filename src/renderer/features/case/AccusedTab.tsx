import { Plus, UserPlus } from 'lucide-react';
import { Name, T, useDays, useText } from '#i18n';
import { Button, EmptyState, SheetRow, text } from '#ui';
import { edtfOf, useFieldWords, useToday } from '../forms';
import { GoLink } from '../parts/GoLink';
import { RowHead } from '../parts/RowHead';
import css from './Case.module.css';
import { NEW, type CaseForm } from './case-forms';
import { accusedName, type Accused, type CasePage } from './model';

type Props = { readonly page: CasePage; readonly onForm: (form: CaseForm) => void };
type Status = NonNullable<Accused['record']['fields']['statuses']>[number];
type RowProps = Props & { readonly accused: Accused };

const dayOf = ({ value }: Status): string => edtfOf(value.on);

/** By their dates; one without a date stays before those that have one. */
const inOrder = (statuses: readonly Status[]): readonly Status[] =>
  statuses.toSorted((a, b) => (dayOf(a) === dayOf(b) ? 0 : dayOf(a) < dayOf(b) ? -1 : 1));

/** Every status an accused has had, with its date, the latest last. */
function Statuses({ accused }: { readonly accused: Accused }) {
  const words = useFieldWords();
  const days = useDays(useToday());
  const all = inOrder(accused.record.fields.statuses ?? []);
  if (all.length === 0) return null;
  return (
    <ul className={css.statuses}>
      {all.map(({ id, value: { status, on } }) => (
        <li key={id} className={status === accused.status ? text.name : text.quiet}>
          {words.choice(status)}{' '}
          {on !== undefined && <span className={text.quieter}>{days.words(edtfOf(on))}</span>}
        </li>
      ))}
    </ul>
  );
}

/** The sections against one accused; each opens its form. */
function Sections({ accused, onForm }: Omit<RowProps, 'page'>) {
  return (
    <div className={css.sections}>
      {accused.charges.map(({ record, section }) => (
        <button
          key={record.id}
          type="button"
          className={css.section}
          title={section?.label}
          onClick={() => {
            onForm({ title: 'kind.charge', kind: 'charge', id: record.id });
          }}
        >
          <Name className={record.fields.droppedOn === undefined ? undefined : css.dropped}>
            {section?.written ?? record.label}
          </Name>
        </button>
      ))}
      <Button
        kind="quiet"
        icon={Plus}
        onPress={() => {
          onForm({
            title: NEW.charge,
            kind: 'charge',
            defaults: [{ path: 'accused', value: accused.record.id }],
          });
        }}
      >
        <T id="kind.charge" />
      </Button>
    </div>
  );
}

function AccusedRow({ page, accused, onForm }: RowProps) {
  const t = useText();
  const words = useFieldWords();
  const { person, serial, roleAlleged, plea, sentence } = accused.record.fields;
  const name = accusedName(page, accused);
  const shown = <Name>{name === '' ? t('case.unnamed') : name}</Name>;
  return (
    <SheetRow margin={serial}>
      <RowHead
        editLabel={t('case.accused.edit', { name })}
        onEdit={() => {
          onForm({ title: 'kind.accused', kind: 'accused', id: accused.record.id });
        }}
      >
        {person === undefined ? (
          <span className={text.name}>{shown}</span>
        ) : (
          <GoLink to={{ to: 'detainee', id: person }} className={text.name}>
            {shown}
          </GoLink>
        )}
        {plea !== undefined && <span className={text.quiet}>{words.choice(plea)}</span>}
        {sentence !== undefined && <Name className={text.quiet}>{sentence}</Name>}
        <Statuses accused={accused} />
      </RowHead>
      {roleAlleged !== undefined && (
        <p className={text.record}>
          <Name>{roleAlleged}</Name>
        </p>
      )}
      <Sections accused={accused} onForm={onForm} />
    </SheetRow>
  );
}

/** Who is accused, in the order of the FIR, with dated statuses and the sections against each. */
export function AccusedTab({ page, onForm }: Props) {
  const add = (
    <Button
      icon={UserPlus}
      onPress={() => {
        onForm({ title: NEW.accused, kind: 'accused' });
      }}
    >
      <T id="case.add.accused" />
    </Button>
  );
  if (page.accused.length === 0)
    return (
      <SheetRow>
        <EmptyState title={<T id="case.accused.none" />} action={add}>
          <T id="case.accused.how" />
        </EmptyState>
      </SheetRow>
    );
  return (
    <>
      {page.accused.map((accused) => (
        <AccusedRow key={accused.record.id} page={page} accused={accused} onForm={onForm} />
      ))}
      <SheetRow>{add}</SheetRow>
    </>
  );
}
