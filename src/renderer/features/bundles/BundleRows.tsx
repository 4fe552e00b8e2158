import { Check, Hourglass, RotateCcw, ReceiptText, Undo2 } from 'lucide-react';
import { Name, T, useText } from '#i18n';
import { useGo } from '#renderer/app/navigation';
import { Button, Chip, SheetRow, text } from '#ui';
import { useLabel } from '../history/use-label';
import { useMomentParts, useMoments } from '../history/use-moments';
import { useOff } from '../settings/use-off';
import { FactsRow } from '../parts/FactsRow';
import css from './Bundles.module.css';
import type { Arrived, Sent } from './model';
import { useSaveReceipt } from './use-save-receipt';

/** Names of those it was for. */
function ForWhom({ row: { to, isForWords } }: { readonly row: Sent }) {
  if (isForWords) return <T id="bundles.for.words" />;
  return (
    <T
      id="bundles.for"
      values={{
        names: <Name className={text.name}>{to.filter((name) => name !== '').join(', ')}</Name>,
      }}
    />
  );
}

/** What was asked for. */
function Asked({ asked }: { readonly asked: Sent['asked'] }) {
  const labelOf = useLabel();
  const { about, records, purpose, history, files, isNameless } = asked;
  const names = about.map(({ kind, label }) => labelOf(kind, label)).join(', ');
  return (
    <span className={css.small}>
      <span>
        {records === 0 ? (
          <T id="bundles.asked.all" />
        ) : (
          <T
            id="bundles.asked.about"
            values={{ names: <Name>{names}</Name>, more: records - about.length }}
          />
        )}
      </span>
      <span>
        <T id={`bundles.purpose.${purpose}`} />
      </span>
      {asked.level !== undefined && (
        <span>
          <T id={`bundles.level.${asked.level}`} />
        </span>
      )}
      <span>
        <T id={`bundles.history.${history}`} />
      </span>
      {files === 'none' && (
        <span>
          <T id="bundles.files.none" />
        </span>
      )}
      {isNameless && (
        <span>
          <T id="bundles.nameless" />
        </span>
      )}
    </span>
  );
}

/** What came back for it. */
function Receipts({ receipts }: { readonly receipts: Sent['receipts'] }) {
  const moment = useMoments();
  if (receipts.length === 0)
    return (
      <span>
        <Chip tone="unknown" icon={Hourglass}>
          <T id="bundles.receipts.none" />
        </Chip>
      </span>
    );
  return receipts.map(({ name, atMs, outcome }) => (
    <span key={`${name} ${String(atMs)}`} className={css.small}>
      <Chip tone="met" icon={Check}>
        <T id="bundles.receipts.one" values={{ name: <Name>{name}</Name>, outcome }} />
      </Chip>
      {moment(atMs)}
    </span>
  ));
}

/** One bundle that was made here. */
export function SentRow({ row }: { readonly row: Sent }) {
  const t = useText();
  const go = useGo();
  const off = useOff();
  const parts = useMomentParts();
  return (
    <SheetRow margin={parts(row.atMs).day}>
      <FactsRow
        acts={
          <Button
            icon={RotateCcw}
            off={off ?? (row.isForWords ? t('bundles.again.words') : undefined)}
            onPress={() => {
              go({ to: 'exchange', tab: 'make', id: row.id });
            }}
          >
            <T id="bundles.again" />
          </Button>
        }
      >
        <span>
          <T id="bundles.number" values={{ seq: row.seq }} /> <ForWhom row={row} />
        </span>
        <Asked asked={row.asked} />
        <Receipts receipts={row.receipts} />
      </FactsRow>
    </SheetRow>
  );
}

/** One bundle that came here, with its receipt and the way back. */
export function ArrivedRow({
  row,
  onUndo,
}: {
  readonly row: Arrived;
  readonly onUndo: () => void;
}) {
  const t = useText();
  const off = useOff();
  const parts = useMomentParts();
  const receipt = useSaveReceipt(row.id);
  const isOut = row.outcome === 'none';
  return (
    <SheetRow margin={parts(row.atMs).day}>
      <FactsRow
        acts={
          <>
            <Button kind="quiet" icon={ReceiptText} off={off} onPress={() => void receipt.save()}>
              <T id="bundles.receipt.save" />
            </Button>
            <Button
              icon={Undo2}
              off={off ?? (isOut ? t('bundles.undo.out') : undefined)}
              onPress={onUndo}
            >
              <T id="bundles.undo" />
            </Button>
          </>
        }
      >
        <span>
          <T id="bundles.number" values={{ seq: row.seq }} />{' '}
          <T
            id="bundles.from"
            values={{
              name:
                row.from === '' ? (
                  t('bundles.from.unknown')
                ) : (
                  <Name className={text.name}>{row.from}</Name>
                ),
            }}
          />
        </span>
        <span className={css.small}>
          <span>
            <T id={`bundles.outcome.${row.outcome}`} />
          </span>
          <span>
            <T id="bundles.made" values={{ when: parts(row.createdMs).day }} />
          </span>
        </span>
        {receipt.note}
      </FactsRow>
    </SheetRow>
  );
}
