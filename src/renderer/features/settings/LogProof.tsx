import { useQuery } from '@tanstack/react-query';
import { Check, ShieldCheck } from 'lucide-react';
import { T } from '#i18n';
import { rihai, value } from '#renderer/app/bridge';
import { CodedError } from '#renderer/app/parts';
import { Button, Chip } from '#ui';
import { useMoments } from '../history/use-moments';
import css from './Settings.module.css';

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
      {data !== undefined && (
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
      <Button kind="quiet" icon={ShieldCheck} isPending={isFetching} onPress={() => void refetch()}>
        <T id={data === undefined ? 'log.verify' : 'log.verify.again'} />
      </Button>
    </div>
  );
}
