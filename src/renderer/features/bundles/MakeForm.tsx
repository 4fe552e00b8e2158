import { useQuery } from '@tanstack/react-query';
import { Name, T, useText } from '#i18n';
import { Checkbox, RadioGroup, SheetRow, SheetSection, TextArea, text } from '#ui';
import { cardsQuery } from '../desks/model';
import { GoLink } from '../parts/GoLink';
import { About } from './About';
import css from './Bundles.module.css';
import { canBeNameless, type Choice } from './choice';
import { Strictness } from './Strictness';
import { WhichFiles } from './WhichFiles';

type Props = {
  readonly choice: Choice;
  readonly onChange: (change: Partial<Choice>) => void;
};

const WAYS = ['cards', 'words'] as const;
const MOST_NOTE = 2_000;

const toggled = (ids: readonly string[], id: string, isOn: boolean): readonly string[] =>
  isOn ? [...ids, id] : ids.filter((one) => one !== id);

/** Cards and groups that a bundle can be made for. */
function Recipients({ choice, onChange }: Props) {
  const { data } = useQuery(cardsQuery);
  const { cards = [], groups = [] } = data ?? {};
  const usable = cards.filter(({ state, seized }) => state === 'verified' && seized === undefined);
  const others = cards.length - usable.length;
  return (
    <div className={css.checks}>
      {groups.map(({ id, name, members }) => (
        <Checkbox
          key={id}
          isSelected={choice.groups.includes(id)}
          onChange={(isOn) => {
            onChange({ groups: toggled(choice.groups, id, isOn) });
          }}
        >
          <T
            id="bundles.to.group"
            values={{ name: <Name className={text.name}>{name}</Name>, count: members.length }}
          />
        </Checkbox>
      ))}
      {usable.map(({ id, name }) => (
        <Checkbox
          key={id}
          isSelected={choice.cards.includes(id)}
          onChange={(isOn) => {
            onChange({ cards: toggled(choice.cards, id, isOn) });
          }}
        >
          <Name className={text.name}>{name}</Name>
        </Checkbox>
      ))}
      <Checkbox
        isSelected={choice.toSelf}
        onChange={(toSelf) => {
          onChange({ toSelf });
        }}
      >
        <T id="bundles.to.self" />
      </Checkbox>
      {others > 0 && (
        <p className={text.quiet}>
          <T id="bundles.to.others" values={{ count: others }} />{' '}
          <GoLink to={{ to: 'exchange', tab: 'desks' }}>
            <T id="bundles.found.desks" />
          </GoLink>
        </p>
      )}
      {data !== undefined && usable.length + groups.length + others === 0 && (
        <p className={text.quiet}>
          <T id="bundles.to.none" />{' '}
          <GoLink to={{ to: 'exchange', tab: 'desks' }}>
            <T id="bundles.found.desks" />
          </GoLink>
        </p>
      )}
    </div>
  );
}

/** For whom it is: desks whose digits were compared, or somebody without a card. */
function ForWhom({ choice, onChange }: Props) {
  const t = useText();
  return (
    <div className={css.form}>
      <RadioGroup
        label={t('bundles.to')}
        value={choice.isForWords ? 'words' : 'cards'}
        onChange={(way) => {
          onChange({ isForWords: way === 'words' });
        }}
        options={WAYS.map((id) => ({
          id,
          label: t(`bundles.to.${id}`),
          note: t(`bundles.to.${id}.how`),
        }))}
      />
      {!choice.isForWords && <Recipients choice={choice} onChange={onChange} />}
    </div>
  );
}

/** Files, names, and a word with it. */
function Besides({ choice, onChange }: Props) {
  const t = useText();
  return (
    <>
      <WhichFiles choice={choice} onChange={onChange} />
      {canBeNameless(choice) && (
        <Checkbox
          isSelected={choice.isNameless}
          onChange={(isNameless) => {
            onChange({ isNameless });
          }}
        >
          <T id="bundles.nameless.how" />
        </Checkbox>
      )}
      <TextArea
        label={t('bundles.note')}
        hint={t('bundles.note.how')}
        rows={2}
        longest={MOST_NOTE}
        value={choice.note}
        onChange={(note) => {
          onChange({ note });
        }}
      />
    </>
  );
}

/** Everything that is chosen before a bundle is made. */
export function MakeForm(props: Props) {
  return (
    <>
      <SheetSection title={<T id="bundles.make.to" />} />
      <SheetRow isContinued>
        <ForWhom {...props} />
      </SheetRow>
      <SheetSection title={<T id="bundles.make.what" />} />
      <SheetRow isContinued>
        <div className={css.form}>
          <About {...props} />
          <Strictness {...props} />
          <Besides {...props} />
        </div>
      </SheetRow>
    </>
  );
}
