import { useQuery } from '@tanstack/react-query';
import { Hourglass } from 'lucide-react';
import { Name, T } from '#i18n';
import { useGo } from '#renderer/app/navigation';
import { machineQuery, readinessQuery } from '#renderer/app/queries';
import { Icon, InspectorRow, InspectorSection } from '#ui';

/**
 * What is due before this machine is lost: the gravest, and what lies readable outside for too
 * long, each with the way to it. Nothing where all is done.
 */
export function NotReady() {
  const go = useGo();
  const { data } = useQuery(readinessQuery);
  const { data: machine } = useQuery(machineQuery);
  const { todo = [], outside } = data ?? {};
  const shown = todo.filter((one, at) => at === 0 || one === 'outside');
  const [onMachine] = machine?.todo ?? [];
  if (shown.length === 0 && onMachine === undefined) return null;
  const folder = <Name>{machine?.syncedFolder ?? ''}</Name>;
  return (
    <InspectorSection title={<T id="ready.today" />}>
      {shown.map((one) => (
        <InspectorRow
          key={one}
          end={<Icon of={Hourglass} size="s" />}
          onPress={() => {
            go({ to: 'settings', tab: one === 'outside' ? 'outside' : 'ready' });
          }}
        >
          <T id={`ready.todo.${one}`} values={outside ?? {}} />
        </InspectorRow>
      ))}
      {onMachine !== undefined && (
        <InspectorRow
          end={<Icon of={Hourglass} size="s" />}
          onPress={() => {
            go({ to: 'settings', tab: 'ready' });
          }}
        >
          <T id={`machine.todo.${onMachine}`} values={{ folder }} />
        </InspectorRow>
      )}
    </InspectorSection>
  );
}
