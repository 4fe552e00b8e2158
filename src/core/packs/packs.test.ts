import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ADJOURNMENT_REASONS } from '#shared/domain/records/court-days';
import { isAppError } from '#shared/errors/app-error';
import { fallbackFor, flagsOf, indexPack, loadPack } from './index';

const DIRECTORY = join(process.cwd(), 'resources/packs/pk');
const pack = loadPack(DIRECTORY);
const index = indexPack(pack);

describe('the Pakistan pack', () => {
  it('holds the custody rules with basis, source, date and confidence', () => {
    expect(pack.rules.map(({ id }) => id)).toEqual([
      'PK-24H',
      'PK-167-15D',
      'PK-344-15D',
      'PK-497-STAT',
      'PK-ATA-30D',
      'PK-ATA-90D',
      'PK-PD-15D',
      'PK-PD-3M',
      'PK-MPO-GOV',
    ]);
    for (const rule of pack.rules)
      expect(rule.basis).toMatch(/(?:CrPC|ATA|MPO 1960) s\.\d|Art\. \d/u);
  });

  it('knows every reason for an adjournment that a hearing can hold', () => {
    expect(pack.hearings.adjournmentReasons.map(({ code }) => code).toSorted()).toEqual(
      [...ADJOURNMENT_REASONS].toSorted(),
    );
  });

  it('keeps what nobody has checked marked as such', () => {
    const ata = pack.statutes.sections.filter(({ act }) => act === 'ATA');
    expect(ata.map(({ status, confidence }) => [status, confidence])).toEqual(
      ata.map(() => ['unverified', 'L']),
    );
    const ninety = pack.rules.find(({ id }) => id === 'PK-ATA-90D');
    expect([ninety?.status, ninety?.confidence]).toEqual(['unverified', 'L']);
    expect(index.section('PPC 124-A')?.note).toContain('unverified');
    expect(index.court('GB-SESS')?.confidence).toBe('L');
  });

  it('finds a section as lawyers write it', () => {
    const forms = [
      'PPC-124-A',
      'PPC 124-A',
      '124-A PPC',
      's. 124-A PPC',
      '124A P.P.C.',
      'u/s 124-A PPC',
      'Section 124-A of the Pakistan Penal Code 1860',
      'ppc 124a',
    ];
    expect(forms.map((form) => index.section(form)?.code)).toEqual(forms.map(() => 'PPC-124-A'));
    expect(index.section('505 PPC')?.code).toBe('PPC-505');
    expect(index.section('s.506(ii) PPC')?.code).toBe('PPC-506-ii');
    expect(index.section('11-W ATA')?.code).toBe('ATA-11-W');
    expect(index.section('26-A PECA')?.code).toBe('PECA-26A');
    expect(index.section('16 MPO')?.code).toBe('MPO-16');
  });

  it('finds nothing for a section or a court it does not list', () => {
    expect(index.section('PPC 9999')).toBeUndefined();
    expect(index.section('')).toBeUndefined();
    expect(index.court('Court of Nowhere')).toBeUndefined();
  });

  it('finds a court by alias', () => {
    expect(index.court('GBCC')?.code).toBe('GB-CC');
    expect(index.court('Duty Magistrate')?.code).toBe('PK-JM');
  });

  it('resolves flags by region and day', () => {
    const sedition = index.section('PPC 124-A');
    if (sedition === undefined) throw new Error('missing');
    expect(flagsOf(sedition, 'PB', '2023-03-29').status).toBeUndefined();
    expect(flagsOf(sedition, 'PB', '2023-03-30').status).toBe('struckDown');
    expect(flagsOf(sedition, 'GB', '2025-01-01').status).toBeUndefined();
  });

  it('falls back on the heaviest penalty for other Acts', () => {
    const bail = (years: number) => fallbackFor(pack, { years })?.bailable;
    expect([bail(8), bail(7), bail(3), bail(2), bail(1)]).toEqual(['no', 'no', 'no', 'yes', 'yes']);
    expect(fallbackFor(pack, { years: 8 })?.courts).toEqual(['PK-SESS']);
    expect(fallbackFor(pack, { years: 7 })?.courts).toEqual(['PK-SESS', 'PK-JM']);
    expect(fallbackFor(pack, { death: true })?.label.en).toContain('death');
    expect(fallbackFor(pack, { months: 6 })?.cognizable).toBe('no');
    expect(fallbackFor(pack, { fine: 'any' })?.bailable).toBe('yes');
    expect(fallbackFor(pack, { varies: true })).toBeUndefined();
    expect(fallbackFor(pack, {})).toBeUndefined();
  });
});

describe('a damaged pack', () => {
  let directory = '';
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'pack-'));
    cpSync(DIRECTORY, directory, { recursive: true });
  });
  afterEach(() => {
    rmSync(directory, { recursive: true });
  });

  const refusal = () => {
    try {
      loadPack(directory);
    } catch (error) {
      return isAppError(error, 'pack/damaged') ? error.params : error;
    }
    return undefined;
  };
  const edit = (file: string, change: (value: never) => void) => {
    const path = join(directory, file);
    const value = JSON.parse(readFileSync(path, 'utf8')) as never;
    change(value);
    writeFileSync(path, JSON.stringify(value));
  };

  it('is refused by file where the JSON is broken or absent', () => {
    writeFileSync(join(directory, 'courts.json'), '[{');
    expect(refusal()).toEqual({ file: 'courts.json', field: '' });
    cpSync(join(DIRECTORY, 'courts.json'), join(directory, 'courts.json'));
    rmSync(join(directory, 'rules.json'));
    expect(refusal()).toEqual({ file: 'rules.json', field: '' });
  });

  it('is refused by field where a rule has an unknown method or key', () => {
    edit('rules.json', (rules: { method: string }[]) => {
      rules[1]!.method = 'guess';
    });
    expect(refusal()).toEqual({ file: 'rules.json', field: '1.method' });
  });

  it('is refused where a section names a court that is not there', () => {
    edit('sections.json', (part: { sections: { courts: string[] }[] }) => {
      part.sections[3]!.courts = ['PK-NOWHERE'];
    });
    expect(refusal()).toEqual({ file: 'sections.json', field: 'sections.3.courts' });
  });

  it('is refused where a code stands twice or the zone is none', () => {
    edit('courts.json', (courts: { code: string }[]) => {
      courts[1]!.code = courts[0]!.code;
    });
    expect(refusal()).toEqual({ file: 'courts.json', field: '1.code' });
    edit('pack.json', (part: { zone: string }) => {
      part.zone = 'Asia/Nowhere';
    });
    expect(refusal()).toEqual({ file: 'pack.json', field: 'zone' });
  });
});
