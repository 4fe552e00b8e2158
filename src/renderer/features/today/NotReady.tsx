import { useQuery } from '@tanstack/react-query';
import { Hourglass } from 'lucide-react';
import { T } from '#i18n';
import { useGo } from '#renderer/app/navigation';
import { readinessQuery } from '#renderer/app/queries';
import { Icon, InspectorRow, InspectorSection } from '#ui';

/** What is due before this machine is lost: the gravest, and the way to it. Nothing where all is done. */
export function NotReady() {
  const go = useGo();
  const { data } = useQuery(readinessQuery);
  const [todo] = data?.todo ?? [];
  if (todo === undefined) return null;
  return (
    <InspectorSection title={<T id="ready.today" />}>
      <InspectorRow
        end={<Icon of={Hourglass} size="s" />}
        onPress={() => {
          go({ to: 'settings', tab: 'ready' });
        }}
      >
        <T id={`ready.todo.${todo}`} />
      </InspectorRow>
    </InspectorSection>
  );
}
