import { Printer } from 'lucide-react';
import { useState } from 'react';
import { T, useText } from '#i18n';
import { Button } from '#ui';
import { useCtrlKey } from '../parts/use-ctrl-key';
import type { Printable } from './model';
import { PrintPanel } from './PrintPanel';

type Props = {
  /** Undefined while there is nothing to be printed yet. */
  readonly printable: Printable | undefined;
};

/** The way to paper: asks for the printer first. */
export function PrintButton({ printable }: Props) {
  const t = useText();
  const [isOpen, setOpen] = useState(false);
  const open = (): void => {
    if (printable !== undefined) setOpen(true);
  };
  useCtrlKey('p', open);
  return (
    <>
      <Button
        icon={Printer}
        keys="Ctrl P"
        off={printable === undefined ? t('print.nothing') : undefined}
        onPress={open}
      >
        <T id="print.open" />
      </Button>
      {isOpen && printable !== undefined && (
        <PrintPanel
          printable={printable}
          onClose={() => {
            setOpen(false);
          }}
        />
      )}
    </>
  );
}
