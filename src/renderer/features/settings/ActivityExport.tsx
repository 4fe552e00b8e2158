import { Download } from 'lucide-react';
import { useState } from 'react';
import { T, useText } from '#i18n';
import { CallError, rihai } from '#renderer/app/bridge';
import { sayTrouble } from '#renderer/app/parts';
import { Button, text } from '#ui';
import type { LogAsked } from './model';
import { useOff } from './use-off';

/** Writes what is shown to a file, where the user says. */
export function ActivityExport({ asked }: { readonly asked: LogAsked }) {
  const t = useText();
  const off = useOff();
  const [written, setWritten] = useState<string>();
  const [isPending, setPending] = useState(false);
  const write = async (): Promise<void> => {
    const chosen = await rihai.files.chooseSave({ name: t('log.export.name') });
    if (!chosen.ok) sayTrouble(new CallError(chosen.error));
    if (!chosen.ok || chosen.value === undefined) return;
    const { token, name } = chosen.value;
    setPending(true);
    const result = await rihai.log.export({ token, ...asked }).finally(() => {
      setPending(false);
    });
    if (result.ok) setWritten(name);
    else sayTrouble(new CallError(result.error));
  };
  return (
    <>
      <span className={text.quiet} role="status">
        {written !== undefined && <T id="log.export.done" values={{ file: written }} />}
      </span>
      <Button icon={Download} off={off} isPending={isPending} onPress={() => void write()}>
        <T id="log.export" />
      </Button>
    </>
  );
}
