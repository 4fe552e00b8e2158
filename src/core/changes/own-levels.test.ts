import { describe, expect, it } from 'vitest';
import type { RecordId } from '#shared/domain/ids';
import { memoryVault } from '#tests/fixtures/memory-vault';
import { compareWithTables, rebuildTables } from './replay';

describe('a value with a level of its own', () => {
  const setUp = () => {
    const vault = memoryVault();
    const id = vault.parts.ids.next<RecordId>();
    const edit = (path: string, value: string, level?: 'privileged' | 'team' | 'public') =>
      vault.writer.commit('edit', { type: 'typed' }, [
        { record: id, kind: 'person', path, value, ...(level === undefined ? {} : { level }) },
      ]);
    return { ...vault, id, edit };
  };

  it('is named in the view, and no other is', () => {
    const { edit, id, reader } = setUp();
    edit('occupation', 'teacher', 'privileged');
    edit('nationality', 'sample');
    edit('safety', 'a threat');
    expect(reader.get(id)?.levels).toEqual({ occupation: 'privileged' });
  });

  it('loses the mark when it goes back to where its field starts, and when it is cleared', () => {
    const { edit, id, reader } = setUp();
    edit('occupation', 'teacher', 'public');
    edit('occupation', 'teacher', 'team');
    expect(reader.get(id)?.levels).toBeUndefined();
  });

  it('is compared with the log by verify, and made anew by a rebuild', () => {
    const { db, edit, id, parts, reader } = setUp();
    edit('occupation', 'teacher', 'privileged');
    expect(compareWithTables(db)).toEqual([]);
    db.exec('DELETE FROM own_level');
    expect(compareWithTables(db)).toEqual([{ table: 'own_level', record: id }]);
    rebuildTables(db, parts.derivations);
    expect(compareWithTables(db)).toEqual([]);
    expect(reader.get(id)?.levels).toEqual({ occupation: 'privileged' });
  });
});
