import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RecordId } from '#shared/domain/ids';
import { RECORD_KINDS } from '#shared/domain/kinds';
import type { Contract } from '#shared/ipc/contract';
import type { OutputOf } from '#shared/ipc/entry';
import { windowDesk, type WindowDesk } from '#tests/fixtures/window-desk';

type Out<G extends keyof Contract, C extends keyof Contract[G]> = OutputOf<Contract[G][C]>;
type Saved = Out<'records', 'create'>;

/** The day the invented cases stand on. */
const ON = '2026-04-28';
const PAGE = { limit: 100, offset: 0 };

/** The calls of the window over the invented cases; every answer is held against the contract. */
describe('the calls of the window', () => {
  let desk: WindowDesk;
  let recoveryKey: string;
  beforeAll(async () => {
    desk = windowDesk();
    ({ recoveryKey } = await desk.open(ON));
    await desk.takeInSamples();
  });
  afterAll(() => {
    desk.end();
  });

  const idsOf = (kind: (typeof RECORD_KINDS)[number]): readonly RecordId[] =>
    desk.desk
      .file()
      .records.all(kind)
      .map(({ id }) => id);

  const saved = (answer: Saved): Extract<Saved, { isSaved: true }> => {
    if (!answer.isSaved) throw new Error(JSON.stringify(answer.faults));
    return answer;
  };

  const newPerson = async (name: string) =>
    saved(
      await desk.value('records:create', {
        kind: 'person',
        edits: [{ path: 'names/new', value: { text: name, kind: 'legal' } }],
      }),
    );

  it('read every record of every kind, and its history', async () => {
    for (const kind of RECORD_KINDS)
      for (const id of idsOf(kind)) {
        const record = await desk.value<{ kind: string }>('records:get', { id });
        expect(record.kind).toBe(kind);
        const history = await desk.value<readonly unknown[]>('records:history', { id });
        expect(history.length).toBeGreaterThan(0);
      }
  });

  it('read every page of a person and a case, with what they name', async () => {
    for (const id of idsOf('person')) {
      const page = await desk.value<Out<'persons', 'one'>>('persons:one', { id });
      expect(page.standing.id).toBe(id);
      for (const { record } of page.holds) expect(record.fields.person).toBe(id);
      for (const { accused, record } of page.cases) expect(accused.fields.case).toBe(record.id);
    }
    let hearings = 0;
    for (const id of idsOf('case')) {
      const page = await desk.value<Out<'cases', 'one'>>('cases:one', { id });
      hearings += page.proceedings.flatMap((one) => one.hearings).length;
      for (const { record } of page.accused)
        if (record.fields.person !== undefined)
          expect(page.labels[record.fields.person]).not.toBe('');
    }
    expect(hearings).toBe(
      desk.desk
        .file()
        .records.all('hearing')
        .filter(({ fields }) => fields.proceeding).length,
    );
  });

  it('read the lists and what they can be narrowed to', async () => {
    const today = await desk.value<Out<'today', 'read'>>('today:read', {});
    expect(today.hearings.total).toBeGreaterThan(0);
    const all = await desk.value<Out<'detainees', 'list'>>('detainees:list', PAGE);
    expect(all.total).toBe(idsOf('person').length);
    const facets = await desk.value<Out<'detainees', 'facets'>>('detainees:facets');
    expect(facets.inside + facets.outside).toBe(all.total);
    for (const { value, count } of facets.places) {
      const narrowed = await desk.value<Out<'detainees', 'list'>>('detainees:list', {
        ...PAGE,
        place: value,
      });
      expect([value, narrowed.total]).toEqual([value, count]);
    }
    const [first] = all.rows;
    const found = await desk.value<Out<'detainees', 'list'>>('detainees:list', {
      ...PAGE,
      text: first?.label ?? '',
    });
    expect(found.rows.map(({ id }) => id)).toContain(first?.id);
    await desk.value('cases:list', PAGE);
    const clocks = await desk.value<Out<'clocks', 'list'>>('clocks:list', PAGE);
    expect(clocks.length).toBeGreaterThan(0);
    const people = await desk.value<Out<'people', 'list'>>('people:list', PAGE);
    expect(people.total).toBe(idsOf('contact').length);
    const search = await desk.value<Out<'search', 'query'>>('search:query', { text: 'remand' });
    expect(search.groups.length).toBeGreaterThan(0);
    await desk.value('reference:registry');
    const pack = await desk.value<Out<'reference', 'pack'>>('reference:pack', {});
    expect(pack.courts.length).toBeGreaterThan(0);
    expect(await desk.value('conflicts:list')).toEqual([]);
  });

  it('save values, tell every fault at its field, and write nothing where there is one', async () => {
    const { record } = await newPerson('Sample Farzi');
    const before = await desk.value<readonly unknown[]>('records:history', { id: record });
    const refused = await desk.value<Saved>('records:edit', {
      id: record,
      edits: [
        { path: 'occupation', value: 'teacher' },
        { path: 'ageYears', value: 400 },
        { path: 'bornOn', value: { edtf: '2025-02-30' } },
        { path: 'whyInside', value: 'a\u202eb' },
      ],
    });
    expect(refused).toMatchObject({
      isSaved: false,
      faults: [
        { index: 1, path: 'ageYears', code: 'input/field', reason: 'too-big' },
        { index: 2, path: 'bornOn', code: 'input/date', part: 'edtf' },
        { index: 3, path: 'whyInside', code: 'input/field', reason: 'hidden-characters' },
      ],
    });
    expect(await desk.value('records:history', { id: record })).toEqual(before);
  });

  it('keep what is being typed until it is saved', async () => {
    const { record } = await newPerson('Sample Tamsili');
    const draft = { record, kind: 'person', path: 'occupation', value: 'teach' };
    await desk.value('drafts:save', draft);
    expect(await desk.value('drafts:list', { record })).toMatchObject([draft]);
    await desk.value('records:edit', {
      id: record,
      edits: [{ path: 'occupation', value: 'teacher' }],
    });
    expect(await desk.value('drafts:list', { record })).toEqual([]);
  });

  it('undo what was done last, trash and restore', async () => {
    const { record, action } = await newPerson('Sample Dastani');
    const edited = saved(
      await desk.value('records:edit', {
        id: record,
        edits: [{ path: 'occupation', value: 'clerk' }],
      }),
    );
    const last = await desk.value<Out<'undo', 'last'>>('undo:last', { limit: 2 });
    expect(last.map((one) => one.action)).toEqual([edited.action, action]);
    expect(last[0]?.records).toMatchObject([{ id: record, label: 'Sample Dastani' }]);
    await desk.value('undo:run', { action: edited.action });
    const view = await desk.value<{ fields: object }>('records:get', { id: record });
    expect(view.fields).not.toHaveProperty('occupation');
    await desk.value('records:trash', { id: record });
    const trash = await desk.value<Out<'trash', 'list'>>('trash:list');
    expect(trash).toMatchObject([{ id: record, hasUnseen: false }]);
    await desk.value('records:restore', { id: record });
    expect(await desk.value('trash:list')).toEqual([]);
    expect(desk.events.at(-1)).toMatchObject({
      name: 'vaultChanged',
      payload: { records: [record] },
    });
  });

  it('enter an outcome, an order, who appeared and the next date in one action', async () => {
    const { records } = desk.desk.file();
    const hearing = records
      .all('hearing')
      .find(({ fields }) => fields.status === 'fixed' && fields.proceeding !== undefined)!;
    const proceeding = records.getOf('proceeding', hearing.fields.proceeding)!;
    const matter = proceeding.fields.case!;
    const [accused] = records.referring('accused', 'case', matter);
    const entered = {
      hearing: hearing.id,
      status: 'adjourned',
      adjournReason: 'witnessAbsent',
      adjournedBy: 'prosecution',
      appearances: [{ accused: accused?.id, edits: [{ path: 'produced', value: 'no' }] }],
      orders: [{ accused: [], edits: [{ path: 'gist', value: 'Witness to be summoned again.' }] }],
      next: [{ path: 'on', value: { edtf: '2026-05-14' } }],
    };
    const bad = await desk.value<Saved>('hearings:enterOutcome', {
      ...entered,
      next: [{ path: 'on', value: { edtf: '14.5' } }],
    });
    expect(bad).toMatchObject({
      isSaved: false,
      faults: [{ path: 'next/on', code: 'input/date' }],
    });
    const done = saved(await desk.value('hearings:enterOutcome', entered));
    expect(done.records).toHaveLength(4);
    const page = await desk.value<Out<'cases', 'one'>>('cases:one', {
      id: matter,
    });
    const chain = page.proceedings.find(({ record }) => record.id === proceeding.id)?.hearings;
    const entry = chain!.find(({ record }) => record.id === hearing.id);
    expect(entry!.record.fields.status).toBe('adjourned');
    expect(entry!.appearances.at(-1)?.fields.produced).toBe('no');
    const next = chain!.find(({ record }) => record.id === entry!.next);
    expect(next?.record.fields).toMatchObject({ on: { edtf: '2026-05-14' }, status: 'fixed' });
    await desk.value('undo:run', { action: done.action });
    const after = records.getOf('hearing', hearing.id);
    expect(after?.fields).toEqual(hearing.fields);
  });

  it('make a brief, tell what it holds back, and write it where the user chose', async () => {
    const paper = {
      subject: { type: 'case', id: idsOf('case')[0] },
      profile: 'family',
      paper: 'a4',
      fullAddresses: false,
      fullIdentity: false,
    };
    const preview = await desk.value<Out<'write', 'preview'>>('write:preview', paper);
    expect(preview.heldBack.length).toBeGreaterThan(0);
    const out = join(desk.folder, 'brief.docx');
    const { token, files } = desk.chosen(out, 'save');
    const done = await desk.value<Out<'write', 'export'>>(
      'write:export',
      { ...paper, token },
      files,
    );
    expect(readFileSync(out).length).toBe(done.sizeBytes);
  });

  it('rehearse the recovery key', async () => {
    const bytes = (text: string) => new TextEncoder().encode(text);
    const info = () => desk.value<Out<'vault', 'info'>>('vault:info');
    expect((await info()).isRecoveryRehearsed).toBe(false);
    expect(await desk.value('vault:rehearse', { key: bytes('0000-1111') })).toEqual({
      isRight: false,
    });
    expect(await desk.value('vault:rehearse', { key: bytes(recoveryKey) })).toEqual({
      isRight: true,
    });
    expect((await info()).isRecoveryRehearsed).toBe(true);
  });
});
