import { T } from '#i18n';
import { Button, Checkbox, text } from '#ui';
import css from './Desks.module.css';

export type Ticked = 'same' | 'differs' | undefined;

type Props = {
  readonly digits: readonly string[];
  readonly ticked: readonly Ticked[];
  readonly onChange: (ticked: readonly Ticked[]) => void;
};

/** Each group as it stands on the card, ticked when it was heard so, or said to differ. */
export function TickGroups({ digits, ticked, onChange }: Props) {
  const put = (index: number, what: Ticked): void => {
    onChange(ticked.map((one, at) => (at === index ? what : one)));
  };
  return (
    <ol className={css.groups} dir="ltr">
      {digits.map((group, at) => (
        <li key={at} className={css.group}>
          <Checkbox
            isSelected={ticked[at] === 'same'}
            onChange={(isSame) => {
              put(at, isSame ? 'same' : undefined);
            }}
          >
            <span className={css.figures}>{group}</span>
          </Checkbox>
          <Button
            kind="quiet"
            onPress={() => {
              put(at, ticked[at] === 'differs' ? undefined : 'differs');
            }}
          >
            <T id={ticked[at] === 'differs' ? 'desks.compare.undiffer' : 'desks.compare.differs'} />
            <span className={text.hidden}>
              <T id="desks.compare.differs.group" values={{ group: at + 1 }} />
            </span>
          </Button>
        </li>
      ))}
    </ol>
  );
}
