import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { T } from '#i18n';
import { settingsQuery } from '#renderer/app/queries';
import { Button, Panel } from '#ui';
import { WipeForm } from './WipeForm';

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
      <Panel
        isOpen={isOpen}
        onClose={() => {
          setOpen(false);
        }}
        title={<T id="wipe.title" />}
      >
        <WipeForm />
      </Panel>
    </>
  );
}
