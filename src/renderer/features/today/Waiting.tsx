import { useState, type ReactNode } from 'react';
import { Name, T, useDays, type MessageKey } from '#i18n';
import { Button, InspectorRow, InspectorSection, Status } from '#ui';
import type { RecordId } from '#shared/domain/ids';
import { useOpenRecord } from '#renderer/app/open-record';
import { useFieldWords } from '../forms';
import type { Today } from './model';

const FEW = 3;

type Line = {
  readonly id: RecordId;
  readonly kind: string;
  readonly what: ReactNode;
  readonly end?: ReactNode;
  readonly note?: ReactNode;
};

type PartProps = {
  readonly heading: MessageKey;
  readonly total: number;
  readonly lines: readonly Line[];
};

/** A few lines of one matter, and the rest on wish; nothing where there are none. */
function Part({ heading, total, lines }: PartProps) {
  const open = useOpenRecord();
  const [isWhole, setWhole] = useState(false);
  if (total === 0) return null;
  const shown = isWhole ? lines : lines.slice(0, FEW);
  return (
    <InspectorSection title={<T id={heading} />} count={total}>
      {shown.map(({ id, kind, what, end, note }) => (
        <InspectorRow
          key={id}
          isName
          end={end}
          {...(note !== undefined && { note })}
          onPress={() => {
            open(kind, id);
          }}
        >
          {what}
        </InspectorRow>
      ))}
      {lines.length > FEW && (
        <Button
          kind="quiet"
          aria-expanded={isWhole}
          onPress={() => {
            setWhole(!isWhole);
          }}
        >
          <T
            id={isWhole ? 'today.fewer' : 'today.more'}
            values={{ count: Math.min(total, lines.length) - FEW }}
          />
        </Button>
      )}
    </InspectorSection>
  );
}

type Props = { readonly read: Today };

/** Lines about people, with since when. */
function useLines({ read }: Props) {
  const days = useDays(read.today);
  const since = (at: string | undefined): ReactNode =>
    at === undefined ? undefined : <T id="date.since" values={{ date: days.short(at) }} />;
  const person = (one: Today['unconfirmed']['first'][number]): Line => ({
    id: one.id,
    kind: 'person',
    what: <Name>{one.label}</Name>,
    end: since(one.since),
    ...(one.place !== '' && { note: <Name>{one.place}</Name> }),
  });
  return { since, person };
}

function Inside({ read }: Props) {
  const { person } = useLines({ read });
  return (
    <Part
      heading="today.withoutBasis"
      total={read.insideWithoutBasis.total}
      lines={read.insideWithoutBasis.first.map((one) => ({
        ...person(one),
        note: (
          <Status sign="unacknowledged">
            <T id="today.withoutBasis.note" />
          </Status>
        ),
      }))}
    />
  );
}

function Stalled({ read }: Props) {
  const { person } = useLines({ read });
  const words = useFieldWords();
  return (
    <Part
      heading="today.stalled"
      total={read.stalledReleases.total}
      lines={read.stalledReleases.first.map((one) => {
        const step = words.choice(one.step, 'custodyEvent', 'type');
        return { ...person(one), note: <T id="today.stalled.note" values={{ step }} /> };
      })}
    />
  );
}

function Work({ read }: Props) {
  const { since, person } = useLines({ read });
  return (
    <>
      <Part
        heading="today.tasks"
        total={read.overdueTasks.total}
        lines={read.overdueTasks.first.map(({ id, label, due, assignee }) => ({
          id,
          kind: 'task',
          what: <Name>{label}</Name>,
          end: since(due),
          ...(assignee !== '' && { note: <Name>{assignee}</Name> }),
        }))}
      />
      <Part
        heading="today.unconfirmed"
        total={read.unconfirmed.total}
        lines={read.unconfirmed.first.map(person)}
      />
      <Part
        heading="today.conflicts"
        total={read.conflicts.total}
        lines={read.conflicts.first.map(({ id, kind, label, paths }) => ({
          id,
          kind,
          what: <Name>{label}</Name>,
          end: <T id="today.conflicts.paths" values={{ count: paths }} />,
        }))}
      />
    </>
  );
}

/** What waits besides the courts, what is gravest first. */
export function Waiting({ read }: Props) {
  const { since } = useLines({ read });
  const words = useFieldWords();
  return (
    <>
      <Inside read={read} />
      <Part
        heading="today.withoutNextDate"
        total={read.withoutNextDate.total}
        lines={read.withoutNextDate.first.map(({ id, label, matterLabel, lastOn }) => ({
          id,
          kind: 'proceeding',
          what: <Name>{matterLabel === '' ? label : matterLabel}</Name>,
          end: since(lastOn),
          ...(matterLabel !== '' && { note: <Name>{words.choice(label)}</Name> }),
        }))}
      />
      <Stalled read={read} />
      <Work read={read} />
    </>
  );
}
