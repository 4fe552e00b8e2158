import { useState } from 'react';
import { Name, T, useText } from '#i18n';
import { CodedError } from '#renderer/app/parts';
import { useGo } from '#renderer/app/navigation';
import { Button, Dialog, DropArea, PassphraseField, Progress, text } from '#ui';
import { GoLink } from '../parts/GoLink';
import { useMoments } from '../history/use-moments';
import type { Found } from './model';
import { useOpening, type Opening } from './use-opening';

const ARRIVED = { to: 'exchange', tab: 'arrived' } as const;

/** Asks for the eight words of a bundle. */
function AskWords({ opening }: { readonly opening: Opening }) {
  const t = useText();
  const [typed, setTyped] = useState('');
  const { asking, job, tryWords, dropWords } = opening;
  if (asking === undefined) return null;
  const open = (): void => {
    if (typed.trim() !== '') void tryWords(typed);
  };
  return (
    <Dialog
      isOpen
      onClose={dropWords}
      title={<T id="bundles.words.title" />}
      verb={<T id="bundles.words.verb" />}
      onVerb={open}
      isPending={job.now !== undefined}
      off={typed.trim() === '' ? t('bundles.words.first') : undefined}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          open();
        }}
      >
        <p>
          <T id="bundles.words.lead" values={{ file: <Name>{asking.name}</Name> }} />
        </p>
        <PassphraseField
          autoFocus
          label={t('bundles.words.label')}
          value={typed}
          onChange={setTyped}
        />
      </form>
      {asking.error !== undefined && <CodedError error={asking.error} />}
    </Dialog>
  );
}

/** What was found that is no bundle to look through. */
function FoundNote({ found }: { readonly found: Found }) {
  const moment = useMoments();
  if (found.what === 'bundle') return null;
  if (found.what === 'receipt')
    return (
      <p>
        <T
          id={found.isVerified ? 'bundles.receipt.kept' : 'bundles.receipt.keptUnverified'}
          values={{
            from: <Name className={text.name}>{found.from}</Name>,
            outcome: found.outcome,
            seq: found.seq,
            when: moment(found.atMs),
          }}
        />
      </p>
    );
  return (
    <p>
      <T id={`bundles.found.${found.what}`} />{' '}
      <GoLink to={{ to: 'exchange', tab: 'desks' }}>
        <T id="bundles.found.desks" />
      </GoLink>
    </p>
  );
}

/** Where whatever arrived is let fall: bundles with any ending, and receipts. */
export function OpenArrived({ hasWaiting }: { readonly hasWaiting: boolean }) {
  const t = useText();
  const go = useGo();
  const show = (): void => {
    go(ARRIVED);
  };
  const opening = useOpening(show);
  const { job, found, error, open } = opening;
  if (job.now !== undefined && opening.asking === undefined)
    return <Progress label={t('bundles.opening')} done={job.now.done} onCancel={job.cancel} />;
  return (
    <>
      <DropArea onFiles={(files) => void open(files)}>
        <T id="bundles.drop" />
      </DropArea>
      {hasWaiting && (
        <p>
          <T id="bundles.waits" />{' '}
          <Button onPress={show}>
            <T id="bundles.waits.look" />
          </Button>
        </p>
      )}
      <AskWords key={opening.asking?.token} opening={opening} />
      <div role="status">{found !== undefined && <FoundNote found={found} />}</div>
      {error !== undefined && <CodedError error={error} />}
    </>
  );
}
