import { useQuery } from '@tanstack/react-query';
import { FolderOpen, History } from 'lucide-react';
import { useState } from 'react';
import type { Result } from '#shared/ipc/result';
import { Name, T } from '#i18n';
import { CallError, rihai } from '#renderer/app/bridge';
import { CodedError } from '#renderer/app/parts';
import { readinessQuery } from '#renderer/app/queries';
import { Button, SheetRow } from '#ui';
import { BackupsIn } from './BackupsIn';
import type { BackupFolder } from './model';
import css from './Settings.module.css';

/** Verified copies on another medium: made, listed, checked, practised. */
export function Backups() {
  const { data: report } = useQuery(readinessQuery);
  const [folder, setFolder] = useState<BackupFolder>();
  const [error, setError] = useState<CallError>();
  const open = async (call: Promise<Result<BackupFolder>>): Promise<void> => {
    const result = await call;
    setError(result.ok ? undefined : new CallError(result.error));
    if (result.ok) setFolder(result.value);
  };
  const choose = async (): Promise<void> => {
    const chosen = await rihai.files.chooseFolder({ purpose: 'backups' });
    if (!chosen.ok) setError(new CallError(chosen.error));
    else if (chosen.value !== undefined)
      await open(rihai.backups.open({ token: chosen.value.token }));
  };
  const last = report?.last;
  return (
    <>
      <SheetRow>
        <p className={css.lead}>
          <T id="backups.lead" />
        </p>
        <div className={css.line}>
          <Button icon={FolderOpen} onPress={() => void choose()}>
            <T id="backups.choose" />
          </Button>
          {last !== undefined && (
            <Button kind="quiet" icon={History} onPress={() => void open(rihai.backups.openLast())}>
              <T id="backups.last" values={{ folder: <Name>{last.folder}</Name> }} />
            </Button>
          )}
        </div>
        {error !== undefined && <CodedError error={error} />}
      </SheetRow>
      {folder !== undefined && <BackupsIn folder={folder} onRead={setFolder} />}
    </>
  );
}
