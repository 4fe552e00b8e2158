import { ChevronDown, ChevronUp, Pencil, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { Name, T, useDays, useText } from '#i18n';
import { Button, EmptyState, Icon, SheetRow, text } from '#ui';
import { rihai } from '#renderer/app/bridge';
import { run } from '#renderer/app/parts';
import { useToday } from '../forms';
import { ClockDue } from '../parts/ClockDue';
import { dueOf } from '../parts/due';
import type { ClockRead } from '../parts/clock-read';
import { ClockWhy } from '../parts/ClockWhy';
import css from './Detainee.module.css';
import type { PersonPage } from './model';
import type { OnForm } from './person-forms';

type Props = { readonly page: PersonPage; readonly onForm: OnForm };

/** Sets a clock aside or gives it another limit, with a reason; or takes that back. */
function Override({ clock, onForm }: { readonly clock: ClockRead; readonly onForm: OnForm }) {
  const t = useText();
  const { override, rule, subject } = clock;
  if (override === undefined)
    return (
      <Button
        icon={Pencil}
        onPress={() => {
          onForm({
            title: 'detainee.override',
            kind: 'ruleOverride',
            fields: ['effect', 'dueAt', 'reason', 'by'],
            needed: ['effect', 'reason'],
            defaults: [
              { path: 'rule', value: rule },
              { path: 'subject', value: subject },
            ],
          });
        }}
      >
        <T id="detainee.override" />
      </Button>
    );
  return (
    <>
      <Button
        icon={Pencil}
        onPress={() => {
          onForm({ title: 'kind.ruleOverride', kind: 'ruleOverride', id: override.id });
        }}
      >
        <T id="detainee.override.edit" />
      </Button>
      <Button
        kind="quiet"
        icon={Undo2}
        onPress={() => {
          void run(rihai.records.trash({ id: override.id }), t('detainee.override.gone'));
        }}
      >
        <T id="detainee.override.drop" />
      </Button>
    </>
  );
}

function ClockRow({ clock, onForm }: { readonly clock: ClockRead; readonly onForm: OnForm }) {
  const today = useToday();
  const days = useDays(today);
  const [isOpen, setOpen] = useState(false);
  const due = clock.dueAt.earliest;
  return (
    <SheetRow margin={due === undefined ? undefined : days.short(due)}>
      <button
        type="button"
        className={css.clock}
        aria-expanded={isOpen}
        onClick={() => {
          setOpen(!isOpen);
        }}
      >
        <Name className={text.name}>{clock.label}</Name>
        <Name className={text.quiet}>{clock.matterLabel}</Name>
        <span className={css.chip}>
          <ClockDue clock={clock.override ? { state: 'off', due } : dueOf(clock)} today={today} />
          <Icon of={isOpen ? ChevronUp : ChevronDown} size="s" />
        </span>
      </button>
      {isOpen && (
        <ClockWhy
          clock={clock}
          today={today}
          isTitled={false}
          actions={<Override clock={clock} onForm={onForm} />}
        />
      )}
    </SheetRow>
  );
}

const ORDER = ['breached', 'due', 'running', 'unknown', 'off', 'met', 'notApplicable'];

/** Every limit that concerns the person, the gravest first, each with its reasoning. */
export function ClocksTab({ page, onForm }: Props) {
  if (page.clocks.length === 0)
    return (
      <div className={css.empty}>
        <EmptyState title={<T id="detainee.clocks.empty" />}>
          <T id="detainee.clocks.how" />
        </EmptyState>
      </div>
    );
  const inOrder = page.clocks.toSorted((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state));
  return inOrder.map((clock) => (
    <ClockRow
      key={`${clock.rule} ${clock.subject} ${clock.matter ?? ''}`}
      clock={clock}
      onForm={onForm}
    />
  ));
}
