import { Siren } from 'lucide-react';
import { useState } from 'react';
import { Name, T } from '#i18n';
import { rihai } from '#renderer/app/bridge';
import { CodedError } from '#renderer/app/parts';
import { Button, SheetRow } from '#ui';
import { useOff } from '../settings/use-off';
import { useStep } from '../settings/use-step';
import { chooseFile } from './choose';
import css from './Desks.module.css';
import { useLastDay } from './use-last-day';

type Taken = { readonly name: string; readonly by: string; readonly lastTrustedMs: number };

/** Believes a notice that came from somebody. */
export function TakeNotice() {
  const off = useOff();
  const lastDay = useLastDay();
  const { isPending, error, run } = useStep();
  const [taken, setTaken] = useState<Taken>();
  const take = async (): Promise<void> => {
    const token = await chooseFile();
    if (token === undefined) return;
    setTaken(undefined);
    const result = await run(() => rihai.cards.takeNotice({ token }));
    if (result.ok) setTaken(result.value);
  };
  return (
    <SheetRow>
      <Button kind="quiet" icon={Siren} off={off} isPending={isPending} onPress={() => void take()}>
        <T id="desks.notice.take" />
      </Button>
      <p role="status" className={css.lead}>
        {taken !== undefined && (
          <T
            id="desks.notice.taken"
            values={{
              name: <Name>{taken.name}</Name>,
              by: <Name>{taken.by}</Name>,
              when: lastDay(taken.lastTrustedMs),
            }}
          />
        )}
      </p>
      {error !== undefined && <CodedError error={error} />}
    </SheetRow>
  );
}
