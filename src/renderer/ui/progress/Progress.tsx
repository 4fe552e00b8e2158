import { Label, ProgressBar } from 'react-aria-components';
import { T } from '#i18n';
import { Button } from '../button/Button';
import css from './Progress.module.css';

type Props = {
  /** What is being done: `Reading 212 pages into the vault`. */
  readonly label: string;
  /** From 0 to 1; undefined where the end is not known. */
  readonly done: number | undefined;
  readonly onCancel?: () => void;
};

/** Long work: how far it is, and a way out. */
export function Progress({ label, done, onCancel }: Props) {
  return (
    <div className={css.progress}>
      <ProgressBar
        className={css.body}
        value={(done ?? 0) * 100}
        isIndeterminate={done === undefined}
      >
        {({ percentage, valueText }) => (
          <>
            <span className={css.line}>
              <Label className={css.label}>{label}</Label>
              <span className={css.value}>{done === undefined ? null : valueText}</span>
            </span>
            <span className={css.track}>
              <span
                className={done === undefined ? css.unknown : css.bar}
                style={{ inlineSize: `${String(percentage ?? 30)}%` }}
              />
            </span>
          </>
        )}
      </ProgressBar>
      {onCancel !== undefined && (
        <Button kind="quiet" onPress={onCancel}>
          <T id="ui.cancel" />
        </Button>
      )}
    </div>
  );
}
