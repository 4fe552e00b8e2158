import { useQuery } from '@tanstack/react-query';
import { Check, ShieldCheck } from 'lucide-react';
import { T, useText } from '#i18n';
import type { Contract } from '#shared/ipc/contract';
import type { OutputOf } from '#shared/ipc/entry';
import { rihai, value } from '#renderer/app/bridge';
import { CodedError } from '#renderer/app/parts';
import { Button, Chip, ErrorNote, text } from '#ui';
import { useMoments } from '../history/use-moments';
import css from './Settings.module.css';

type Broken = Extract<OutputOf<Contract['log']['verify']>, { readonly isWhole: false }>;

/** In plain words: that the log was altered, how that is known, and what to do. */
function LogBroken({ seq, reason }: Pick<Broken, 'seq' | 'reason'>) {
  const t = useText();
  return (
    <ErrorNote
      what={t('error.audit/broken.what')}
      safe={
        <>
          <T id={`log.broken.${reason}`} values={{ seq }} />. <T id="error.audit/broken.safe" />
        </>
      }
      next={t('error.audit/broken.next')}
      code="audit/broken"
    />
  );
}

/** Whether every row of the log is as it was written, since when: recomputed on wish. */
export function LogProof() {
  const moment = useMoments();
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ['log', 'verify'],
    queryFn: () => value(rihai.log.verify()),
    enabled: false,
  });
  if (error !== null) return <CodedError error={error} />;
  return (
    <div className={css.line}>
      {data?.isWhole === true && (
        <Chip tone="met" icon={Check}>
          <T
            id="log.whole"
            values={{
              count: data.rows,
              since: data.firstMs === undefined ? '' : moment(data.firstMs),
            }}
          />
        </Chip>
      )}
      {data?.isWhole === true && data.signedMs !== undefined && (
        <span className={text.quiet}>
          <T id="log.signed" values={{ when: moment(data.signedMs), witnesses: data.witnesses }} />
        </span>
      )}
      {data?.isWhole === false && <LogBroken seq={data.seq} reason={data.reason} />}
      <Button kind="quiet" icon={ShieldCheck} isPending={isFetching} onPress={() => void refetch()}>
        <T id={data === undefined ? 'log.verify' : 'log.verify.again'} />
      </Button>
    </div>
  );
}
