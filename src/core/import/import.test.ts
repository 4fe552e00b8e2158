import { describe, expect, it } from 'vitest';
import type { RecordId } from '#shared/domain/ids';
import type { RecordView } from '#shared/domain/registry';
import { utf8 } from '#core/kernel/bytes';
import { idMaker } from '#core/kernel/ids';
import {
  checkSources,
  FAULT_TEXTS,
  keyedIds,
  planSource,
  type FaultCode,
  type ImportSource,
  type PlannedRecord,
} from './index';

const PERSON = '01900000-0000-7000-8000-000000000001' as RecordId;
const ids = keyedIds(utf8('a secret of a sample vault'));
const fresh = idMaker(
  { nowMs: () => 1_750_000_000_000 },
  { bytes: (length) => new Uint8Array(length).fill(7) },
);

const held: RecordView = {
  id: PERSON,
  kind: 'person',
  level: 'team',
  label: 'Sample Khayali',
  isTrashed: false,
  createdAt: 0,
  changedAt: 0,
  fields: { sex: 'male', languages: [{ id: PERSON as never, value: 'Shina' }] },
  conflicts: {},
};
const inVault = (id: RecordId): RecordView | undefined => (id === PERSON ? held : undefined);

function source(content: string | Uint8Array, name = 'a.jsonl', chunk = 7): ImportSource {
  const bytes = typeof content === 'string' ? utf8(content) : content;
  return {
    name,
    async *open() {
      for (let at = 0; at < bytes.length; at += chunk) {
        yield await Promise.resolve(bytes.slice(at, at + chunk));
      }
    },
  };
}

const lines = (...records: readonly unknown[]): string =>
  records
    .map((record) => (typeof record === 'string' ? record : JSON.stringify(record)))
    .join('\n');

const check = (content: string | Uint8Array, namespace?: string) =>
  checkSources([source(content)], {
    ids,
    find: inVault,
    ...(namespace === undefined ? {} : { namespace }),
  });

async function plan(
  content: string,
  namespace?: string,
  find = inVault,
): Promise<readonly PlannedRecord[]> {
  const checked = await check(content, namespace);
  expect(checked.faults).toEqual([]);
  const records: PlannedRecord[] = [];
  for (const one of checked.sources) {
    for await (const batch of planSource(one, { keyed: ids, fresh, find })) records.push(...batch);
  }
  return records;
}

const person = (id: string, more: object = {}) => ({ kind: 'person', id, sex: 'male', ...more });
const bytesOf = (text: string, ...tail: readonly number[]) =>
  Uint8Array.from([...utf8(text), ...tail]);

/** For every fault the least line that has it, and the field it must name. */
const FAULTY: Record<
  Exclude<FaultCode, 'ambiguous-reference'>,
  readonly [content: string | Uint8Array, field?: string]
> = {
  'not-utf8': [bytesOf('{"kind":"person","id":"p1","sex":"', 0xff, 0x22, 0x7d)],
  'line-too-long': [`{"kind":"person","id":"p1","notes":"${'x'.repeat(1024 * 1024)}"}`],
  'not-json': ['{"kind":"person",'],
  'too-deep': [`{"kind":"claim","id":"c","value":${'['.repeat(40)}${']'.repeat(40)}}`],
  'not-an-object': ['[1,2]'],
  'duplicate-key': ['{"kind":"person","id":"p1","sex":"male","s\\u0065x":"female"}'],
  'missing-kind': [lines({ id: 'p1', sex: 'male' })],
  'unknown-kind': [lines({ kind: 'prisoner', id: 'p1' }), 'kind'],
  'missing-id': [lines({ kind: 'person', sex: 'male' })],
  'bad-id': [lines(person(PERSON.toUpperCase().replace('019', 'ABC'))), 'id'],
  'duplicate-id': [lines(person('p1'), person('p1')), 'id'],
  'kind-differs': [lines({ kind: 'case', id: PERSON, title: 'x' }), 'id'],
  'bad-level': [lines(person('p1', { level: 'secret' })), 'level'],
  'unknown-field': [lines(person('p1', { nmaes: [] })), 'nmaes'],
  'set-by-attach': [lines({ kind: 'document', id: 'd', sha256: 'aa' }), 'sha256'],
  'nothing-given': [lines({ kind: 'person', id: 'p1' })],
  'not-a-list': [lines(person('p1', { languages: 'Urdu' })), 'languages'],
  'not-one-value': [lines(person('p1', { occupation: ['clerk'] })), 'occupation'],
  'too-many': [lines(person('p1', { languages: Array(1001).fill('Urdu') })), 'languages'],
  'wrong-type': [lines(person('p1', { occupation: 5 })), 'occupation'],
  'not-a-choice': [lines({ kind: 'person', id: 'p1', sex: 'man' }), 'sex'],
  'out-of-range': [lines(person('p1', { ageYears: 400 })), 'ageYears'],
  empty: [lines(person('p1', { occupation: '' })), 'occupation'],
  'too-long': [lines(person('p1', { occupation: 'x'.repeat(501) })), 'occupation'],
  'hidden-characters': [lines(person('p1', { occupation: 'cl\u202eerk' })), 'occupation'],
  'broken-text': ['{"kind":"person","id":"p1","occupation":"a\\ud800"}', 'occupation'],
  'line-break': [lines(person('p1', { occupation: 'a\nb' })), 'occupation'],
  'not-a-date': [lines(person('p1', { bornOn: '2025-02-30' })), 'bornOn.edtf'],
  'not-a-zone': [lines(person('p1', { bornOn: { edtf: '2025', zone: '??' } })), 'bornOn.zone'],
  'unknown-part': [lines(person('p1', { names: [{ text: 'A', form: 'x' }] })), 'names[0]'],
  'missing-part': [lines(person('p1', { names: [{ kind: 'legal' }] })), 'names[0].text'],
  'unknown-reference': [lines({ kind: 'hold', id: 'h', person: 'p9' }), 'person'],
  'wrong-reference': [lines(person('p1'), { kind: 'hold', id: 'h', case: 'p1' }), 'case'],
};

describe('checking an import', () => {
  it.each(Object.keys(FAULTY) as (keyof typeof FAULTY)[])(
    'refuses a line that is or has: %s',
    async (code) => {
      const [content, field] = FAULTY[code];
      const { faults } = await check(content);
      expect(faults).toHaveLength(1);
      expect(faults[0]).toMatchObject({ file: 'a.jsonl', code, text: FAULT_TEXTS[code] });
      expect(faults[0]?.field).toBe(field);
      expect(faults[0]?.line).toBe(['duplicate-id', 'wrong-reference'].includes(code) ? 2 : 1);
    },
  );

  it('passes over a byte order mark, CRLF and blank lines, and counts lines as an editor does', async () => {
    const content = `\ufeff${lines(person('p1'))}\r\n\r\n   \n${lines({ kind: 'x', id: 'y' })}\r\n`;
    const { faults, records } = await check(content);
    expect(records).toBe(1);
    expect(faults).toMatchObject([{ line: 4, code: 'unknown-kind' }]);
  });

  it('lists all that is wrong, in the order of the lines, and stops at 200', async () => {
    const few = await check(
      lines(
        { kind: 'hold', id: 'h', person: 'nobody' },
        person('p', { ageYears: -1, bornOn: '13' }),
      ),
    );
    expect(few.faults.map(({ line, code }) => [line, code])).toEqual([
      [1, 'unknown-reference'],
      [2, 'out-of-range'],
      [2, 'not-a-date'],
    ]);
    const many = await check(lines(...Array<string>(300).fill('{')));
    expect(many.faults).toHaveLength(200);
    expect(many.isCut).toBe(true);
  });

  it('names no reference to a faulty line a second fault', async () => {
    const { faults } = await check(
      lines(person('p1', { ageYears: 999 }), { kind: 'hold', id: 'h', person: 'p1' }),
    );
    expect(faults.map(({ code }) => code)).toEqual(['out-of-range']);
  });

  it('finds references to later lines and to the vault, also inside objects', async () => {
    const { faults } = await check(
      lines(
        {
          kind: 'order',
          id: 'o',
          persons: [{ person: 'p1', servedOn: '2025-05' }, { person: PERSON }],
        },
        person('p1'),
      ),
    );
    expect(faults).toEqual([]);
  });

  it('keeps the keys of two files apart, unless a namespace joins them', async () => {
    const two = [source(lines(person('p1'))), source(lines(person('p1')), 'b.jsonl')];
    const apart = await checkSources(two, { ids, find: inVault });
    expect(apart.faults).toEqual([]);
    const joined = await checkSources(two, { ids, find: inVault, namespace: 'office' });
    expect(joined.faults).toMatchObject([{ file: 'b.jsonl', code: 'duplicate-id' }]);
  });

  it('finds the key of another file where only one gives it', async () => {
    const hold = { kind: 'hold', id: 'h', person: 'p1' };
    const files = [source(lines(hold), 'a'), source(lines(person('p1')), 'b')];
    expect((await checkSources(files, { ids, find: inVault })).faults).toEqual([]);
    const three = [...files, source(lines(person('p1', { sex: 'female' })), 'c')];
    const { faults } = await checkSources(three, { ids, find: inVault });
    expect(faults).toMatchObject([
      { file: 'a', line: 1, field: 'person', code: 'ambiguous-reference' },
    ]);
  });

  it('shows no control characters of an unknown field', async () => {
    const { faults } = await check(lines(person('p1', { 'a\u001b[2J\u202e': 1 })));
    expect(faults[0]?.field).toBe('a?[2J?');
  });
});

describe('planning an import', () => {
  it('gives a key the same id on every run, and another in another file', async () => {
    const first = await plan(lines(person('p1')));
    const again = await plan(lines(person('p1')));
    const other = await plan(lines(person('p1'), person('p2')));
    expect(first[0]?.id).toBe(again[0]?.id);
    expect(first[0]?.id).not.toBe(other[0]?.id);
    expect(first[0]?.id).toMatch(/^.{14}8.{4}[89ab]/u);
  });

  it('gives a key the same id in every file of a namespace', async () => {
    const first = await plan(lines(person('p1')), 'office');
    const other = await plan(lines(person('p0'), person('p1')), 'office');
    expect(first[0]?.id).toBe(other[1]?.id);
  });

  it('gives a key of another file the id it has there', async () => {
    const checked = await checkSources(
      [
        source(lines({ kind: 'hold', id: 'h', person: 'p1' }), 'a'),
        source(lines(person('p1')), 'b'),
      ],
      { ids, find: inVault },
    );
    const records: PlannedRecord[] = [];
    for (const one of checked.sources) {
      for await (const batch of planSource(one, { keyed: ids, fresh, find: inVault })) {
        records.push(...batch);
      }
    }
    expect(records[0]?.edits[0]?.value).toBe(records[1]?.id);
  });

  it('leaves alone what an earlier run of the same file wrote', async () => {
    const [first] = await plan(lines(person('p1')));
    const [again] = await plan(lines(person('p1')), undefined, (id) =>
      id === first?.id ? { ...held, id, fields: { sex: 'female' } } : undefined,
    );
    expect(again?.edits).toEqual([]);
  });

  it('writes only what differs of a record that the vault holds', async () => {
    const [same] = await plan(lines(person(PERSON, { languages: ['Shina'] })));
    expect(same?.edits).toEqual([]);
    const [update] = await plan(
      lines(person(PERSON, { sex: 'female', languages: ['Shina', 'Urdu'], level: 'privileged' })),
    );
    expect(update?.edits.map(({ path, value }) => [path.replace(/\/.*/u, '/…'), value])).toEqual([
      ['$level', 'privileged'],
      ['sex', 'female'],
      ['languages/…', 'Urdu'],
    ]);
  });

  it('replaces and removes the elements that a line names', async () => {
    const [record] = await plan(
      lines({ kind: 'person', id: PERSON, languages: [{ id: PERSON, value: null }] }),
    );
    expect(record?.edits).toMatchObject([{ path: `languages/${PERSON}`, value: null }]);
  });

  it('clears a field with null, and says nothing of a field that is empty already', async () => {
    const [record] = await plan(lines({ kind: 'person', id: PERSON, sex: null, notes: null }));
    expect(record?.edits).toMatchObject([{ path: 'sex', value: null }]);
  });

  it('puts ids in the place of keys and dates in the place of their strings', async () => {
    const [one, two] = await plan(
      lines(person('p1'), {
        kind: 'order',
        id: 'o',
        on: '2025-05',
        persons: [{ person: 'p1', servedOn: '2025-06-01~' }],
      }),
    );
    expect(two?.edits.map(({ value }) => value)).toEqual([
      { edtf: '2025-05' },
      { person: one?.id, servedOn: { edtf: '2025-06-01~' } },
    ]);
  });

  it('gives single fields the levels a line asks for', async () => {
    const [record] = await plan(lines(person('p1', { levels: { sex: 'privileged' } })));
    expect(record?.edits).toMatchObject([{ path: 'sex', level: 'privileged' }]);
  });

  it('stops where the file is no longer what was checked', async () => {
    let reads = 0;
    const shifting: ImportSource = {
      name: 'shifting.jsonl',
      async *open() {
        reads += 1;
        yield await Promise.resolve(utf8(lines(person(`p${reads}`))));
      },
    };
    const { sources } = await checkSources([shifting], { ids, find: inVault });
    const read = async (): Promise<void> => {
      const batches = planSource(sources[0]!, { keyed: ids, fresh, find: inVault });
      while ((await batches.next()).done !== true);
    };
    await expect(read()).rejects.toMatchObject({ code: 'input/changed' });
  });
});
