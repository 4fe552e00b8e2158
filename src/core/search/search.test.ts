import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { trashCan } from '#core/changes/trash';
import { purger } from '#core/changes/purge';
import { actionWriter } from '#core/changes/writer';
import type { JsonValue } from '#core/changes/model';
import { documentTexts } from '#core/db/repositories/document-texts';
import { searchIndex } from '#core/db/repositories/search-index';
import type { RecordId } from '#shared/domain/ids';
import { memoryVault } from '#tests/fixtures/memory-vault';
import { anyText } from '#tests/fixtures/search-texts';
import { searchDerivation } from './derivation';
import type { MarkedText } from './marks';
import { likelySame } from './likely-same';
import { search, type SearchOptions } from './search';

const typed = { type: 'typed' } as const;

function desk() {
  const vault = memoryVault();
  const index = searchIndex(vault.db);
  const texts = documentTexts(vault.db);
  const derivation = searchDerivation({ reader: vault.reader, index, texts });
  const parts = { ...vault.parts, derivations: [derivation] };
  const writer = actionWriter(parts);
  const find = search({ index, reader: vault.reader, texts });
  const add = (
    kind: string,
    values: Readonly<Record<string, JsonValue>>,
    id = vault.newRecord(),
  ) => {
    const edits = Object.entries(values).map(([path, value]) => ({
      record: id,
      kind,
      path,
      value,
    }));
    writer.commit('edit', typed, edits);
    return id;
  };
  const hits = (text: string, options?: SearchOptions) =>
    find(text, options).groups.flatMap((group) => group.hits);
  return {
    ...vault,
    ...{ index, texts, derivation, writer, find, add, hits },
    ...trashCan(parts),
    purge: purger(parts),
    person: (...names: readonly string[]): RecordId =>
      add(
        'person',
        Object.fromEntries(names.map((text) => [`names/${vault.newElement()}`, { text }])),
      ),
    ids: (text: string, options?: SearchOptions) => hits(text, options).map((hit) => hit.id),
  };
}

const marked = ({ text, marks }: MarkedText): readonly string[] =>
  marks.map(([start, end]) => text.slice(start, end));

describe('search', () => {
  it('finds the last word by its beginning and the others whole', () => {
    const { person, ids } = desk();
    const zarina = person('Zarina Khayali');
    expect(ids('zar')).toEqual([zarina]);
    expect(ids('zarina kha')).toEqual([zarina]);
    expect(ids('zari khayali')).toEqual([]);
    expect(ids('zari ')).toEqual([]);
  });

  it('finds words of any field in any order, and phrases only as they stand', () => {
    const { add, ids } = desk();
    const hearing = add('hearing', { notes: 'Bail argued; counsel absent', purpose: 'arguments' });
    expect(ids('absent bail')).toEqual([hearing]);
    expect(ids('"counsel absent"')).toEqual([hearing]);
    expect(ids('"absent counsel"')).toEqual([]);
  });

  it('finds a name typed in the other script or in another spelling', () => {
    const { person, ids } = desk();
    const one = person('Syed Hussain Khayali');
    const other = person('سید حسین خیالی');
    for (const text of ['sayyid husain', 'hussein khayali', 'حسين', 'سيد خیالی'])
      expect(new Set(ids(text))).toEqual(new Set([one, other]));
  });

  it('finds numbers and dates in the ways they are written', () => {
    const { add, ids } = desk();
    const matter = add('case', {
      firNumber: '123',
      firYear: 2025,
      firAt: { edtf: '2025-05-14T10:30', written: '16 ذوالقعدہ' },
    });
    for (const text of ['123/2025', '۱۲۳/۲۰۲۵', '14.05.2025', '2025-05-14', 'ذوالقعدة'])
      expect(ids(text), text).toEqual([matter]);
    expect(ids('123/2024')).toEqual([]);
  });

  it('answers with the words as they were written and the places found', () => {
    const { add, hits } = desk();
    add('incident', {
      title: 'Sweep',
      what: 'They took مُحَمَّد and\ntwo others to the police station',
    });
    const [hit] = hits('محمد poli');
    expect(hit?.field).toBe('what');
    expect(hit?.snippet.text).toBe('They took مُحَمَّد and two others to the police station');
    expect(marked(hit!.snippet)).toEqual(['مُحَمَّد', 'poli']);
  });

  it('tells hearings that are called alike apart by their case and their day', () => {
    const { add, hits } = desk();
    for (const [title, day] of [
      ['FIR 1/2026', '2026-05-14'],
      ['FIR 2/2026', '2026-05-20T09:30'],
    ] as const) {
      const proceeding = add('proceeding', { case: add('case', { title }), prefix: 'Crl. Misc.' });
      add('hearing', { purpose: 'Bail after arrest', proceeding, on: { edtf: day } });
    }
    add('hearing', { purpose: 'Bail, of no proceeding' });
    expect(hits('bail').map(({ of, on }) => [of, on])).toEqual([
      [undefined, undefined],
      ['FIR 2/2026', '2026-05-20T09:30'],
      ['FIR 1/2026', '2026-05-14'],
    ]);
  });

  it('puts the kinds people look for first, whichever matches better', () => {
    const { add, person, find } = desk();
    add('incident', { title: 'Zarina Khayali' });
    add('task', { title: 'Zarina Khayali: ring her' });
    add('case', { title: 'Somebody and Zarina Khayali' });
    person('Zarina Khayali');
    add('hearing', { notes: 'Zarina Khayali present' });
    expect(find('zarina khayali').groups.map(({ kind }) => kind)).toEqual([
      'person',
      'case',
      'hearing',
      'task',
      'incident',
    ]);
  });

  it('groups by kind and puts what is called so before what mentions it', () => {
    const { add, person, find } = desk();
    const zarina = person('Zarina Khayali');
    for (let count = 0; count < 600; count += 1)
      add('hearing', { notes: 'Zarina Khayali present' });
    const { groups, next, isCut } = find('zarina khayali');
    expect(groups.map(({ kind }) => kind)).toEqual(['person', 'hearing']);
    expect(groups[0]?.hits[0]?.id).toBe(zarina);
    expect(marked(groups[0]!.hits[0]!.label)).toEqual(['Zarina', 'Khayali']);
    expect([next, isCut]).toEqual(['50', true]);
  });

  it('turns pages without missing or repeating a hit', () => {
    const { add, find } = desk();
    const made = Array.from({ length: 120 }, () => add('task', { title: 'File the application' }));
    const seen: RecordId[] = [];
    let cursor: string | undefined = '0';
    while (cursor !== undefined) {
      const answer = find('application', { limit: 50, cursor });
      seen.push(...answer.groups.flatMap(({ hits }) => hits.map(({ id }) => id)));
      cursor = answer.next;
    }
    expect(seen).toEqual([...made].reverse());
  });

  it('looks only at the kinds asked for', () => {
    const { add, person, ids } = desk();
    person('Karim Farzi');
    const task = add('task', { title: 'Call Karim Farzi' });
    expect(ids('karim', { kinds: ['task', 'order'] })).toEqual([task]);
    expect(ids('ka', { kinds: ['task'] })).toEqual([task]);
  });

  it('forgets old values, what is in the trash, and finds it again when it comes back', () => {
    const { add, ids, trash, restore } = desk();
    const task = add('task', { title: 'Sureties' });
    add('task', { title: 'Bonds' }, task);
    expect([ids('sureties'), ids('bonds')]).toEqual([[], [task]]);
    trash(task);
    expect(ids('bonds')).toEqual([]);
    restore(task);
    expect(ids('bonds')).toEqual([task]);
  });

  it('finds pages of documents, also after their document was in the trash', () => {
    const { add, db, index, texts, derivation, hits, trash, restore } = desk();
    const letter = add('document', { title: 'Open letter' });
    const key = index.keyOf(letter)!;
    db.transaction(() => {
      texts.set(key, ['first page', 'the workers were released']);
    });
    derivation.rebuild();
    expect(hits('workers')).toMatchObject([{ id: letter, page: 2, field: 'text' }]);
    trash(letter);
    expect(hits('workers')).toEqual([]);
    restore(letter);
    expect(hits('workers')).toMatchObject([{ id: letter, page: 2 }]);
  });

  it('leaves no word of a purged record in the index', () => {
    const { add, db, index, texts, purge } = desk();
    for (let count = 0; count < 50; count += 1) add('task', { title: `Sample ${count}` });
    const gone = add('document', { title: 'Qissagonama' });
    const key = index.keyOf(gone)!;
    texts.set(key, ['Qissagonama']);
    const traces = () =>
      db
        .prepare<{ count: number }>(
          `SELECT count(*) AS count FROM search_data WHERE instr(block, CAST('issagonama' AS BLOB)) > 0`,
        )
        .get()?.count;
    expect(traces()).toBeGreaterThan(0);
    purge([gone]);
    expect(traces()).toBe(0);
    expect(texts.pages(key)).toEqual([]);
  });

  it('rebuilds to the same index', () => {
    const { add, person, derivation, hits } = desk();
    person('Zarina Khayali', 'زرینہ خیالی');
    add('case', { title: 'State v. Khayali', allegation: 'Speech' });
    const before = ['khayali', 'خیالی', 'speech', 'z'].map((text) => hits(text));
    derivation.rebuild();
    expect(['khayali', 'خیالی', 'speech', 'z'].map((text) => hits(text))).toEqual(before);
    expect(before[3]).toHaveLength(1);
  });

  it('takes any text for a query and never throws', () => {
    const { person, find } = desk();
    person('AND OR NOT NEAR');
    const syntax = [
      '"',
      '*',
      'a OR',
      'NEAR(a b',
      'body:x',
      '^a',
      '-a',
      'a"b"*',
      "';--",
      '\u0000',
      '{',
    ];
    for (const text of [...syntax, 'x '.repeat(2000)]) expect(() => find(text)).not.toThrow();
    fc.assert(
      fc.property(anyText, (text) => {
        for (const { hits } of find(text).groups)
          for (const { label } of hits) expect(marked(label).join('')).not.toBe('');
      }),
    );
    expect(find('and or').groups).toHaveLength(1);
  });
});

describe('likely duplicates', () => {
  const desks = () => {
    const one = desk();
    return { ...one, like: likelySame({ index: one.index, reader: one.reader }) };
  };

  it('are found across spellings and scripts, the likeliest first', () => {
    const { person, like } = desks();
    const same = person('Muhammad Hussain Khayali');
    const urdu = person('محمد حسین خیالی');
    const near = person('Hussain Khayali');
    person('Muhammad Hussain Dastani');
    const found = like(['Mohd. Husain Khayali']);
    expect(new Set(found.slice(0, 2).map(({ id }) => id))).toEqual(new Set([same, urdu]));
    expect(found[2]?.id).toBe(near);
    expect(found).toHaveLength(3);
    expect(like(['Mohd. Husain Khayali'], same).map(({ id }) => id)).not.toContain(same);
  });

  it('are not those who only share a common name, or a father', () => {
    const { person, add, newElement, like } = desks();
    person('Muhammad Dastani');
    add('person', {
      [`names/${newElement()}`]: { text: 'Bilal Farzi' },
      [`names/${newElement()}`]: { text: 'Sajid Misali', kind: 'parentage', relation: 's/o' },
    });
    expect(like(['Muhammad Khayali', 'Sajid Misali'])).toEqual([]);
    expect(like([''])).toEqual([]);
  });
});
