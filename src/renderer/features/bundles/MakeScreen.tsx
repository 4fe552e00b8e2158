import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ArrowLeft } from 'lucide-react';
import type { RecordId } from '#shared/domain/ids';
import { T } from '#i18n';
import { rihai, value } from '#renderer/app/bridge';
import { useGo } from '#renderer/app/navigation';
import { CodedError } from '#renderer/app/parts';
import { Button, Sheet, SheetHead, SheetRow, Split } from '#ui';
import css from './Bundles.module.css';
import { orderOf, type Choice } from './choice';
import { LeavingFiles, LeavingRecords, StayingBack } from './LeavingLists';
import { MakeForm } from './MakeForm';
import { MakeSide } from './MakeSide';
import type { Order } from './model';
import { useAgain } from './use-again';

/** More files than this are taken all or not at all. */
const MOST_CHOSEN = 100;

const EVERYTHING: Order = { purpose: 'committee', history: 'full', files: 'all' };

/** What is chosen, and what would leave by it. */
function useMake(start: Choice) {
  const [choice, setChoice] = useState<Choice>(start);
  const [fileIds, setFileIds] = useState<readonly RecordId[]>([]);
  const order = orderOf(choice, fileIds);
  const { data, error } = useQuery({
    queryKey: ['bundles', 'plan', order],
    queryFn: () => value(rihai.bundles.plan({ order: order ?? EVERYTHING })),
    enabled: order !== undefined,
    placeholderData: keepPreviousData,
    // The vault process holds one plan at a time: what is shown is always the last.
    gcTime: 0,
    staleTime: 0,
  });
  const plan = order === undefined ? undefined : data;
  const onFile = async (id: RecordId, label: string, isOn: boolean): Promise<void> => {
    const without = new Map(choice.without);
    if (isOn) without.delete(id);
    else without.set(id, label);
    if (choice.without.size === 0 && plan !== undefined) {
      const page = { seen: plan.seen, limit: MOST_CHOSEN, offset: 0 };
      const { rows } = await value(rihai.bundles.leavingFiles(page));
      setFileIds(rows.map((row) => row.id));
    }
    setChoice({ ...choice, without });
  };
  const onChange = (change: Partial<Choice>): void => {
    setChoice((was) => ({ ...was, ...change }));
  };
  return { choice, plan, error, onFile, onChange };
}

type PreviewProps = Pick<ReturnType<typeof useMake>, 'choice' | 'plan' | 'onFile'>;

/** Every value and file that leaves, and all that stays. */
function Preview({ choice, plan, onFile }: PreviewProps) {
  if (plan === undefined)
    return (
      <SheetRow>
        <p className={css.lead}>
          <T id="bundles.make.first" />
        </p>
      </SheetRow>
    );
  const isFew = plan.files + choice.without.size <= MOST_CHOSEN;
  return (
    <>
      <LeavingFiles
        plan={plan}
        without={choice.without}
        onFile={isFew ? (id, label, isOn) => void onFile(id, label, isOn) : undefined}
      />
      <LeavingRecords plan={plan} />
      <StayingBack plan={plan} />
    </>
  );
}

function Making({ start }: { readonly start: Choice }) {
  const go = useGo();
  const { choice, plan, error, onFile, onChange } = useMake(start);
  return (
    <Split end={<MakeSide choice={choice} plan={plan} />}>
      <Sheet>
        <SheetHead
          title={<T id="bundles.make" />}
          actions={
            <Button
              kind="quiet"
              icon={ArrowLeft}
              onPress={() => {
                go({ to: 'exchange', tab: 'bundles' });
              }}
            >
              <T id="bundles.back" />
            </Button>
          }
        />
        <MakeForm choice={choice} onChange={onChange} />
        {error !== null && <CodedError error={error} />}
        <Preview choice={choice} plan={plan} onFile={onFile} />
      </Sheet>
    </Split>
  );
}

/** Makes a bundle: chosen, seen value by value, and written where the user says. */
export function MakeScreen({ like }: { readonly like: string | undefined }) {
  const start = useAgain(like);
  if (start.error !== null) return <CodedError error={start.error} />;
  return start.choice === undefined ? null : <Making key={like} start={start.choice} />;
}
