import { describe, expect, it } from 'vitest';
import { memoryReader, testId, type PlainRecord } from '#tests/fixtures/memory-reader';
import { partsOf, sampleBrief } from '#tests/fixtures/papers';
import { IDS, SAMPLE_CASE } from '#tests/fixtures/sample-case';
import { all, xmlTree } from '#tests/fixtures/xml-tree';
import type { BriefRequest } from './index';
import { PROFILE, PROFILES } from './profiles';
import { levelOf, project } from './projection';

const made = async (changes: Partial<BriefRequest>) => {
  const brief = await sampleBrief(changes);
  const xml = partsOf(brief.bytes);
  const text = all(xmlTree(xml['word/document.xml'] ?? ''), 'w:p')
    .map((one) => one.text)
    .join('\n');
  return { ...brief, text, everything: JSON.stringify(xml) };
};
const publicly = (records: readonly PlainRecord[]): PlainRecord[] =>
  records.map((record) => ({ ...record, level: 'public' }));

describe('a paper of any profile', () => {
  it.each(PROFILES)('for %s carries no phone, note, source, file name or id', async (profile) => {
    const { everything } = await made({ profile });
    for (const secret of [
      '0355-55',
      'office only',
      'S-014',
      'on Tuesday',
      'scan-from-phone',
      '01900000',
      '1234567',
    ]) {
      expect(everything).not.toContain(secret);
    }
  });
});

describe('the court profile', () => {
  it('masks identity numbers and gives the district only, and says so', async () => {
    const { text, heldBack } = await made({});
    expect(text).toContain('CNIC XXXXX-XXXXX67-9');
    expect(text).toContain('District Wadi-e-Misal');
    expect(text).not.toContain('Farzi Mohalla');
    expect(heldBack).toEqual([
      { kind: 'person', record: IDS.karim, field: 'identityDocuments', reason: 'shortened' },
      { kind: 'person', record: IDS.karim, field: 'addresses', reason: 'shortened' },
    ]);
  });

  it('gives them whole where asked', async () => {
    const { text } = await made({ fullAddresses: true, fullIdentity: true });
    expect(text).toContain('71501-1234567-9');
    expect(text).toContain('House 4, Farzi Mohalla, District Wadi-e-Misal');
  });

  it('masks an identity number in running text too', async () => {
    const records: PlainRecord[] = [
      ...SAMPLE_CASE,
      {
        kind: 'order',
        id: testId(500),
        fields: { case: IDS.case, gist: 'Surety CNIC 71501-7654321-1 accepted' },
      },
    ];
    const { text } = await made({ reader: memoryReader(records) });
    expect(text).toContain('Surety CNIC XXXXX-XXXXX21-1 accepted');
  });
});

describe('outside the court', () => {
  it.each(['family', 'un', 'media'] as const)(
    'the %s profile names no witness anywhere',
    async (profile) => {
      const { everything } = await made({ profile, reader: memoryReader(publicly(SAMPLE_CASE)) });
      expect(everything).not.toContain('Hikayati');
    },
  );

  it.each(['family', 'un', 'media'] as const)(
    'the %s profile gives no whole address or number even where asked',
    async (profile) => {
      const { everything } = await made({ profile, fullAddresses: true, fullIdentity: true });
      expect(everything).not.toContain('Mohalla');
      expect(everything).not.toContain('71501');
    },
  );

  it('strikes a witness from running text', async () => {
    const { text } = await made({ profile: 'un' });
    expect(text).toContain('[name withheld] claims to have seen it.');
  });

  it('keeps privileged fields back, and lists them', async () => {
    const { text, heldBack } = await made({ profile: 'un' });
    expect(text).not.toContain('diabetes');
    expect(heldBack).toContainEqual({
      kind: 'person',
      record: IDS.karim,
      field: 'health',
      reason: 'level',
    });
    expect(heldBack).toContainEqual({
      kind: 'case',
      record: IDS.case,
      field: 'strengths',
      reason: 'profile',
    });
  });

  it('keeps back a value that was given a level of its own', async () => {
    const records = SAMPLE_CASE.map((record): PlainRecord =>
      record.id === IDS.case && record.kind === 'case'
        ? { ...record, levels: { allegation: 'privileged' } }
        : record,
    );
    const { text, heldBack } = await made({ profile: 'un', reader: memoryReader(records) });
    expect(text).not.toContain('blocked the road');
    expect(heldBack).toContainEqual({
      kind: 'case',
      record: IDS.case,
      field: 'allegation',
      reason: 'level',
    });
  });

  it('keeps back a claim about a field that stays back', async () => {
    const claim: PlainRecord = {
      kind: 'claim',
      id: testId(600),
      fields: { about: IDS.karim, field: 'safety', value: 'beaten by a named officer' },
    };
    const { everything, heldBack } = await made({
      profile: 'un',
      reader: memoryReader([...SAMPLE_CASE, claim]),
    });
    expect(everything).not.toContain('beaten');
    expect(heldBack).toContainEqual({ kind: 'claim', record: claim.id, reason: 'level' });
  });

  it('tells the press nothing that was not cleared, and does not say that there is none', async () => {
    const { text, heldBack } = await made({ profile: 'media' });
    for (const word of ['Khayali', 'Misalabad', '03.12.2025', 'No next date', 'No custody'])
      expect(text).not.toContain(word);
    expect(heldBack).toContainEqual({ kind: 'case', record: IDS.case, reason: 'level' });
  });

  it('tells the press what was cleared, without reasoning', async () => {
    const { text } = await made({ profile: 'media', reader: memoryReader(publicly(SAMPLE_CASE)) });
    expect(text).toContain('Karim Khayali');
    expect(text).toContain('BREACHED');
    expect(text).not.toContain('journey');
    expect(text).not.toContain('insulin');
  });
});

describe('the level a value leaves by', () => {
  const view = (record: PlainRecord) => memoryReader([record]).get(record.id)!;
  const person = (level: 'public' | 'team' | 'privileged', levels = {}) =>
    view({ kind: 'person', id: IDS.karim, level, levels, fields: {} });

  it('is the stricter of the record and the field', () => {
    expect(levelOf(person('team'), 'names/x')).toBe('team');
    expect(levelOf(person('team'), 'health/x')).toBe('privileged');
    expect(levelOf(person('privileged'), 'names/x')).toBe('privileged');
  });

  it('follows a record made public, but for its privileged fields', () => {
    expect(levelOf(person('public'), 'names/x')).toBe('public');
    expect(levelOf(person('public'), 'phones/x')).toBe('privileged');
  });

  it('is its own where it has one, and the strictest for a field nobody knows', () => {
    expect(levelOf(person('team', { 'names/x': 'public' }), 'names/x')).toBe('public');
    expect(levelOf(person('public'), 'fieldOfALaterVersion')).toBe('privileged');
  });
});

describe('a projected reader', () => {
  it('gives no trashed record and no field outside the list', () => {
    const source = memoryReader([
      { kind: 'person', id: IDS.karim, fields: { notes: 'secret', sex: 'male' } },
      { kind: 'person', id: IDS.zainab, fields: {}, isTrashed: true },
    ]);
    const { reader } = project(source, PROFILE.court, {}, []);
    expect(reader.get(IDS.karim)?.fields).toEqual({ sex: 'male' });
    expect(reader.get(IDS.zainab)).toBeUndefined();
  });
});
