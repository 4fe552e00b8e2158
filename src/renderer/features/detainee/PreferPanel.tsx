import { useState } from 'react';
import { T, useText } from '#i18n';
import { Button, Panel, text, TextField } from '#ui';
import { rihai } from '#renderer/app/bridge';
import { run } from '#renderer/app/parts';
import { ValueText } from '../history/ValueText';
import css from './Detainee.module.css';
import type { ClaimRecord } from './model';

type Props = { readonly claim: ClaimRecord | undefined; readonly onClose: () => void };

/** Asks why one claim is taken as right: no preference without a reason. */
export function PreferPanel({ claim, onClose }: Props) {
  const t = useText();
  return (
    <Panel isOpen={claim !== undefined} onClose={onClose} title={t('detainee.claim.prefer')}>
      {claim && <Reason key={claim.id} claim={claim} onDone={onClose} />}
    </Panel>
  );
}

function Reason({ claim, onDone }: { readonly claim: ClaimRecord; readonly onDone: () => void }) {
  const t = useText();
  const [reason, setReason] = useState('');
  const [isPending, setPending] = useState(false);
  const { field = '', value } = claim.fields;
  const prefer = async (): Promise<void> => {
    setPending(true);
    const call = rihai.claims.prefer({ claim: claim.id, reason: reason.trim() });
    const result = await run(call, t('detainee.claim.taken'));
    setPending(false);
    if (result.ok) onDone();
  };
  const isBlank = reason.trim() === '';
  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBlank) void prefer();
      }}
    >
      {value !== undefined && (
        <p className={text.name}>
          <ValueText kind="person" path={field} value={value} />
        </p>
      )}
      <TextField
        autoFocus
        label={t('field.preferredReason')}
        hint={<T id="detainee.claim.why" />}
        value={reason}
        onChange={setReason}
        longest={500}
      />
      <div>
        <Button
          type="submit"
          kind="main"
          isPending={isPending}
          off={isBlank ? t('detainee.claim.first') : undefined}
        >
          <T id="detainee.claim.prefer" />
        </Button>
      </div>
    </form>
  );
}
