import { useQuery } from '@tanstack/react-query';
import { Check, Hourglass } from 'lucide-react';
import type { Contract } from '#shared/ipc/contract';
import type { OutputOf } from '#shared/ipc/entry';
import { Name, T } from '#i18n';
import { useGo } from '#renderer/app/navigation';
import { CodedError } from '#renderer/app/parts';
import { readinessQuery } from '#renderer/app/queries';
import { Button, Chip, SheetRow, SheetSection, text } from '#ui';
import { useMoments } from '../history/use-moments';
import { Fact } from './Fact';
import { Machine } from './Machine';
import type { SectionId } from './sections';
import css from './Settings.module.css';

type Report = OutputOf<Contract['backups']['readiness']>;
type Todo = Report['todo'][number];

/** Where each thing that is due is done. */
const PLACE: Readonly<Record<Todo, SectionId>> = {
  backup: 'backups',
  'backup-old': 'backups',
  'second-way': 'keepers',
  rehearse: 'recovery',
  drill: 'backups',
  outside: 'outside',
};

/** Whether the case file survives the night on which this machine is taken. */
export function Readiness() {
  const { data, error } = useQuery(readinessQuery);
  if (error !== null) return <CodedError error={error} />;
  if (data === undefined) return null;
  return (
    <>
      <SheetRow>
        <p className={css.lead}>
          <T id="ready.lead" />
        </p>
        <Lost report={data} />
      </SheetRow>
      <SheetSection title={<T id="ready.todo" />} />
      {data.todo.length === 0 && (
        <SheetRow>
          <Chip tone="met" icon={Check}>
            <T id="ready.nothing" />
          </Chip>
        </SheetRow>
      )}
      {data.todo.map((todo) => (
        <Due key={todo} todo={todo} outside={data.outside} />
      ))}
      <Machine />
      <Facts report={data} />
    </>
  );
}

const Lost = ({ report: { wouldBeLost } }: { readonly report: Report }) => (
  <p className={text.name}>
    <T id={wouldBeLost.actions === 0 ? 'ready.lost.nothing' : 'ready.lost'} values={wouldBeLost} />
  </p>
);

type DueProps = { readonly todo: Todo; readonly outside: Report['outside'] };

function Due({ todo, outside }: DueProps) {
  const go = useGo();
  return (
    <SheetRow>
      <div className={css.did}>
        <span className={css.what}>
          <Chip tone="due" icon={Hourglass}>
            <T id="ready.due" />
          </Chip>{' '}
          <T id={`ready.todo.${todo}`} values={outside} />
        </span>
        <Button
          onPress={() => {
            go({ to: 'settings', tab: PLACE[todo] });
          }}
        >
          <T id={`settings.section.${PLACE[todo]}`} />
        </Button>
      </div>
    </SheetRow>
  );
}

function Facts({ report }: { readonly report: Report }) {
  const moment = useMoments();
  const { members, papers, last, lastApart, drilledMs } = report;
  return (
    <>
      <SheetSection title={<T id="ready.facts" />} />
      <Fact label={<T id="ready.members" />}>
        {members.map((name, at) => (
          <span key={`${String(at)}${name}`}>
            {at > 0 && ', '}
            <Name>{name}</Name>
          </span>
        ))}
      </Fact>
      <Fact label={<T id="ready.papers" />}>
        {papers.map(({ needed, of, rehearsedMs }, at) => (
          <span key={at} className={css.hint}>
            <T id={of > 1 ? 'recovery.shares' : 'recovery.sheet'} values={{ needed, of }} />
            {': '}
            {rehearsedMs === undefined ? (
              <T id="recovery.never" />
            ) : (
              <T id="recovery.tried" values={{ when: moment(rehearsedMs) }} />
            )}
          </span>
        ))}
      </Fact>
      <Fact label={<T id="ready.apart" />}>
        <Made backup={lastApart} />
      </Fact>
      {last !== undefined && !last.isApart && (
        <Fact label={<T id="ready.here" />}>
          <Made backup={last} />
        </Fact>
      )}
      <Fact label={<T id="ready.outside" />}>
        <T id="ready.outside.count" values={report.outside} />
      </Fact>
      <Fact label={<T id="ready.drill" />}>
        {drilledMs === undefined ? <T id="ready.never" /> : moment(drilledMs)}
      </Fact>
    </>
  );
}

function Made({ backup }: { readonly backup: Report['last'] }) {
  const moment = useMoments();
  if (backup === undefined) return <T id="ready.never" />;
  return (
    <T
      id="ready.made"
      values={{ when: moment(backup.madeMs), folder: <Name>{backup.folder}</Name> }}
    />
  );
}
