import { PenLine, Plus } from 'lucide-react';
import { Name, T, useDays, useText } from '#i18n';
import { Button, FactStrip, IconButton, Menu, SheetHead, text, type Fact } from '#ui';
import { useGo } from '#renderer/app/navigation';
import { edtfOf, useFieldWords, useToday } from '../forms';
import { NoNextDate } from '../parts/ClockDue';
import { daysBetween } from '../parts/days';
import { hasUrdu } from '../parts/has-urdu';
import { useKey } from '../parts/use-key';
import css from './Case.module.css';
import { NEW, type CaseForm } from './case-forms';
import type { CasePage } from './model';
import { nextHearing, openProceedings } from './proceedings';

type Props = { readonly page: CasePage; readonly onForm: (form: CaseForm) => void };

/** The few facts one looks for first. */
function Facts({ page }: { readonly page: CasePage }) {
  const t = useText();
  const today = useToday();
  const days = useDays(today);
  const words = useFieldWords();
  const { firNumber, firYear, firAt, policeStation, regime, stage, status, firDelayHours } =
    page.record.fields;
  const next = nextHearing(page, today);
  const fir = [firNumber, firYear].filter((part) => part !== undefined).join('/');
  const late = firDelayHours === undefined ? '' : t('case.fir.delay', { hours: firDelayHours });
  const facts: readonly Fact[] = [
    {
      id: 'fir',
      label: t('case.fact.fir'),
      value: fir === '' ? t('case.unknown') : <Name>{fir}</Name>,
      note: [firAt === undefined ? '' : days.words(edtfOf(firAt)), late].filter(Boolean).join(', '),
    },
    {
      id: 'station',
      label: t('case.fact.station'),
      value: <Name>{policeStation ?? t('case.unknown')}</Name>,
      note: <Name>{page.record.fields.district ?? ''}</Name>,
    },
    {
      id: 'stage',
      label: t('case.fact.stage'),
      value: stage === undefined ? t('case.unknown') : words.choice(stage, 'case', 'stage'),
      note: [
        regime && words.choice(regime, 'case', 'regime'),
        status && words.choice(status, 'case', 'status'),
      ]
        .filter(Boolean)
        .join(', '),
    },
    {
      id: 'next',
      label: t('case.fact.next'),
      value: next === undefined ? <NoNextDate /> : days.weekday(next.on),
      note:
        next === undefined ? (
          ''
        ) : (
          <>
            <T id="date.away" values={{ days: daysBetween(today, next.on) }} />{' '}
            <Name>{next.proceeding.court}</Name>
          </>
        ),
    },
  ];
  return <FactStrip facts={facts} />;
}

/** What can be done with the case. */
function Actions({ page, onForm }: Props) {
  const t = useText();
  const go = useGo();
  const open = openProceedings(page);
  const addHearing = (): void => {
    const [only] = open;
    if (only === undefined) return;
    const preset =
      open.length === 1 ? [{ path: 'proceeding', value: only.record.id as string }] : [];
    onForm({
      title: NEW.hearing,
      kind: 'hearing',
      defaults: [{ path: 'status', value: 'fixed' }, ...preset],
    });
  };
  useKey('h', addHearing);
  const write = (): void => {
    go({ to: 'write', id: page.record.id });
  };
  const kinds = ['proceeding', 'accused', 'charge', 'order', 'task'] as const;
  return (
    <>
      <span className={css.wide}>
        <Button icon={PenLine} onPress={write}>
          <T id="case.write" />
        </Button>
      </span>
      <span className={css.narrow}>
        <IconButton kind="plain" icon={PenLine} label={t('case.write')} onPress={write} />
      </span>
      <Menu
        label={t('case.add')}
        trigger={
          <Button icon={Plus}>
            <span className={css.word}>
              <T id="case.add" />
            </span>
          </Button>
        }
        entries={kinds.map((kind) => ({ id: kind, label: t(`kind.${kind}`) }))}
        onAction={(chosen) => {
          const kind = kinds.find((one) => one === chosen);
          if (kind !== undefined) onForm({ title: NEW[kind], kind });
        }}
      />
      <Button
        kind="main"
        icon={Plus}
        keys="H"
        onPress={addHearing}
        off={open.length === 0 ? t('case.add.hearing.off') : undefined}
      >
        <T id="kind.hearing" />
      </Button>
    </>
  );
}

/** Where it is heard next, or first; the others are in the sheet below. */
function Before({ page }: { readonly page: CasePage }) {
  const open = openProceedings(page);
  const main = nextHearing(page, useToday())?.proceeding ?? open[0];
  if (main === undefined) return null;
  const { record, court } = main;
  return (
    <p className={text.quiet}>
      <Name>{[...new Set([record.label, court])].filter(Boolean).join(', ')}</Name>{' '}
      {open.length > 1 && (
        <span className={text.quieter}>
          <T id="case.proceedings.more" values={{ count: open.length - 1 }} />
        </span>
      )}
    </p>
  );
}

export function CaseHead({ page, onForm }: Props) {
  const t = useText();
  const { record } = page;
  return (
    <SheetHead
      title={
        <Name className={hasUrdu(record.label) ? css.mixed : undefined}>
          {record.label === '' ? t('case.unnamed') : record.label}
        </Name>
      }
      actions={<Actions page={page} onForm={onForm} />}
    >
      <Before page={page} />
      <Facts page={page} />
    </SheetHead>
  );
}
