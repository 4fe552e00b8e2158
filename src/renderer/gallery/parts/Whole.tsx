import {
  CalendarDays,
  ChartNoAxesColumn,
  Contact,
  FileText,
  PenLine,
  Scale,
  Sun,
  Users,
  ArrowRightLeft,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { AppFrame, Sidebar } from '#ui';
import { nothing, useSample } from '../sample';

type Props = {
  readonly current: string;
  readonly children: ReactNode;
  readonly notices?: ReactNode;
};

/** The window with its sidebar, as in the pictures. */
export function FrameWith({ current, children, notices }: Props) {
  const s = useSample();
  const place = (id: string, label: string, icon: typeof Sun, count?: number) => ({
    id,
    label: s(label),
    href: `#/${id}`,
    icon,
    ...(count !== undefined && { count }),
  });
  return (
    <AppFrame
      notices={notices}
      sidebar={
        <Sidebar
          desk={s('Naubahar desk')}
          current={current}
          places={[
            place('today', 'Today', Sun),
            place('diary', 'Diary', CalendarDays),
            place('detainees', 'Detainees', Users, 64),
            place('cases', 'Cases', Scale, 41),
            place('documents', 'Documents', FileText),
            place('people', 'People', Contact),
            place('write', 'Write', PenLine),
            place('exchange', 'Exchange', ArrowRightLeft, 2),
            place('reports', 'Reports', ChartNoAxesColumn),
          ]}
          views={[
            { id: 'none', label: s('No next date'), href: '#/views/none', count: 3 },
            { id: 'ends', label: s('Remand ends in 7 days'), href: '#/views/ends', count: 5 },
          ]}
          settings={{ id: 'settings', href: '#/settings' }}
          onGo={nothing}
          onFind={nothing}
          onLock={nothing}
        />
      }
    >
      {children}
    </AppFrame>
  );
}
