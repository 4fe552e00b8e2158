import { T, useText } from '#i18n';
import { useQuery } from '@tanstack/react-query';
import { settingsQuery } from '#renderer/app/queries';
import { PLACE_KEYS } from '#renderer/app/shortcuts';
import { Panel, ShortcutList, type ShortcutGroup } from '#ui';

type Props = { readonly isOpen: boolean; readonly onClose: () => void };

/** Every key and what it does. */
export function HelpSheet({ isOpen, onClose }: Props) {
  const t = useText();
  const { data: settings } = useQuery(settingsQuery);
  const groups: readonly ShortcutGroup[] = [
    {
      id: 'always',
      label: <T id="help.always" />,
      shortcuts: [
        { keys: t('keys.find'), does: <T id="help.find" /> },
        { keys: t('keys.lock'), does: <T id="help.lock" /> },
        { keys: t(`keys.panic.${settings?.panicKey ?? 'shiftL'}`), does: <T id="help.panic" /> },
        { keys: t('keys.print'), does: <T id="help.print" /> },
        { keys: t('keys.undo'), does: <T id="help.undo" /> },
        { keys: t('keys.back'), does: <T id="help.back" /> },
        { keys: t('keys.help'), does: <T id="help.help" /> },
      ],
    },
    {
      id: 'places',
      label: <T id="help.places" />,
      shortcuts: PLACE_KEYS.map(({ to, letter }, at) => ({
        keys: t('keys.go.either', { letter, digit: at + 1 }),
        does: <T id={`place.${to}`} />,
      })),
    },
    {
      id: 'lists',
      label: <T id="help.lists" />,
      shortcuts: [
        { keys: t('keys.rows'), does: <T id="help.rows" /> },
        { keys: t('keys.open'), does: <T id="help.open" /> },
        { keys: t('keys.leave'), does: <T id="help.leave" /> },
      ],
    },
    {
      id: 'dates',
      label: <T id="help.dates" />,
      shortcuts: [
        { keys: t('keys.date.day'), does: <T id="help.date.day" /> },
        { keys: t('keys.date.ahead'), does: <T id="help.date.ahead" /> },
        { keys: t('keys.date.weekday'), does: <T id="help.date.weekday" /> },
        { keys: t('keys.date.about'), does: <T id="help.date.about" /> },
      ],
    },
  ];
  return (
    <Panel isOpen={isOpen} onClose={onClose} title={<T id="help.title" />}>
      <ShortcutList groups={groups} />
    </Panel>
  );
}
