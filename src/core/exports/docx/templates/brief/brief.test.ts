import { beforeAll, describe, expect, it } from 'vitest';
import type { RecordId } from '#shared/domain/ids';
import { isAppError } from '#shared/errors/app-error';
import { memoryReader, testId, type PlainRecord } from '#tests/fixtures/memory-reader';
import { partsOf, sampleBrief } from '#tests/fixtures/papers';
import { IDS, SAMPLE_CASE } from '#tests/fixtures/sample-case';
import { all, val, xmlTree, type XmlNode } from '#tests/fixtures/xml-tree';

let document: XmlNode;
const textOf = async (changes: Parameters<typeof sampleBrief>[0]): Promise<string> =>
  all(xmlTree(partsOf((await sampleBrief(changes)).bytes)['word/document.xml'] ?? ''), 'w:p')
    .map((one) => one.text)
    .join('\n');
const withRecords = (...more: PlainRecord[]) => memoryReader([...SAMPLE_CASE, ...more]);

/** Page one of the brief on person 300, up to its first heading. */
const glance = async (on: string, records: readonly PlainRecord[]): Promise<string> => {
  const text = await textOf({
    reader: memoryReader(records),
    subject: { type: 'person', id: testId(300) },
    asOf: { on, zone: 'Asia/Karachi' },
  });
  return text.slice(0, text.indexOf('Identity'));
};

beforeAll(async () => {
  document = xmlTree(partsOf((await sampleBrief()).bytes)['word/document.xml'] ?? '');
});

describe('what a brief says', () => {
  it('prints fields nobody filled as blanks', async () => {
    const bare = memoryReader([{ kind: 'case', id: IDS.case, fields: {} }]);
    const text = await textOf({ reader: bare });
    expect(text).toContain(
      'FIR No. [____] was recorded on [____] at Police Station [____], District [____].',
    );
    expect(text).toContain('Stage: [____]; the case is [____].');
    expect(text).toContain('No next date is recorded. The court file has to be checked.');
  });

  it('is about all who are held, the others by name and role only', async () => {
    const text = await textOf({});
    expect(text).toContain('Zainab Dastani');
    expect(text).toMatch(/Co-accused[\s\S]*Jan Farzi\nCarried a banner/u);
    const one = await textOf({
      subject: { type: 'case', id: IDS.case, accused: IDS.accusedZainab },
    });
    expect(one).not.toContain('District Jail Misalabad');
    expect(one).toMatch(/Co-accused[\s\S]*Karim Khayali/u);
  });

  it('can be about one person', async () => {
    const text = await textOf({ subject: { type: 'person', id: IDS.karim } });
    expect(text).toContain('State v. Karim Khayali and others, FIR No. 121/2025');
    expect(text).toContain('District Jail Misalabad');
  });

  it('counts custody with start, end and method', async () => {
    const text = await textOf({});
    expect(text).toContain(
      'From 14.05.2025, 10:30 hours to 24.11.2025: 194 days (first day not counted), 195 days (first day counted).',
    );
    expect(text).toContain('177 to 207 days');
    expect(text).toContain('Rules over this custody: PK-24H, PK-497-STAT.');
  });

  it('prints flags from the pack, and passes an unknown section on as it was typed', async () => {
    const text = await textOf({});
    expect(text).toContain('Defence check: complaint by order of Government (CrPC 196)');
    expect(text).toContain('s. 9-Z Imaginary Act 1999');
    expect(text).toContain('Not in the table of sections: as typed, flags to be checked');
  });

  it('says how clocks stand in a word and a colour, with reasoning and basis', async () => {
    const run = all(document, 'w:r').find((one) => one.text === 'BREACHED');
    expect(val(run, 'w:color')).toBe('951F1D');
    const text = await textOf({});
    expect(text).toContain('produced 16.05.2025, 10:00 hours: breached by 21 h 30 min');
    expect(text).toContain(
      'Basis: Const. 10(2); CrPC 61. Rule PK-24H, confidence H, law as of 31.12.2025.',
    );
    expect(text.match(/This table helps counsel/gu)?.length).toBeGreaterThan(0);
  });

  it('adds up delay by who caused it', async () => {
    const text = await textOf({});
    expect(text).toContain('The prosecution\n1\n42');
    expect(text).toContain('The court\n1\n42');
    expect(text).toContain('Total\n2\n84');
    expect(text).toContain('Witness absent; by the prosecution\n42 days to the next date');
  });

  it('shows rival claims and open conflicts with both values', async () => {
    const text = await textOf({});
    const open = text.slice(text.indexOf('Open questions'));
    expect(open).toContain('14.05.2025, 21:40 hours');
    expect(open).toContain('Two versions of the file disagree; not settled');
    expect(open).toContain('about 13.05.2025');
    expect(open).toContain('preferred: FIR and arrest memo agree');
    expect(text.slice(0, text.indexOf('Identity'))).toContain('Not settled');
  });

  it('leaves done tasks out and dates the rest', async () => {
    const text = await textOf({});
    expect(text).toContain('28.11.2025\nApply for certified copy\nNadia Afsanvi');
    expect(text).not.toContain('Meet the family');
  });

  it('calls it out when someone is inside with no open hold', async () => {
    const lone: PlainRecord[] = [
      {
        kind: 'person',
        id: testId(300),
        fields: { names: [{ text: 'Misal Tamsili', kind: 'legal' }] },
      },
      {
        kind: 'placement',
        id: testId(301),
        fields: { person: testId(300), type: 'policeStation', place: 'City' },
      },
    ];
    const text = await textOf({
      reader: withRecords(...lone),
      subject: { type: 'person', id: testId(300) },
    });
    expect(text).toContain('Inside with no open legal basis recorded');
  });

  it('counts the days of someone inside with no open hold by the place they are in', async () => {
    const lone: PlainRecord[] = [
      { kind: 'person', id: testId(300), fields: {} },
      {
        kind: 'hold',
        id: testId(301),
        fields: {
          person: testId(300),
          type: 'arrest',
          from: { edtf: '2025-11-01' },
          until: { edtf: '2025-11-10' },
        },
      },
      {
        kind: 'placement',
        id: testId(302),
        fields: { person: testId(300), type: 'jail', from: { edtf: '2025-11-02' } },
      },
    ];
    const text = await textOf({
      reader: withRecords(...lone),
      subject: { type: 'person', id: testId(300) },
    });
    expect(text).toContain('From 01.11.2025 to 24.11.2025: 23 days');
  });

  it('is about the people of a detention order, where nobody is accused', async () => {
    const detention: PlainRecord[] = [
      { kind: 'case', id: testId(400), fields: { regime: 'preventive' } },
      {
        kind: 'person',
        id: testId(401),
        fields: { names: [{ text: 'Misal Tamsili', kind: 'legal' }] },
      },
      {
        kind: 'order',
        id: testId(402),
        fields: {
          case: testId(400),
          type: 'detention',
          number: 'MPO-7',
          authority: 'Deputy Commissioner',
          statute: 'MPO s. 3',
          on: { edtf: '2025-11-02' },
          persons: [{ person: testId(401) }],
        },
      },
    ];
    const text = await textOf({
      reader: withRecords(...detention),
      subject: { type: 'case', id: testId(400) },
    });
    expect(text).toContain('Misal Tamsili: served [____]');
    expect(text).toContain(
      'Detention order No. MPO-7 was made on 02.11.2025 by Deputy Commissioner under MPO s. 3.',
    );
  });

  it('says a remand is served on nobody, and of its people only what is known', async () => {
    type Served = { person: RecordId; groundsOn?: { edtf: string } };
    const remand = (person: Served): PlainRecord => ({
      kind: 'order',
      id: testId(410),
      fields: { case: IDS.case, type: 'judicialRemand', persons: [person] },
    });
    const grounds: Served = { person: IDS.karim, groundsOn: { edtf: '2025-11-02' } };
    const bare = await textOf({ reader: withRecords(remand({ person: IDS.karim })) });
    expect(bare).not.toContain('served [____]');
    expect(await textOf({ reader: withRecords(remand(grounds)) })).toMatch(
      /Karim Khayali[^:\n]*, grounds 02\.11\.2025/u,
    );
  });

  it('counts days from the loss of liberty and says when the basis of today began', async () => {
    const on = (edtf: string) => ({ edtf });
    const person = testId(300);
    const records: PlainRecord[] = [
      { kind: 'person', id: person, fields: {} },
      {
        kind: 'hold',
        id: testId(302),
        fields: { person, type: 'arrest', from: on('2025-11-03T21:30'), until: on('2025-11-05') },
      },
      {
        kind: 'hold',
        id: testId(303),
        fields: { person, type: 'judicialRemand', from: on('2025-11-05') },
      },
    ];
    const held = await glance('2025-11-24', records);
    expect(held).toContain('In custody, now judicial remand since 05.11.2025');
    expect(held).toContain('; held since 03.11.2025, 21:30 hours; 21 days');
    // Also where the basis has ended and the cell door has not opened.
    const lapsed = await glance('2025-11-24', [
      ...records.slice(0, 2),
      {
        kind: 'placement',
        id: testId(304),
        fields: { person, place: 'A sample jail', from: on('2025-11-05') },
      },
    ]);
    expect(lapsed).toContain(
      'no open legal basis recorded; held since 03.11.2025, 21:30 hours; 21',
    );
  });

  it('tells the days of many people together, what befell all only once', async () => {
    const people = [1, 2, 3, 4, 5].map((n) => ({
      id: testId(500 + n),
      name: `Misali ${String(n)}`,
    }));
    const records = people.flatMap(({ id, name }, at): PlainRecord[] => [
      { kind: 'person', id, fields: { names: [{ text: name, kind: 'legal' }] } },
      { kind: 'accused', id: testId(600 + at), fields: { case: testId(499), person: id } },
      {
        kind: 'hold',
        id: testId(700 + at),
        fields: {
          person: id,
          case: testId(499),
          type: 'arrest',
          authority: at === 0 ? 'Sample Sadar' : 'Sample City',
          from: { edtf: '2025-11-03' },
        },
      },
    ]);
    const told = async (count: number): Promise<string> =>
      textOf({
        reader: memoryReader([
          { kind: 'case', id: testId(499), fields: {} },
          ...records.slice(0, 3 * count),
        ]),
        subject: { type: 'case', id: testId(499) },
      });
    const many = await told(5);
    expect(many.match(/Sample City/gu)).toHaveLength(1);
    expect(many).toContain('Misali 2, Misali 3, Misali 4, Misali 5');
    expect(many).toContain('Sample Sadar');
    expect((await told(4)).match(/Sample City/gu)).toHaveLength(3);
    expect(many).toContain('Nothing is recorded of Misali 1, Misali 2,');
  });

  it('holds to the day of the paper: what was lifted or began later is not yet so', async () => {
    const on = (edtf: string) => ({ edtf });
    const records: PlainRecord[] = [
      { kind: 'person', id: testId(300), fields: {} },
      { kind: 'order', id: testId(301), fields: { type: 'setAside', on: on('2025-11-20') } },
      {
        kind: 'hold',
        id: testId(302),
        fields: {
          person: testId(300),
          type: 'preventiveDetention',
          from: on('2025-11-01'),
          liftedBy: testId(301),
        },
      },
      {
        kind: 'placement',
        id: testId(303),
        fields: {
          person: testId(300),
          place: 'Old Jail',
          type: 'jail',
          from: on('2025-11-01'),
          until: on('2025-11-20'),
        },
      },
      {
        kind: 'placement',
        id: testId(304),
        fields: { person: testId(300), place: 'New Jail', type: 'jail', from: on('2025-11-22') },
      },
    ];
    const before = await glance('2025-11-19', records);
    expect(before).toContain('In custody, now preventive detention');
    expect(before).toContain('Old Jail');
    const between = await glance('2025-11-21', records);
    expect(between).toContain('No custody is recorded');
    const after = await glance('2025-11-24', records);
    expect(after).toContain('Inside with no open legal basis recorded');
    expect(after).toContain('New Jail');
  });

  it('has a name that names nobody', async () => {
    expect((await sampleBrief()).fileName).toBe('brief-2025-11-24.docx');
  });

  it('refuses a subject that is not in the file', async () => {
    const making = sampleBrief({ subject: { type: 'case', id: testId(4242) } });
    await expect(making).rejects.toSatisfy((error) => isAppError(error, 'input/not-found'));
    const foreign = sampleBrief({ subject: { type: 'case', id: IDS.case, accused: testId(4242) } });
    await expect(foreign).rejects.toSatisfy((error) => isAppError(error, 'input/not-found'));
  });
});
