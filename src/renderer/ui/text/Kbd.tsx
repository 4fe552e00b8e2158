import css from './Kbd.module.css';

/** A key or keys, quiet; the same keys belong in the control's aria-keyshortcuts. */
export function Kbd({ children }: { readonly children: string }) {
  return (
    <kbd className={css.kbd} aria-hidden dir="ltr">
      {children}
    </kbd>
  );
}
