import type { LucideIcon } from 'lucide-react';
import type { ReactElement } from 'react';
import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { cx } from '../cx';
import { Icon } from '../icon/Icon';
import float from '../popover/Float.module.css';
import { Kbd } from '../text/Kbd';

export type MenuEntry = {
  readonly id: string;
  readonly label: string;
  readonly icon?: LucideIcon;
  readonly keys?: string;
  readonly isRisk?: boolean;
  readonly isDisabled?: boolean;
};

type Props = {
  /** A Button or IconButton. */
  readonly trigger: ReactElement;
  /** Spoken name of the menu. */
  readonly label: string;
  readonly entries: readonly MenuEntry[];
  readonly onAction: (id: string) => void;
};

/** Further things to do, behind one button. */
export function Menu({ trigger, label, entries, onAction }: Props) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover className={float.float} offset={4} placement="bottom end">
        <AriaMenu
          aria-label={label}
          className={float.list}
          onAction={(key) => {
            onAction(String(key));
          }}
          disabledKeys={entries.filter((entry) => entry.isDisabled).map(({ id }) => id)}
        >
          {entries.map((entry) => (
            <MenuItem
              key={entry.id}
              id={entry.id}
              textValue={entry.label}
              className={cx(float.option, entry.isRisk && float.risk)}
            >
              {entry.icon && <Icon of={entry.icon} />}
              {entry.label}
              {entry.keys !== undefined && (
                <span className={float.note}>
                  <Kbd>{entry.keys}</Kbd>
                </span>
              )}
            </MenuItem>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
