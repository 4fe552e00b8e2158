import { useQuery } from '@tanstack/react-query';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { HOLD_TO_WIPE_MS } from '#shared/wiping';
import { Name, T } from '#i18n';
import { CallError, rihai, value } from '#renderer/app/bridge';
import { CodedError } from '#renderer/app/parts';
import { HoldButton } from '#ui';
import css from './Wipe.module.css';

/** What the law may say to it, by country: a reason to ask beforehand. */
function Warnings() {
  const { data: warnings = [] } = useQuery({
    queryKey: ['vault', 'wipeWarnings'],
    queryFn: () => value(rihai.vault.wipeWarnings()),
  });
  return warnings.map(({ country, note, basis, asOf, isVerified }) => (
    <div key={country} className={css.warning}>
      <p className={css.head}>
        <T id="wipe.counsel" values={{ country: <Name>{country}</Name> }} />
      </p>
      <p>
        <Name>{note}</Name>
      </p>
      <p className={css.basis}>
        <Name>{basis}</Name>
        {'. '}
        <T id={isVerified ? 'wipe.asOf' : 'wipe.unverified'} values={{ day: <bdi>{asOf}</bdi> }} />
      </p>
    </div>
  ));
}

/** Destroys the vault by a button that is held; main counts the time too. */
export function WipeForm() {
  const [isPending, setPending] = useState(false);
  const [error, setError] = useState<CallError>();
  const wipe = async (): Promise<void> => {
    setPending(true);
    // Where it is done, this page ends and never hears of it.
    const result = await rihai.wipe.run();
    setPending(false);
    if (!result.ok) setError(new CallError(result.error));
  };
  return (
    <div className={css.form}>
      <p>
        <T id="wipe.what" />
      </p>
      <ul className={css.points}>
        <li>
          <T id="wipe.backups" />
        </li>
        <li>
          <T id="wipe.remnants" />
        </li>
        <li>
          <T id="wipe.log" />
        </li>
      </ul>
      <Warnings />
      <HoldButton
        icon={Trash2}
        holdMs={HOLD_TO_WIPE_MS}
        isPending={isPending}
        onBegin={() => {
          setError(undefined);
          void rihai.wipe.begin();
        }}
        onRelease={() => void rihai.wipe.release()}
        onHeld={() => void wipe()}
      >
        <T id="wipe.verb" />
      </HoldButton>
      {error !== undefined && <CodedError error={error} />}
    </div>
  );
}
