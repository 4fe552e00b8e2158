import { useQuery } from '@tanstack/react-query';
import { FileOutput, OctagonAlert } from 'lucide-react';
import { useState } from 'react';
import { T } from '#i18n';
import { vaultQuery } from '#renderer/app/queries';
import { Button, Icon } from '#ui';
import css from './Damage.module.css';
import { ExportReadable } from './ExportReadable';

/** Above every sheet while the vault shows damage: what it is, and a way out. */
export function DamageStrip() {
  const { data } = useQuery(vaultQuery);
  const [isExporting, setExporting] = useState(false);
  if (data?.damage === undefined) return null;
  return (
    <div className={css.strip}>
      <Icon of={OctagonAlert} />
      <p className={css.words} role="alert">
        <b>
          <T id={`damage.${data.damage}`} />
        </b>{' '}
        <T id={data.isReadOnly ? 'damage.stopped' : 'damage.told'} />
      </p>
      <Button
        icon={FileOutput}
        onPress={() => {
          setExporting(true);
        }}
      >
        <T id="damage.export" />
      </Button>
      {isExporting && (
        <ExportReadable
          onClose={() => {
            setExporting(false);
          }}
        />
      )}
    </div>
  );
}
