import type { LucideIcon } from 'lucide-react';
import { cx } from '../cx';
import css from './Icon.module.css';

type Size = 's' | 'm' | 'l';

type Props = {
  readonly of: LucideIcon;
  /** s 14 px in chips, m 16 px, l 18 px in the sidebar. */
  readonly size?: Size;
  /** It points along the line of reading: turn it where that runs from the right. */
  readonly isMirrored?: boolean;
};

const PIXELS: Readonly<Record<Size, number>> = { s: 14, m: 16, l: 18 };

/** A sign beside its word; never alone, so screen readers pass it over. */
export function Icon({ of: Glyph, size = 'm', isMirrored = false }: Props) {
  return (
    <Glyph
      aria-hidden
      focusable={false}
      size={`${String(PIXELS[size] / 16)}rem`}
      strokeWidth={size === 's' ? 2 : 1.75}
      className={cx(css.icon, isMirrored && css.mirrored)}
    />
  );
}
