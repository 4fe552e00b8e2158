import { useQuery } from '@tanstack/react-query';
import { Undo2 } from 'lucide-react';
import type { Contract } from '#shared/ipc/contract';
import type { OutputOf } from '#shared/ipc/entry';
import { Name, T, useText } from '#i18n';
import { rihai, value } from '#renderer/app/bridge';
import { CodedError, run } from '#renderer/app/parts';
import { Button, SheetRow, SheetSection, text } from '#ui';
import { useFieldWords } from '../forms/words';
import { isRecordKind } from '#shared/domain/kinds';
import { useLabel } from '../history/use-label';
import { useMoments } from '../history/use-moments';
import { useWhat } from '../history/what';
import css from './Settings.module.css';

const SHOWN = 20;
const NAMED = 3;

type Did = OutputOf<Contract['undo']['last']>[number];

/** What this hand did last; each can be taken back. */
export function Activity() {
  const { data, error } = useQuery({
    queryKey: ['undo', 'last', { limit: SHOWN }],
    queryFn: () => value(rihai.undo.last({ limit: SHOWN })),
  });
  return (
    <>
      <SheetSection title={<T id="settings.activity" />} note={<T id="settings.activity.note" />} />
      {error !== null && (
        <SheetRow>
          <CodedError error={error} />
        </SheetRow>
      )}
      {data?.length === 0 && (
        <SheetRow>
          <span className={text.quiet}>
            <T id="settings.activity.none" />
          </span>
        </SheetRow>
      )}
      {data?.map((did) => (
        <Row key={did.action} did={did} />
      ))}
    </>
  );
}

function Row({ did }: { readonly did: Did }) {
  const t = useText();
  const words = useFieldWords();
  const moment = useMoments();
  const whatOf = useWhat();
  const labelOf = useLabel();
  const what = whatOf(did.what);
  const undo = (): void => {
    void run(rihai.undo.run({ action: did.action }), t('app.undone', { said: what }));
  };
  return (
    <SheetRow>
      <div className={css.did}>
        <span className={css.when}>{moment(did.at)}</span>
        <span className={css.what}>
          {what}{' '}
          {did.records.slice(0, NAMED).map(({ id, kind, label }, at) => (
            <span key={id}>
              {at > 0 && ', '}
              <span className={text.quiet}>
                {isRecordKind(kind) ? words.kind(kind) : kind}
              </span>{' '}
              <Name>{labelOf(kind, label)}</Name>
            </span>
          ))}
          {did.records.length > NAMED && (
            <span className={text.quiet}>
              {' '}
              <T id="settings.activity.more" values={{ count: did.records.length - NAMED }} />
            </span>
          )}
        </span>
        <Button kind="quiet" icon={Undo2} onPress={undo}>
          <T id="ui.undo" />
        </Button>
      </div>
    </SheetRow>
  );
}
