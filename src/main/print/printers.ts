import type { Contract } from '#shared/ipc/contract';
import type { OutputOf } from '#shared/ipc/entry';
import type { PrinterWay } from '#shared/printing/messages';

export type Printer = OutputOf<Contract['print']['printers']>[number];

/** What Electron tells of a printer; the newer ones no longer tell which is the usual. */
export type SystemPrinter = {
  readonly name: string;
  readonly displayName: string;
  readonly isDefault?: boolean;
  readonly options?: unknown;
};

/** Begins of device addresses that lead to the machine's own sockets, and no further. */
const CABLES = ['usb:', 'parallel:', 'serial:', 'hp:/usb/', 'hp:/par/'];
/** These write a file on the machine. */
const FILES = ['file:', 'cups-pdf:'];
/** In CUPS' `printer-type`: the one that is used where none is named. */
const USUAL = 0x2_00_00;

/** How pages get to a device. Whatever is not known to be a cable or a file is taken for a network. */
export function wayOf(device: string | undefined): PrinterWay {
  const address = (device ?? '').toLowerCase();
  if (CABLES.some((begin) => address.startsWith(begin))) return 'cable';
  if (FILES.some((begin) => address.startsWith(begin))) return 'file';
  return 'network';
}

/** The printers as the window may know them, the usual one first: no address of a device among it. */
export function shownPrinters(found: readonly SystemPrinter[]): readonly Printer[] {
  return found
    .map(({ name, displayName, isDefault = false, options }) => {
      const of = (options ?? {}) as Readonly<Record<string, string | undefined>>;
      return {
        name,
        label:
          [of['printer-info'], displayName].find((text) => text !== undefined && text !== '') ??
          name,
        location: of['printer-location'] ?? '',
        isUsual: isDefault || (Number(of['printer-type'] ?? 0) & USUAL) !== 0,
        way: wayOf(of['device-uri']),
      };
    })
    .sort((one, other) => Number(other.isUsual) - Number(one.isUsual));
}
