import { Check } from 'lucide-react';
import { Name, T } from '#i18n';
import { Icon, text } from '#ui';
import { GoLink } from '../parts/GoLink';
import { useBytes } from '../parts/use-bytes';
import css from '../parts/Carried.module.css';
import type { Synced } from './model';

/** What one run came to: what came from whom, what was written, what nobody needs any more. */
export function SyncedNote({ done }: { readonly done: Synced }) {
  const bytes = useBytes();
  const { isCancelled, taken, sent, removed, leftOut, conflicts } = done;
  return (
    <ul className={css.note}>
      <li>
        <Icon of={Check} size="s" />{' '}
        <T id={isCancelled ? 'folders.done.cancelled' : 'folders.done'} />
      </li>
      {taken.map(({ from, changes, files, asking }) => (
        <li key={from}>
          <T
            id="folders.done.taken"
            values={{ from: <Name className={text.name}>{from}</Name>, changes, files, asking }}
          />
        </li>
      ))}
      {taken.length === 0 && (
        <li>
          <T id="folders.done.nothing" />
        </li>
      )}
      <li>
        {sent.bundles === 0 ? (
          <T id="folders.done.sentNothing" />
        ) : (
          <T
            id="folders.done.sent"
            values={{ changes: sent.changes, files: sent.files, size: bytes(sent.sizeBytes) }}
          />
        )}
      </li>
      {removed > 0 && (
        <li>
          <T id="folders.done.removed" values={{ count: removed }} />
        </li>
      )}
      {leftOut.map(({ name }) => (
        <li key={name}>
          <T id="folders.done.leftOut" values={{ name: <Name>{name}</Name> }} />{' '}
          <GoLink to={{ to: 'exchange', tab: 'desks' }}>
            <T id="bundles.found.desks" />
          </GoLink>
        </li>
      ))}
      {conflicts > 0 && (
        <li>
          <GoLink to={{ to: 'conflicts' }}>
            <T id="folders.done.conflicts" values={{ count: conflicts }} />
          </GoLink>
        </li>
      )}
    </ul>
  );
}
