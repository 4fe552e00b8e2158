import { useState } from 'react';
import { T, useText } from '#i18n';
import { Button, Panel, text, TextField } from '#ui';
import { rihai } from '#renderer/app/bridge';
import { run } from '#renderer/app/parts';
import { ValueText } from '../history/ValueText';
import type { ClaimedKind } from './claimed';
import css from './Detainee.module.css';
import type { ClaimRecord } from './model';

type Props = {
  readonly claim: ClaimRecord | undefined;
  /** Of the record it is about. */
  readonly kind: ClaimedKind;
  readonly onClose: () => void;
};

/** Asks why one claim is taken as right: no preference without a reason. */
export function PreferPanel({ claim, kind, onClose }: Props) {
  const t = useText();
  return (
    <Panel isOpen={claim !== undefined} onClose={onClose} title={t('detainee.claim.prefer')}>
      {claim && <Reason key={claim.id} claim={claim} kind={kind} onDone={onClose} />}
    </Panel>
  );
}

type ReasonProps = {
  readonly claim: ClaimRecord;
  readonly kind: ClaimedKind;
  readonly onDone: () => void;
};

function Reason({ claim, kind, onDone }: ReasonProps) {
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
          <ValueText kind={kind} path={field} value={value} />
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
