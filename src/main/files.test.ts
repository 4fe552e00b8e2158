import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fileTokens } from './files';

describe('a token for a chosen file', () => {
  let folder = '';
  let path = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'rihai-files-'));
    path = join(folder, 'order.pdf');
    writeFileSync(path, '12345');
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('tells the name and the size, never where the file lies', () => {
    const issued = fileTokens().issue(path, 'read');
    expect(issued).toEqual({ token: issued.token, name: 'order.pdf', sizeBytes: 5 });
    expect(JSON.stringify(issued)).not.toContain(folder);
  });

  it('is another each time', () => {
    const tokens = fileTokens();
    expect(tokens.issue(path, 'read').token).not.toBe(tokens.issue(path, 'read').token);
  });

  it('stands for a file that is yet to be written', () => {
    expect(fileTokens().issue(join(folder, 'new.docx'), 'save')).toMatchObject({
      name: 'new.docx',
      sizeBytes: 0,
    });
  });

  it('is bound to what it was chosen for', () => {
    const tokens = fileTokens();
    const { token } = tokens.issue(path, 'read');
    expect(tokens.take({ token })).toEqual({
      [token]: { path, name: 'order.pdf', sizeBytes: 5, purpose: 'read' },
    });
  });

  it('is good for one call', () => {
    const tokens = fileTokens();
    const { token } = tokens.issue(path, 'read');
    expect(Object.keys(tokens.take({ token }))).toEqual([token]);
    expect(tokens.take({ token })).toEqual({});
    expect(tokens.take({ tokens: [token, token] })).toEqual({});
  });

  it('is good for another call where the first did not succeed', () => {
    const tokens = fileTokens();
    const all = [tokens.issue(path, 'read').token, tokens.issue(path, 'read').token];
    const taken = tokens.take({ tokens: all });
    expect(Object.keys(taken)).toEqual(all);
    tokens.giveBack(taken);
    expect(tokens.take({ tokens: all })).toEqual(taken);
  });

  it('is known to the session that gave it and to no other', () => {
    const { token } = fileTokens().issue(path, 'read');
    expect(fileTokens().take({ token })).toEqual({});
  });

  it.each([
    undefined,
    null,
    'token',
    7,
    [],
    {},
    { token: 7 },
    { tokens: 'x' },
    { tokens: [7, null] },
  ])('is not found in %j', (input) => {
    const tokens = fileTokens();
    tokens.issue(path, 'read');
    expect(tokens.take(input)).toEqual({});
  });
});
