import { Name, T, useText } from '#i18n';
import { rihai } from '#renderer/app/bridge';
import { run } from '#renderer/app/parts';
import { Button, SheetRow, text } from '#ui';
import { useOff } from '../settings/use-off';
import css from './Conflict.module.css';
import { sourcesOf, type Conflict, type Source } from './model';

/** Settles many conflicts with what one bundle, or this desk, says of each; one undo takes all of it back. */
export function AtOnce({ conflicts }: { readonly conflicts: readonly Conflict[] }) {
  const t = useText();
  const off = useOff();
  const sources = sourcesOf(conflicts);
  if (sources.length === 0) return null;
  const settle = ({ settled }: Source): void => {
    void run(
      rihai.conflicts.settleAll({ settled: [...settled] }),
      t('conflicts.settled', { count: settled.length }),
    );
  };
  return (
    <SheetRow>
      <div className={css.atOnce}>
        <span className={text.quiet}>
          <T id="conflicts.atOnce" />
        </span>
        {sources.map((source) => (
          <Button
            key={source.id}
            off={off}
            onPress={() => {
              settle(source);
            }}
          >
            {source.sender === undefined ? (
              <T id="conflicts.keepOurs" values={{ count: source.settled.length }} />
            ) : (
              <T
                id="conflicts.takeFrom"
                values={{ count: source.settled.length, sender: <Name>{source.sender}</Name> }}
              />
            )}
          </Button>
        ))}
      </div>
    </SheetRow>
  );
}
