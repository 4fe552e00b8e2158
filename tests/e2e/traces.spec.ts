import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { markFinder, marksOf, traceOfWrites, written } from '#tests/fixtures/marks';
import { filesSince, marked, SYSTEM_PLACES } from './files-since';
import {
  answerFolderDialog,
  answerSaveDialog,
  call,
  expect,
  giveAway,
  isAlive,
  pressKeys,
  test,
  type Home,
  type Session,
} from './kit';
import { desk, lockScreen } from './pages/desk';
import { openForm } from './pages/form';

const PASSPHRASE = 'walnut ferry lantern orbit quilt saddle';
/** Words of this run alone: what another run left elsewhere is not its own. */
const MARKS = marksOf(`win${String(process.pid)}d`);
const mark = (n: number): string => MARKS[n] ?? '';
const ALL = [...MARKS, PASSPHRASE];
const { spelled, marksIn } = markFinder(ALL);
async function makeVault({ app, page }: Session, home: Home): Promise<void> {
  await answerFolderDialog(app, home.folder('vault'));
  const { token } = await call<{ token: string }>(page, 'files:chooseFolder', {
    purpose: 'newVault',
  });
  await call(page, 'vault:create', {
    ...{ token, name: 'Sample Vakil' },
    passphrase: new TextEncoder().encode(PASSPHRASE),
  });
  for (const n of MARKS.keys()) {
    await call(page, 'records:create', {
      kind: 'person',
      edits: [
        { path: 'names/new', value: { text: `Sample ${mark(n)}`, kind: 'legal' } },
        { path: 'notes', value: `An invented note of ${mark(39 - n)}.` },
      ],
    });
  }
  await page.reload();
  await desk(page).isOpen();
}

/** A day with marks everywhere: typed, found, sorted, shown, taken in, written out. */
async function work({ app, page }: Session, outside: string): Promise<void> {
  const at = desk(page);
  const form = openForm(page);
  await at.go('Detainees');
  await at.press('Detainee');
  await form.panel
    .getByRole('textbox')
    .first()
    .fill(`Typed ${mark(1)}`);
  await form.save();
  await expect(at.title(new RegExp(mark(1), 'u'))).toBeVisible();
  await at.find(mark(7), new RegExp(mark(7), 'u'));
  await at.go('Detainees');
  await page.getByRole('columnheader').first().click();
  await expect(page.getByRole('main').getByText(mark(0)).first()).toBeVisible();
  await at.go('Cases');
  await at.press('Case');
  await form.type('Title', `Case ${mark(2)}`);
  await form.save();
  await takeIn(page, outside);
  const brief = join(outside, 'brief.docx');
  await answerSaveDialog(app, brief);
  await at.find(mark(2), new RegExp(mark(2), 'u'));
  await at.press('Write');
  await page.getByRole('button', { name: /^Export|^Write it|DOCX/u }).click();
  await expect(page.getByText('brief.docx').first()).toBeVisible();
}

async function takeIn(page: Page, outside: string): Promise<void> {
  const file = join(outside, `${mark(3)}.txt`);
  fs.writeFileSync(file, `Invented. ${MARKS.join(' ')}\n`, { mode: 0o644 });
  await desk(page).go('Documents');
  const chooser = page.waitForEvent('filechooser');
  await desk(page).press('Choose files');
  await (await chooser).setFiles(file);
  await expect(page.getByRole('region', { name: mark(3) })).toContainText(mark(20));
}

test('nothing of a day at the desk is left in the open: no write holds it, no file after lock and crash', async ({
  home,
  start,
}) => {
  test.setTimeout(240_000);
  const sinceMs = Date.now();
  // What goes in and what is handed over lie in the open by their nature: in a folder of their own.
  const outside = fs.mkdtempSync(join(tmpdir(), 'rihai-outside-'));
  try {
    fs.writeFileSync(join(outside, 'control'), Buffer.concat(spelled.map(({ bytes }) => bytes)));
    giveAway(outside);
    fs.chmodSync(outside, 0o777);
    const trace = join(outside, 'trace');
    const under = ['strace', '-D', '--seccomp-bpf', ...traceOfWrites(trace)];
    const first = await start({ under });
    await makeVault(first, home);
    await work(first, outside);
    const before = first.processes();
    await pressKeys(first.app, 'l', ['control']);
    const next = await first.ended();
    await expect.poll(() => before.filter(isAlive)).toEqual([]);

    const places = [...written(trace)].filter(
      ([place]) => place.startsWith('/') && !place.startsWith('/memfd:'),
    );
    const own = places.filter(([place]) => place.startsWith(home.dir));
    expect(own.reduce((sum, [, bytes]) => sum + bytes.length, 0)).toBeGreaterThan(500_000);
    expect(own.some(([place]) => place.endsWith('.db-wal'))).toBe(true);
    // The brief is written where it was asked for, and the trace shows it: so it shows the rest.
    expect(places.some(([place]) => place.startsWith(outside))).toBe(true);
    const inTheOpen = places.filter(([place, bytes]) => {
      const isOutside = place.startsWith(outside);
      return !isOutside && (marksIn(bytes).length > 0 || MARKS.some((one) => place.includes(one)));
    });
    expect(inTheOpen.map(([place]) => place)).toEqual([]);

    const second = await start({ args: next ?? [] });
    await lockScreen(second.page).open(PASSPHRASE);
    await desk(second.page).isOpen();
    await desk(second.page).find(mark(9), new RegExp(mark(9), 'u'));
    await call(second.page, 'records:create', {
      kind: 'person',
      edits: [{ path: 'names/new', value: { text: `Late ${mark(10)}`, kind: 'legal' } }],
    });
    for (const pid of second.processes()) process.kill(pid, 'SIGKILL');

    expect(marked(ALL, [join(outside, 'control')])).toHaveLength(1);
    fs.rmSync(outside, { recursive: true });
    const wal = filesSince(home.dir, sinceMs).filter((file) => file.endsWith('.db-wal'));
    expect(wal).toHaveLength(1);
    const everywhere = [home.dir, ...SYSTEM_PLACES];
    expect(
      marked(
        ALL,
        everywhere.flatMap((one) => filesSince(one, sinceMs)),
      ),
    ).toEqual([]);
  } finally {
    fs.rmSync(outside, { recursive: true, force: true });
  }
});
