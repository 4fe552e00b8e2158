import { Search } from 'lucide-react';
import { useId, useState, type KeyboardEvent } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import { T, useText } from '#i18n';
import { Icon } from '../icon/Icon';
import css from './CommandBox.module.css';
import { CommandList } from './CommandList';
import type { CommandGroup } from './model';

type Props = {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly groups: readonly CommandGroup[];
  /** Why nothing was looked for, or what went wrong with it. */
  readonly problem?: string | undefined;
  readonly onOpen: (id: string) => void;
  readonly onAct?: (id: string) => void;
};

/** One box for everything: type, arrows, Enter opens, Tab acts, Escape leaves. */
export function CommandBox(props: Props) {
  const t = useText();
  return (
    <ModalOverlay
      className={css.veil}
      isOpen={props.isOpen}
      isDismissable
      onOpenChange={(isNowOpen) => {
        if (!isNowOpen) props.onClose();
      }}
    >
      <Modal className={css.box}>
        <Dialog aria-label={t('ui.command')} className={css.dialog}>
          <Body {...props} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function Body(props: Props) {
  const { query, onQuery, groups, problem, onOpen, onAct } = props;
  const t = useText();
  const id = useId();
  const items = groups.flatMap((group) => group.items);
  const [wanted, setWanted] = useState(0);
  const at = Math.min(wanted, items.length - 1);
  const current = items[at];
  const move = (step: number): void => {
    if (items.length > 0) setWanted((at + step + items.length) % items.length);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown') move(1);
    else if (event.key === 'ArrowUp') move(-1);
    else if (event.key === 'Enter' && current) onOpen(current.id);
    else if (event.key === 'Tab' && !event.shiftKey && current?.canAct) onAct?.(current.id);
    else return;
    event.preventDefault();
  };
  return (
    <>
      <div className={css.line}>
        <Icon of={Search} />
        <input
          className={css.input}
          role="combobox"
          aria-label={t('ui.command.label')}
          aria-expanded={items.length > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={current && `${id}-${current.id}`}
          aria-autocomplete="list"
          aria-invalid={problem !== undefined}
          aria-describedby={problem && `${id}-problem`}
          autoFocus
          autoComplete="off"
          spellCheck={false}
          dir="auto"
          placeholder={t('ui.command.placeholder')}
          value={query}
          onChange={(event) => {
            setWanted(0);
            onQuery(event.target.value);
          }}
          onKeyDown={onKeyDown}
        />
        <Found count={query === '' ? undefined : items.length} />
      </div>
      <CommandList
        {...props}
        id={id}
        current={current?.id}
        onPoint={(item) => {
          setWanted(items.findIndex((one) => one.id === item));
        }}
      />
    </>
  );
}

const Found = ({ count }: { readonly count: number | undefined }) => (
  <span className={css.found} role="status">
    {count !== undefined && <T id="ui.command.found" values={{ count }} />}
  </span>
);
