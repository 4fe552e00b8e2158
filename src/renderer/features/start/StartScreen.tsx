import { useState } from 'react';
import { MakeVault } from './MakeVault';
import { MakeSample } from './MakeSample';
import { RestoreBackup } from './RestoreBackup';
import { Welcome } from './Welcome';
import type { Folder } from './model';

type Props = {
  /** Why the vault named at the start cannot be read. */
  readonly trouble: string | undefined;
  /** A vault is being made: stay here until its recovery sheet is safe. */
  readonly onMaking: () => void;
  /** A vault that exists was chosen: its lock screen follows. */
  readonly onChosen: () => void;
  readonly onOpened: () => void;
  /** A backup is to be restored: that comes first. */
  readonly isRestoring: boolean;
};

type At =
  | { readonly id: 'welcome' }
  | { readonly id: 'make' }
  | { readonly id: 'restore' }
  | { readonly id: 'sample'; readonly folder: Folder };

/** First start: what is promised and what is not, then a new vault, one that exists, or the sample. */
export function StartScreen({ trouble, isRestoring, onMaking, onChosen, onOpened }: Props) {
  const [at, setAt] = useState<At>({ id: isRestoring ? 'restore' : 'welcome' });
  if (at.id === 'make')
    return (
      <MakeVault
        onMaking={onMaking}
        onOpened={onOpened}
        onBack={() => {
          setAt({ id: 'welcome' });
        }}
      />
    );
  if (at.id === 'restore')
    return (
      <RestoreBackup
        onRestored={onChosen}
        onBack={() => {
          setAt({ id: 'welcome' });
        }}
      />
    );
  if (at.id === 'sample')
    return (
      <MakeSample
        folder={at.folder}
        onMaking={onMaking}
        onOpened={onOpened}
        onBack={() => {
          setAt({ id: 'welcome' });
        }}
      />
    );
  return (
    <Welcome
      trouble={trouble}
      onMake={() => {
        setAt({ id: 'make' });
      }}
      onRestore={() => {
        setAt({ id: 'restore' });
      }}
      onSample={(folder) => {
        setAt({ id: 'sample', folder });
      }}
      onChosen={onChosen}
    />
  );
}
