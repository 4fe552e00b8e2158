import { Ban, Ellipsis, RefreshCw } from 'lucide-react';
import { Name, T, useText } from '#i18n';
import { Button, Chip, IconButton, Menu, Progress, SheetRow, SheetSection, text } from '#ui';
import { useMoments } from '../history/use-moments';
import { FactsRow } from '../parts/FactsRow';
import { useOff } from '../settings/use-off';
import css from '../parts/Carried.module.css';
import type { Folder } from './model';
import { SyncedNote } from './SyncedNote';
import { SyncTrouble } from './SyncTrouble';
import { useSync } from './use-sync';
import { Outstanding, Waits } from './Waits';

type Props = {
  readonly folder: Folder;
  /** The only one there is: to look into it is the main thing to do here. */
  readonly isOnly: boolean;
  readonly onLeave: () => void;
};

/** What leaves through it: for whom it is, how strict, with files or without. */
function Leaves({ folder }: { readonly folder: Folder }) {
  const { purpose, level, history, files } = folder;
  return (
    <span className={css.small}>
      <span>
        <T id={`bundles.purpose.${purpose}`} />
      </span>
      <span>
        <T id="folders.level" values={{ level: <T id={`bundles.level.${level}`} /> }} />
      </span>
      <span>
        <T id={`bundles.history.${history}`} />
      </span>
      <span>
        <T id={`bundles.files.${files}`} />
      </span>
    </span>
  );
}

/** Who is in the group, and who of them gets nothing as things stand. */
function Members({ members }: Pick<Folder, 'members'>) {
  const t = useText();
  if (members.length === 0)
    return (
      <span className={text.quiet}>
        <T id="folders.members.none" />
      </span>
    );
  return (
    <ul className={css.members} aria-label={t('folders.members')}>
      <li className={text.quiet} aria-hidden="true">
        <T id="folders.members" />
      </li>
      {members.map(({ name, state }) => (
        <li key={name}>
          <Name className={text.name}>{name}</Name>
          {state !== 'verified' && (
            <Chip tone="due" icon={Ban}>
              <T id="folders.member.left" />
            </Chip>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Where it lies, when it was last looked into, and what seems to carry it. */
function Place({ folder: { place, syncedMs, carrier } }: { readonly folder: Folder }) {
  const moment = useMoments();
  return (
    <>
      <bdi className={css.place}>{place}</bdi>
      <span className={text.quiet}>
        {syncedMs === undefined ? (
          <T id="folders.synced.never" />
        ) : (
          <T id="folders.synced" values={{ when: moment(syncedMs) }} />
        )}
        {carrier !== undefined && (
          <>
            {' '}
            <T id="folders.carrier" values={{ carrier: <Name>{carrier}</Name> }} />
          </>
        )}
      </span>
    </>
  );
}

/** One shared folder: what it is, what waits in it and for whom, and the run that looks into it. */
export function FolderSection({ folder, isOnly, onLeave }: Props) {
  const t = useText();
  const off = useOff();
  const { job, step, done, error, sync, move } = useSync(folder.id);
  const more = t('folders.more', { group: folder.group });
  return (
    <section>
      <SheetSection title={<Name>{folder.group}</Name>} />
      <SheetRow isContinued>
        <FactsRow
          acts={
            job.now === undefined && (
              <>
                <Button
                  kind={isOnly ? 'main' : 'plain'}
                  icon={RefreshCw}
                  off={off}
                  onPress={() => void sync(false)}
                >
                  <T id="folders.sync" />
                </Button>
                <Menu
                  label={more}
                  trigger={<IconButton icon={Ellipsis} label={more} />}
                  entries={[
                    { id: 'move', label: t('folders.move'), isDisabled: off !== undefined },
                    {
                      id: 'leave',
                      label: t('folders.leave'),
                      isRisk: true,
                      isDisabled: off !== undefined,
                    },
                  ]}
                  onAction={(what) => {
                    if (what === 'move') void move();
                    else onLeave();
                  }}
                />
              </>
            )
          }
        >
          <Place folder={folder} />
          <Leaves folder={folder} />
          <Members members={folder.members} />
        </FactsRow>
        {job.now !== undefined && (
          <Progress label={t(`folders.step.${step}`)} done={job.now.done} onCancel={job.cancel} />
        )}
        <div role="status">{done !== undefined && <SyncedNote done={done} />}</div>
        {error !== undefined && (
          <SyncTrouble error={error} onMove={() => void move()} onAnew={() => void sync(true)} />
        )}
      </SheetRow>
      <Outstanding outstanding={folder.outstanding} />
      <Waits waits={folder.waits} />
    </section>
  );
}
