import { FileOutput, HardDriveDownload } from 'lucide-react';
import { useState } from 'react';
import { T } from '#i18n';
import { Button } from '#ui';
import { ExportReadable } from './ExportReadable';
import { IntoVault } from './IntoVault';

/** What can be saved of a damaged vault: into a new one, or readable into a folder. */
export function Ways({ isLarge = false }: { readonly isLarge?: boolean }) {
  const [way, setWay] = useState<'vault' | 'readable'>();
  const close = (): void => {
    setWay(undefined);
  };
  return (
    <>
      <Button
        isLarge={isLarge}
        icon={HardDriveDownload}
        onPress={() => {
          setWay('vault');
        }}
      >
        <T id="damage.into" />
      </Button>
      <Button
        isLarge={isLarge}
        icon={FileOutput}
        onPress={() => {
          setWay('readable');
        }}
      >
        <T id="damage.export" />
      </Button>
      {way === 'vault' && <IntoVault onClose={close} />}
      {way === 'readable' && <ExportReadable onClose={close} />}
    </>
  );
}
