import type { ReactNode } from 'react';
import css from './ShortcutList.module.css';

export type Shortcut = {
  /** As written on the keyboard: `Ctrl K`. */
  readonly keys: string;
  readonly does: ReactNode;
};

export type ShortcutGroup = {
  readonly id: string;
  readonly label: ReactNode;
  readonly shortcuts: readonly Shortcut[];
};

/** Every key and what it does: the help sheet. Put it inside a Panel. */
export function ShortcutList({ groups }: { readonly groups: readonly ShortcutGroup[] }) {
  return (
    <div className={css.groups}>
      {groups.map(({ id, label, shortcuts }) => (
        <section key={id}>
          <h3 className={css.label}>{label}</h3>
          <dl>
            {shortcuts.map(({ keys, does }) => (
              <div key={keys} className={css.row}>
                <dt>
                  <kbd className={css.keys} dir="ltr">
                    {keys}
                  </kbd>
                </dt>
                <dd>{does}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  );
}
