import { Gavel, Plus } from 'lucide-react';
import { Name, T, useDays } from '#i18n';
import { Button, EmptyState, SheetRow, text } from '#ui';
import { useFieldWords, useToday } from '../forms';
import { NoNextDate } from '../parts/ClockDue';
import { GoLink } from '../parts/GoLink';
import css from './Detainee.module.css';
import type { PersonPage } from './model';
import type { OnForm } from './person-forms';

type Props = { readonly page: PersonPage; readonly onForm: OnForm };
type Matter = PersonPage['cases'][number];

const FLAGS = ['bailable', 'cognizable'] as const;

/** One section with what the law says of it; it opens its form. */
function Charge({
  charge,
  onForm,
}: {
  readonly charge: Matter['charges'][number];
  readonly onForm: OnForm;
}) {
  const { record, section } = charge;
  const isDropped = record.fields.droppedOn !== undefined;
  return (
    <li className={css.charge}>
      <button
        type="button"
        className={css.open}
        onClick={() => {
          onForm({ title: 'kind.charge', kind: 'charge', id: record.id });
        }}
      >
        <Name className={isDropped ? css.dropped : text.name}>
          {section?.written ?? record.label}
        </Name>{' '}
        <Name className={text.quiet}>{section?.label ?? ''}</Name>
      </button>
      {section !== undefined && (
        <span className={text.quieter}>
          {FLAGS.map((flag) => (
            <span key={flag} className={css.flag}>
              <T id={`detainee.${flag}`} values={{ flag: section[flag] }} />
            </span>
          ))}
        </span>
      )}
    </li>
  );
}

function MatterRow({ matter, onForm }: { readonly matter: Matter; readonly onForm: OnForm }) {
  const days = useDays(useToday());
  const words = useFieldWords();
  const { record, accused, status, charges, court, nextOn } = matter;
  const { firNumber, firYear } = record.fields;
  const fir = [firNumber, firYear].filter((part) => part !== undefined).join('/');
  return (
    <SheetRow margin={fir}>
      <div className={css.line}>
        <GoLink to={{ to: 'case', id: record.id }} className={text.name}>
          {record.label === '' ? <T id="record.unnamed" /> : <Name>{record.label}</Name>}
        </GoLink>
        {status !== undefined && (
          <span className={text.quiet}>{words.choice(status, 'accused', 'statuses')}</span>
        )}
        <span className={text.push}>
          <Name className={text.quiet}>{court}</Name>{' '}
          {nextOn === undefined ? <NoNextDate /> : <b>{days.weekday(nextOn)}</b>}
        </span>
      </div>
      <ul className={css.charges}>
        {charges.map((charge) => (
          <Charge key={charge.record.id} charge={charge} onForm={onForm} />
        ))}
      </ul>
      <Button
        kind="quiet"
        icon={Plus}
        onPress={() => {
          onForm({
            title: 'detainee.add.charge',
            kind: 'charge',
            without: ['case', 'accused'],
            defaults: [
              { path: 'case', value: record.id },
              { path: 'accused', value: accused.id },
            ],
          });
        }}
      >
        <T id="kind.charge" />
      </Button>
    </SheetRow>
  );
}

/** Every case against the person, with its sections and next date. */
export function CasesTab({ page, onForm }: Props) {
  const add = (
    <Button
      icon={Gavel}
      onPress={() => {
        onForm({
          title: 'detainee.add.accused',
          kind: 'accused',
          needed: ['case'],
          fields: ['case', 'statuses', 'roleAlleged', 'plea'],
        });
      }}
    >
      <T id="detainee.add.accused" />
    </Button>
  );
  if (page.cases.length === 0)
    return (
      <div className={css.empty}>
        <EmptyState title={<T id="detainee.cases.none" />} action={add}>
          <T id="detainee.cases.how" />
        </EmptyState>
      </div>
    );
  return (
    <>
      {page.cases.map((matter) => (
        <MatterRow key={matter.accused.id} matter={matter} onForm={onForm} />
      ))}
      <SheetRow>{add}</SheetRow>
    </>
  );
}
