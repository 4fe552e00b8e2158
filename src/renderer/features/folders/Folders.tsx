import { useQuery } from '@tanstack/react-query';
import { FolderSync, Hourglass } from 'lucide-react';
import { useState } from 'react';
import { T } from '#i18n';
import { CodedError } from '#renderer/app/parts';
import { Button, Chip, EmptyState, SheetRow } from '#ui';
import { useOff } from '../settings/use-off';
import { AddFolder } from './AddFolder';
import { Asking } from './Asking';
import { FolderSection } from './FolderSection';
import css from '../parts/Carried.module.css';
import { LeaveFolder } from './LeaveFolder';
import { foldersQuery, type Folder } from './model';

type BeginProps = { readonly isFirst: boolean; readonly onAdd: () => void };

/** What a shared folder is, and the way to one. */
function Begin({ isFirst, onAdd }: BeginProps) {
  const off = useOff();
  return (
    <SheetRow>
      <div className={css.begin}>
        <Button kind={isFirst ? 'main' : 'plain'} icon={FolderSync} off={off} onPress={onAdd}>
          <T id="folders.add" />
        </Button>
        <p className={css.lead}>
          <T id="folders.lead" />
        </p>
      </div>
    </SheetRow>
  );
}

/** Folders that carry bundles between desks, and what came through them and waits for an answer. */
export function Folders() {
  const { data, error } = useQuery(foldersQuery);
  const [isAdding, setAdding] = useState(false);
  const [leaving, setLeaving] = useState<Folder>();
  if (error !== null) return <CodedError error={error} />;
  if (data === undefined) return null;
  const { folders, asking, filesOnTheWay } = data;
  return (
    <>
      <Begin
        isFirst={folders.length === 0}
        onAdd={() => {
          setAdding(true);
        }}
      />
      {folders.length === 0 && (
        <SheetRow>
          <EmptyState title={<T id="folders.none" />}>
            <T id="folders.none.how" />
          </EmptyState>
        </SheetRow>
      )}
      {asking > 0 && <Asking />}
      {filesOnTheWay > 0 && (
        <SheetRow>
          <Chip tone="unknown" icon={Hourglass}>
            <T id="folders.files" values={{ count: filesOnTheWay }} />
          </Chip>{' '}
          <T id="folders.files.how" />
        </SheetRow>
      )}
      {folders.map((folder) => (
        <FolderSection
          key={folder.id}
          folder={folder}
          isOnly={folders.length === 1}
          onLeave={() => {
            setLeaving(folder);
          }}
        />
      ))}
      {isAdding && (
        <AddFolder
          onClose={() => {
            setAdding(false);
          }}
        />
      )}
      {leaving !== undefined && (
        <LeaveFolder
          folder={leaving}
          onClose={() => {
            setLeaving(undefined);
          }}
        />
      )}
    </>
  );
}
