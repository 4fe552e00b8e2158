import { FileText, FilePlus2 } from 'lucide-react';
import { Name, T, useText } from '#i18n';
import { Button, text } from '#ui';
import type { Contract } from '#shared/ipc/contract';
import type { OutputOf } from '#shared/ipc/entry';
import type { RecordId } from '#shared/domain/ids';
import { rihai } from '#renderer/app/bridge';
import { useGo } from '#renderer/app/navigation';
import { run } from '#renderer/app/parts';
import { useLabel } from '../history/use-label';
import { useMoments } from '../history/use-moments';
import css from './Documents.module.css';

export type Kept = OutputOf<Contract['documents']['attach']>['kept'][number];

type Props = {
  readonly kept: Kept;
  /** What the file was let fall on. */
  readonly about: readonly RecordId[];
  /** It was kept once more, as this document. */
  readonly onAgain: (id: RecordId) => void;
};

/** A file that was not taken in, for its bytes are here: as what, and what may be done. */
export function KeptFile({ kept, about, onAgain }: Props) {
  const t = useText();
  const go = useGo();
  const moment = useMoments();
  const labelOf = useLabel();
  const { name, id, label, addedAt } = kept;
  const records = kept.about.map((one) => labelOf(one.kind, one.label)).join(', ');
  const again = async (): Promise<void> => {
    const call = rihai.documents.again({ id, name, about });
    const result = await run(call, t('documents.kept.again.said', { name }));
    if (result.ok) onAgain(result.value.id);
  };
  return (
    <div className={css.kept}>
      <p>
        <T
          id="documents.kept"
          values={{
            name: <Name>{name}</Name>,
            when: moment(addedAt),
            title: <Name className={text.name}>{label}</Name>,
          }}
        />{' '}
        {records !== '' && (
          <T id="documents.kept.about" values={{ records: <Name>{records}</Name> }} />
        )}
      </p>
      <div className={css.choices}>
        <Button
          icon={FileText}
          onPress={() => {
            go({ to: 'documents', id });
          }}
        >
          <T id="documents.kept.open" />
        </Button>
        <Button icon={FilePlus2} onPress={() => void again()}>
          <T id="documents.kept.again" />
        </Button>
      </div>
    </div>
  );
}
