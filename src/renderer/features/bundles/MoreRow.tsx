import { T } from '#i18n';
import { Button, SheetRow } from '#ui';
import css from './Bundles.module.css';
import type { More } from './use-more';

/** Beneath a long list: the rest of it, and the part before. */
export function MoreRow({ left, offset, more, back }: More) {
  if (left === 0 && offset === 0) return null;
  return (
    <SheetRow isContinued>
      <span className={css.acts}>
        {offset > 0 && (
          <Button kind="quiet" onPress={back}>
            <T id="bundles.before" />
          </Button>
        )}
        {left > 0 && (
          <Button kind="quiet" onPress={more}>
            <T id="bundles.more" values={{ count: left }} />
          </Button>
        )}
      </span>
    </SheetRow>
  );
}
