import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { T } from '#i18n';
import { settingsQuery } from '#renderer/app/queries';
import { Button } from '#ui';

// Hardly ever needed: what floats over a window is not read for the first screen.
const WipePanel = lazy(() => import('./WipePanel').then((read) => ({ default: read.WipePanel })));

/** The way to wipe without opening the vault, where the settings allow it. */
export function WipeLocked() {
  const { data: settings } = useQuery(settingsQuery);
  const [isOpen, setOpen] = useState(false);
  if (settings?.wipesLocked !== true) return null;
  return (
    <>
      <Button
        kind="quiet"
        onPress={() => {
          setOpen(true);
        }}
      >
        <T id="wipe.open" />
      </Button>
      {isOpen && (
        <Suspense>
          <WipePanel
            onClose={() => {
              setOpen(false);
            }}
          />
        </Suspense>
      )}
    </>
  );
}
