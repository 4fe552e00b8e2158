import { describe, expect, it } from 'vitest';
import { shownPrinters, wayOf, type SystemPrinter } from './printers';

const printer = (
  name: string,
  options: Readonly<Record<string, string>>,
  isDefault?: boolean,
): SystemPrinter => ({
  ...{ name, displayName: name, options },
  ...(isDefault !== undefined && { isDefault }),
});

describe('the way to a printer', () => {
  it.each([
    ['usb://Sample/Printer?serial=1', 'cable'],
    ['USB://Sample/Printer', 'cable'],
    ['parallel:/dev/lp0', 'cable'],
    ['serial:/dev/ttyS0?baud=9600', 'cable'],
    ['hp:/usb/Sample_Laser?serial=1', 'cable'],
    ['file:///dev/null', 'file'],
    ['cups-pdf:/', 'file'],
    ['ipp://192.0.2.1/ipp/print', 'network'],
    ['ipps://sample.local:631/ipp/print', 'network'],
    ['ipp://localhost:60000/ipp/print', 'network'],
    ['socket://192.0.2.1:9100', 'network'],
    ['lpd://192.0.2.1/queue', 'network'],
    ['smb://sample/queue', 'network'],
    ['dnssd://Sample._ipp._tcp.local/', 'network'],
    ['implicitclass://Sample/', 'network'],
    ['hp:/net/Sample_Laser?ip=192.0.2.1', 'network'],
    ['bluetooth://0011223344/spp', 'network'],
    ['xusb://Sample', 'network'],
    ['', 'network'],
    [undefined, 'network'],
  ])('%j is by %s', (device, way) => {
    expect(wayOf(device)).toBe(way);
  });
});

describe('the printers that are shown', () => {
  it('are told without the address of a device, the usual one first', () => {
    const shown = shownPrinters([
      printer('away', { 'device-uri': 'ipp://192.0.2.1/', 'printer-info': 'Away, first floor' }),
      printer('desk', {
        ...{ 'device-uri': 'usb://Sample/Printer', 'printer-location': 'At the desk' },
        'printer-type': String(0x2_00_04),
      }),
    ]);
    expect(shown).toEqual([
      { name: 'desk', label: 'desk', location: 'At the desk', isUsual: true, way: 'cable' },
      { name: 'away', label: 'Away, first floor', location: '', isUsual: false, way: 'network' },
    ]);
    expect(JSON.stringify(shown)).not.toMatch(/192\.0\.2\.1|usb:/u);
  });

  it('are known by what older Electrons tell of them, and by nothing where a system tells nothing', () => {
    expect(shownPrinters([printer('one', {}), printer('two', {}, true)])[0]?.name).toBe('two');
    expect(shownPrinters([{ name: 'bare', displayName: '' }])).toEqual([
      { name: 'bare', label: 'bare', location: '', isUsual: false, way: 'network' },
    ]);
  });
});
