import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Name, T, useText } from '#i18n';
import {
  Button,
  Checkbox,
  EmptyState,
  Panel,
  Progress,
  RadioGroup,
  Segmented,
  TextField,
} from '#ui';
import { PRINT_PAPERS } from '#shared/printing/messages';
import { rihai, value } from '#renderer/app/bridge';
import { CodedError } from '#renderer/app/parts';
import {
  chosenPrinter,
  faultsOf,
  firstChoice,
  orderOf,
  type Printable,
  type PrintChoice,
  type Printer,
} from './model';
import css from './Print.module.css';
import { usePrint, type Pages } from './use-print';

type ChoiceProps = {
  readonly choice: PrintChoice;
  readonly onChoice: (choice: PrintChoice) => void;
};

type PrinterProps = ChoiceProps & {
  readonly printers: readonly Printer[];
  readonly printer: Printer | undefined;
};

/** Which printer, and what is to be known of the way there before anything goes. */
function PrinterChoice({ printers, printer, choice, onChoice }: PrinterProps) {
  const t = useText();
  const noteOf = ({ isUsual, way, location }: Printer): string =>
    [...(isUsual ? [t('print.usual')] : []), t(`print.way.${way}`), location]
      .filter((part) => part !== '')
      .join(' · ');
  return (
    <>
      <RadioGroup
        label={t('print.printer')}
        value={printer?.name}
        onChange={(name) => {
          // What was said of another printer does not hold for this one.
          onChoice({ ...choice, printer: name, isNetworkFine: false });
        }}
        options={printers.map((one) => ({ id: one.name, label: one.label, note: noteOf(one) }))}
      />
      {printer?.way === 'network' && (
        <div className={css.warning} role="alert">
          <p>
            <T id="print.network" />
          </p>
          <Checkbox
            isSelected={choice.isNetworkFine}
            onChange={(isNetworkFine) => {
              onChoice({ ...choice, isNetworkFine });
            }}
          >
            <T id="print.network.yes" />
          </Checkbox>
        </div>
      )}
      {printer?.way === 'file' && (
        <div className={css.warning} role="alert">
          <p>
            <T id="print.file" />
          </p>
        </div>
      )}
    </>
  );
}

type SheetsProps = ChoiceProps & {
  readonly printable: Printable;
  /** What cannot be printed is said once somebody tried. */
  readonly isTried: boolean;
};

/** Which pages, how often, on what. */
function Sheets({ printable, choice, onChoice, isTried }: SheetsProps) {
  const t = useText();
  const faults = faultsOf(printable, choice);
  const fault = (isFault: boolean, text: string) => (isTried && isFault ? text : undefined);
  return (
    <>
      <div className={css.numbers}>
        {'pages' in printable && (
          <>
            <TextField
              label={t('print.first')}
              value={choice.first}
              error={fault(faults.first, t('print.pages.fault', { most: printable.pages }))}
              onChange={(first) => {
                onChoice({ ...choice, first });
              }}
            />
            <TextField
              label={t('print.last', { pages: printable.pages })}
              value={choice.last}
              error={fault(faults.last, t('print.pages.fault', { most: faults.most }))}
              onChange={(last) => {
                onChoice({ ...choice, last });
              }}
            />
          </>
        )}
        <TextField
          label={t('print.copies')}
          value={choice.copies}
          error={fault(faults.copies, t('print.copies.fault'))}
          onChange={(copies) => {
            onChoice({ ...choice, copies });
          }}
        />
      </div>
      <div className={css.fit}>
        <Segmented
          label={t('print.paper')}
          value={choice.paper}
          onChange={(paper) => {
            onChoice({ ...choice, paper });
          }}
          options={PRINT_PAPERS.map((id) => ({ id, label: t(`print.paper.${id}`) }))}
        />
      </div>
    </>
  );
}

type Props = { readonly printable: Printable; readonly onClose: () => void };

const Handed = ({ printer }: { readonly printer: Printer | undefined }) => (
  <div role="status">
    <p>
      <T id="print.done" values={{ printer: <Name>{printer?.label ?? ''}</Name> }} />
    </p>
    <p className={css.quiet}>
      <T id="print.done.outside" />
    </p>
  </div>
);

const NoPrinter = () => (
  <EmptyState title={<T id="print.none" />}>
    <T id="print.none.how" />
  </EmptyState>
);

/** The printers of the system, read anew each time: one that was switched on meanwhile is there. */
const usePrinters = () =>
  useQuery({
    queryKey: ['print', 'printers'],
    queryFn: () => value(rihai.print.printers()),
    staleTime: 0,
    gcTime: 0,
  });

type FormProps = Omit<PrinterProps, 'printers'> &
  Pick<SheetsProps, 'printable' | 'isTried'> & {
    /** Undefined until they are read. */
    readonly printers: readonly Printer[] | undefined;
  };

/** What is asked before anything goes. */
function PrintForm({ printers, printer, printable, isTried, ...choosing }: FormProps) {
  if (printers === undefined) return null;
  if (printers.length === 0) return <NoPrinter />;
  return (
    <>
      <PrinterChoice printers={printers} printer={printer} {...choosing} />
      <Sheets printable={printable} isTried={isTried} {...choosing} />
      <p className={css.quiet}>
        <T id="print.lead" />
      </p>
    </>
  );
}

type GoProps = {
  readonly isPending: boolean;
  readonly isHeld: boolean;
  readonly onPrint: () => void;
};

/** Hands the pages over; not before the warning was read. */
function Go({ isPending, isHeld, onPrint }: GoProps) {
  const t = useText();
  return (
    <Button
      kind="main"
      isPending={isPending}
      off={isHeld ? t('print.network.first') : undefined}
      onPress={onPrint}
    >
      <T id={isPending ? 'print.doing' : 'print.verb'} />
    </Button>
  );
}

const Close = ({ onClose }: Pick<Props, 'onClose'>) => (
  <Button kind="main" autoFocus onPress={onClose}>
    <T id="print.close" />
  </Button>
);

type MakingProps = { readonly now: Pages | undefined; readonly onCancel: () => void };

/** How many pages of a document are ready; of lines there is nothing to wait for. */
function Making({ now, onCancel }: MakingProps) {
  const t = useText();
  if (now === undefined) return null;
  return (
    <Progress label={t('print.progress', now)} done={now.done / now.total} onCancel={onCancel} />
  );
}

/** Chooses the printer and hands the pages over: no dialog of the system, no name of a person. */
export function PrintPanel({ printable, onClose }: Props) {
  const [choice, setChoice] = useState(() => firstChoice(printable));
  const [isTried, setTried] = useState(false);
  const { data: printers, error: missing } = usePrinters();
  const { now, isPending, isDone, error, send, cancel } = usePrint();
  const printer = chosenPrinter(printers ?? [], choice);
  const { copies, first, last } = faultsOf(printable, choice);
  const isHeld = printer?.way === 'network' && !choice.isNetworkFine;
  const print = (): void => {
    setTried(true);
    if (printer === undefined || copies || first || last || isHeld) return;
    void send(orderOf(printable, printer, choice));
  };
  const go = printer && <Go isPending={isPending} isHeld={isHeld} onPrint={print} />;
  const trouble = error ?? missing;
  return (
    <Panel
      isOpen
      onClose={onClose}
      title={<T id="print.title" />}
      foot={isDone ? <Close onClose={onClose} /> : go}
    >
      <div className={css.form}>
        {isDone ? (
          <Handed printer={printer} />
        ) : (
          <PrintForm {...{ printers, printer, printable, isTried, choice }} onChoice={setChoice} />
        )}
        <Making now={now} onCancel={cancel} />
        {trouble !== null && <CodedError error={trouble} />}
      </div>
    </Panel>
  );
}
