import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { answerFolderDialog, answerSaveDialog, call, expect, test } from './kit';

test('makes the sample vault, tells how far it is, and writes a brief where the user chose', async ({
  home,
  start,
}) => {
  const { app, page } = await start();
  await answerFolderDialog(app, home.folder('sample'));
  const folder = await call<{ token: string }>(page, 'files:chooseFolder', { purpose: 'newVault' });
  await page.evaluate(() => {
    const seen: unknown[] = [];
    Object.assign(globalThis, { seen });
    (
      globalThis as unknown as {
        readonly rihai: { on(name: string, listener: (payload: unknown) => void): void };
      }
    ).rihai.on('progress', (payload) => seen.push(payload));
  });
  const job = crypto.randomUUID();
  const made = await call<{ words: readonly string[]; referenceDay: string }>(
    page,
    'vault:makeSample',
    { token: folder.token, job },
  );
  expect(made.words).toHaveLength(6);
  const seen = await page.evaluate(
    () => (globalThis as unknown as { seen: { job: string; done: number; total: number }[] }).seen,
  );
  expect(seen.every((one) => one.job === job)).toBe(true);
  expect(seen.at(-1)?.done).toBe(seen.at(-1)?.total);

  const cases = await call<{ rows: readonly { id: string }[] }>(page, 'cases:list', {
    limit: 1,
    offset: 0,
  });
  const file = join(home.folder('papers'), 'brief.docx');
  await answerSaveDialog(app, file);
  const { token } = await call<{ token: string }>(page, 'files:chooseSave', { name: 'brief.docx' });
  const paper = {
    subject: { type: 'case', id: cases.rows[0]?.id },
    profile: 'court',
    paper: 'a4',
    fullAddresses: false,
    fullIdentity: false,
    token,
  };
  const done = await call<{ sizeBytes: number }>(page, 'write:export', paper);
  expect(readFileSync(file).subarray(0, 2).toString()).toBe('PK');
  expect(readFileSync(file)).toHaveLength(done.sizeBytes);
  // A token is good for one call that succeeds.
  await expect(call(page, 'write:export', paper)).rejects.toThrow('input/file');
});
