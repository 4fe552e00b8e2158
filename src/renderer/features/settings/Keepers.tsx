import { useQuery } from '@tanstack/react-query';
import { KeyRound, UserMinus, UserPlus } from 'lucide-react';
import { useState } from 'react';
import { Name, T, useText } from '#i18n';
import { CodedError } from '#renderer/app/parts';
import { Button, SheetRow, SheetSection, text } from '#ui';
import { useMoments } from '../history/use-moments';
import { AddKeeper } from './AddKeeper';
import { ChangePassphrase } from './ChangePassphrase';
import { keepersQuery, MOST_KEEPERS, type Keeper } from './keepers';
import { KeeperLeaves } from './KeeperLeaves';
import { NewVaultKey } from './NewVaultKey';
import css from './Settings.module.css';
import { useOff } from './use-off';

type ToDo =
  | { readonly what: 'add' | 'key'; readonly keeper?: undefined }
  | { readonly what: 'passphrase' | 'leave'; readonly keeper: Keeper };

/** Everybody who opens this vault with a passphrase: who they are, who comes, who leaves. */
export function Keepers() {
  const t = useText();
  const off = useOff();
  const { data, error } = useQuery(keepersQuery);
  const [doing, setDoing] = useState<ToDo>();
  const close = (): void => {
    setDoing(undefined);
  };
  if (error !== null) return <CodedError error={error} />;
  if (data === undefined) return null;
  const { members, ownSlot } = data;
  const isFull = members.length >= MOST_KEEPERS;
  return (
    <>
      <SheetRow>
        <p className={css.lead}>
          <T id="keepers.lead" />
        </p>
      </SheetRow>
      {members.map((keeper) => (
        <Row
          key={keeper.slot}
          keeper={keeper}
          ownSlot={ownSlot}
          isLast={members.length === 1}
          onDo={(what) => {
            setDoing({ what, keeper });
          }}
        />
      ))}
      <SheetRow>
        <Button
          icon={UserPlus}
          off={off ?? (isFull ? t('keepers.full') : undefined)}
          onPress={() => {
            setDoing({ what: 'add' });
          }}
        >
          <T id="keepers.add" />
        </Button>
      </SheetRow>
      <SheetSection title={<T id="keepers.key" />} />
      <SheetRow>
        <p className={css.lead}>
          <T id="keepers.key.lead" />
        </p>
        <Button
          icon={KeyRound}
          off={off}
          onPress={() => {
            setDoing({ what: 'key' });
          }}
        >
          <T id="keepers.key.change" />
        </Button>
      </SheetRow>
      {doing !== undefined && <Doing doing={doing} ownSlot={ownSlot} onClose={close} />}
    </>
  );
}

type DoingProps = {
  readonly doing: ToDo;
  readonly ownSlot: number;
  readonly onClose: () => void;
};

/** The form or question that is open. */
function Doing({ doing, ownSlot, onClose }: DoingProps) {
  if (doing.what === 'add') return <AddKeeper onClose={onClose} />;
  const { keeper } = doing;
  if (keeper === undefined) return <NewVaultKey onClose={onClose} />;
  return doing.what === 'leave' ? (
    <KeeperLeaves keeper={keeper} onClose={onClose} />
  ) : (
    <ChangePassphrase keeper={keeper} ownSlot={ownSlot} onClose={onClose} />
  );
}

type RowProps = {
  readonly keeper: Keeper;
  readonly ownSlot: number;
  readonly isLast: boolean;
  readonly onDo: (what: 'passphrase' | 'leave') => void;
};

function Row({ keeper, ownSlot, isLast, onDo }: RowProps) {
  const t = useText();
  const off = useOff();
  const moment = useMoments();
  const { slot, name, addedMs } = keeper;
  const isOwn = slot === ownSlot;
  return (
    <SheetRow margin={slot}>
      <div className={css.did}>
        <span className={css.what}>
          <Name className={text.name}>{name}</Name>{' '}
          {isOwn && (
            <span className={text.quiet}>
              <T id="keepers.you" />
            </span>
          )}
          <span className={css.hint}>
            {addedMs !== undefined && (
              <T id="keepers.since" values={{ when: moment(addedMs), slot }} />
            )}
          </span>
        </span>
        {(isOwn || ownSlot === 0) && (
          <Button
            icon={KeyRound}
            off={off}
            onPress={() => {
              onDo('passphrase');
            }}
          >
            <T id={isOwn ? 'keepers.passphrase' : 'keepers.reset'} />
          </Button>
        )}
        {!isOwn && !isLast && (
          <Button
            kind="quiet"
            icon={UserMinus}
            off={off}
            onPress={() => {
              onDo('leave');
            }}
          >
            {t('keepers.leaves', { name })}
          </Button>
        )}
      </div>
    </SheetRow>
  );
}
