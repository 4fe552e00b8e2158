import { Check, PackagePlus } from 'lucide-react';
import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { Name, T, useText } from '#i18n';
import { CallError, rihai } from '#renderer/app/bridge';
import { CodedError, sayTrouble } from '#renderer/app/parts';
import { Button, Icon, Inspector, InspectorSection, Progress, text } from '#ui';
import { useBytes } from '../parts/use-bytes';
import { useOff } from '../settings/use-off';
import css from './Bundles.module.css';
import { isAddressed, type Choice } from './choice';
import type { Made, Planned } from './model';
import { Numbers } from './Numbers';
import { useJob } from './use-job';

type Written = Made & { readonly name: string };

/** The file that was written, and the words that open it, once. */
function WrittenNote({ written }: { readonly written: Written }) {
  const bytes = useBytes();
  return (
    <div role="status" className={css.stack}>
      <p>
        <Icon of={Check} size="s" />{' '}
        <T
          id="bundles.written"
          values={{ name: <Name>{written.name}</Name>, size: bytes(written.sizeBytes) }}
        />
      </p>
      {written.words !== undefined && (
        <>
          <p>
            <T id="bundles.written.words" />
          </p>
          <ol className={css.words}>
            {written.words.map((word, at) => (
              <li key={at}>
                <bdi>{word}</bdi>
              </li>
            ))}
          </ol>
        </>
      )}
      <p className={css.hash}>
        <bdi>{written.sha256}</bdi>
      </p>
      <p className={text.quiet}>
        <T id="bundles.written.outside" />
      </p>
    </div>
  );
}

type Props = { readonly choice: Choice; readonly plan: Planned | undefined };

/** Writes what was seen where the user says. */
function useMaking({ choice, plan }: Props) {
  const t = useText();
  const client = useQueryClient();
  const job = useJob();
  const [written, setWritten] = useState<Written>();
  const [error, setError] = useState<CallError>();
  const { cards, groups, toSelf, isForWords, note } = choice;
  const make = async (): Promise<void> => {
    if (plan === undefined || job.now !== undefined) return;
    const chosen = await rihai.files.chooseSave({ name: t('bundles.file') });
    if (!chosen.ok) sayTrouble(new CallError(chosen.error));
    if (!chosen.ok || chosen.value === undefined) return;
    const { token, name } = chosen.value;
    const to = { cards, groups, toSelf, despite: false };
    setError(undefined);
    setWritten(undefined);
    const input = { token, seen: plan.seen, note: note.trim(), ...(!isForWords && { to }) };
    const result = await job.run((id) => rihai.bundles.make({ job: id, ...input }));
    if (!result.ok) setError(new CallError(result.error));
    else if (result.value.made !== undefined) setWritten({ name, ...result.value.made });
    await client.invalidateQueries();
  };
  return { job, written, error, make };
}

/** Beside the form: what it comes to, and the way out. */
export function MakeSide({ choice, plan }: Props) {
  const t = useText();
  const readOnly = useOff();
  const { job, written, error, make } = useMaking({ choice, plan });
  const isEmpty = plan === undefined || plan.records === 0;
  const off =
    readOnly ??
    (isAddressed(choice) ? undefined : t('bundles.make.nobody')) ??
    (isEmpty ? t('bundles.make.nothing') : undefined);
  return (
    <Inspector label={t('bundles.side')}>
      {plan !== undefined && <Numbers plan={plan} />}
      <InspectorSection title={<T id="bundles.make.verb" />}>
        <div className={css.stack}>
          <p className={text.quiet}>
            <T id="bundles.make.how" />
          </p>
          {job.now === undefined ? (
            <Button kind="main" icon={PackagePlus} off={off} onPress={() => void make()}>
              <T id="bundles.make.verb" />
            </Button>
          ) : (
            <Progress label={t('bundles.making')} done={job.now.done} onCancel={job.cancel} />
          )}
          {error !== undefined && <CodedError error={error} />}
          {written !== undefined && <WrittenNote written={written} />}
        </div>
      </InspectorSection>
    </Inspector>
  );
}
