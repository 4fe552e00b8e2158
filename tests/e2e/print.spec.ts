import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { markFinder, marksOf } from '#tests/fixtures/marks';
import { docxOf } from '../fixtures/office';
import { tinyPdf } from '../fixtures/pdf';
import { filesSince, marked, SYSTEM_PLACES } from './files-since';
import { answerFolderDialog, call, expect, test, type Home, type Session } from './kit';
import { openNewVault } from './new-vault';
import { desk } from './pages/desk';
import { deskWith, open } from './pages/papers';
import { picture } from './picture';
import { startPrintServer, type Printed } from './print-server';

const MARKS = marksOf(`prt${String(process.pid)}d`);
const mark = (n: number): string => MARKS[n] ?? '';
const { marksIn } = markFinder(MARKS);

const CABLE = { name: 'Sample-cable', device: 'usb://Sample/Printer?serial=1' };
const AWAY = { name: 'Sample-away', device: 'ipp://192.0.2.1/ipp/print' };

const tool = (name: string, args: readonly string[], pdf: Buffer): string =>
  execFileSync(name, args, { input: pdf, encoding: 'utf8' });
const textOf = ({ pages }: Printed): string => tool('pdftotext', ['-layout', '-', '-'], pages);
const factsOf = ({ pages }: Printed): string => tool('pdfinfo', ['-'], pages);

const panel = (page: Page) => page.getByRole('dialog', { name: 'Print' });

async function hand(page: Page): Promise<void> {
  await panel(page).getByRole('button', { name: 'Print', exact: true }).click();
  await expect(panel(page).getByText('Handed to')).toBeVisible();
  await panel(page).getByRole('button', { name: 'Close' }).last().click();
  await expect(panel(page)).toHaveCount(0);
}

type Row = { kind: string; what: string; place: string; copies: number; isDue: boolean };

const printsNoted = async (page: Page): Promise<readonly Row[]> => {
  const { rows } = await call<{ rows: readonly Row[] }>(page, 'outside:list');
  return rows.filter(({ kind }) => kind === 'print');
};

/** A vault with papers that are named by marks and hold others. */
async function marksDesk(session: Session, home: Home): Promise<void> {
  const papers = home.folder('papers');
  const files = {
    [`${mark(0)}.pdf`]: tinyPdf([`First ${mark(1)}`, `Second ${mark(2)}`, 'Third']),
    [`${mark(3)}.txt`]: Buffer.from(`Brought to court. ${mark(4)}\n\nمحمد خیالی\n`),
    [`${mark(5)}.docx`]: docxOf([`Sample letter ${mark(6)}`]),
  };
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(papers, name), bytes);
  await deskWith(session, home, papers);
}

test('a document is printed under a neutral name, noted, and left in no file of ours', async ({
  home,
  start,
}) => {
  const sinceMs = Date.now();
  const server = await startPrintServer(home, [CABLE, AWAY]);
  try {
    const session = await start({ env: { CUPS_SERVER: server.socket } });
    const { page } = session;
    await marksDesk(session, home);

    await open(page, mark(0));
    await expect(page.getByRole('img', { name: /Page 1 of 3/u })).toBeVisible();
    await desk(page).press('Print');
    const usual = panel(page).getByRole('radio', { name: /Sample-cable.*usual.*cable/u });
    await expect(usual).toBeChecked();
    await picture(page, 'print-document');
    await panel(page).getByLabel('To page').fill('2');
    await panel(page).getByLabel('Copies').fill('0');
    await panel(page).getByRole('button', { name: 'Print', exact: true }).click();
    await expect(panel(page).getByText('A number from 1 to 99')).toBeVisible();
    expect(server.printed()).toEqual([]);
    await panel(page).getByLabel('Copies').fill('2');
    await hand(page);
    await expect.poll(() => server.printed().length).toBe(1);
    const [scan] = server.printed() as [Printed];
    expect(scan.title).toBe('Document');
    expect(scan.copies).toBe('2');
    expect(scan.options).not.toContain('job-sheets=standard');
    expect(factsOf(scan)).toMatch(/^Pages:\s+2$/mu);
    expect(factsOf(scan)).toMatch(/A4/u);
    // Pixels, as they were seen: no text of the document is in them to be found.
    expect(tool('pdfimages', ['-list', '-'], scan.pages).trim().split('\n')).toHaveLength(4);
    expect(marksIn(scan.pages)).toEqual([]);
    expect(factsOf(scan)).not.toMatch(/rihai|electron/iu);

    await open(page, mark(3));
    await expect(page.getByRole('region', { name: mark(3) })).toContainText(mark(4));
    await page.keyboard.press('Control+p');
    await hand(page);
    await open(page, mark(5));
    await expect(page.getByRole('region', { name: mark(5) })).toContainText(mark(6));
    await desk(page).press('Print');
    await hand(page);
    await expect.poll(() => server.printed().length).toBe(3);
    const [, note, letter] = server.printed() as [Printed, Printed, Printed];
    expect(textOf(note)).toContain(mark(4));
    expect(textOf(letter)).toContain(mark(6));

    expect(await printsNoted(page)).toMatchObject([
      { what: 'document', place: 'Sample-cable', copies: 2 },
      { what: 'document', place: 'Sample-cable', copies: 1 },
      { what: 'document', place: 'Sample-cable', copies: 1 },
    ]);
    // Neither the name of a paper nor what it says gets into the names and the log of the queue.
    for (const one of server.printed()) {
      expect(one.title).toBe('Document');
      expect(marksIn(Buffer.from(one.options + one.environment))).toEqual([]);
    }
    const told = server.told();
    expect(told.includes('Document')).toBe(true);
    expect(marksIn(told)).toEqual([]);
    const ours = [home.dir, ...SYSTEM_PLACES]
      .flatMap((place) => filesSince(place, sinceMs))
      .filter((file) => !/\/(?:papers|cups\/(?:spool|out))\//u.test(file));
    expect(ours.length).toBeGreaterThan(10);
    expect(marked(MARKS, ours)).toEqual([]);
  } finally {
    server.stop();
  }
});

test('a printer in a network is warned of before anything goes, by main too', async ({
  home,
  start,
}) => {
  const server = await startPrintServer(home, [AWAY]);
  try {
    const session = await start({ env: { CUPS_SERVER: server.socket } });
    const { page } = session;
    await marksDesk(session, home);
    await open(page, mark(3));
    await desk(page).press('Print');
    await expect(panel(page).getByRole('alert')).toContainText('over a network');
    await picture(page, 'print-network');
    const print = panel(page).getByRole('button', { name: 'Print', exact: true });
    await expect(print).toHaveAttribute('aria-disabled', 'true');
    const order = {
      ...{ job: crypto.randomUUID(), printer: AWAY.name, copies: 1, paper: 'a4', what: 'day' },
      content: { kind: 'lines', lines: [{ style: 'Title', cells: ['Sample'] }] },
    };
    await expect(call(page, 'print:send', { ...order, isNetworkFine: false })).rejects.toThrow(
      'print/network',
    );
    await expect(
      call(page, 'print:send', { ...order, isNetworkFine: true, printer: 'Gone' }),
    ).rejects.toThrow('print/unknown-printer');
    expect(server.printed()).toEqual([]);
    expect(await printsNoted(page)).toEqual([]);
    await panel(page).getByText('They may go there').click();
    await hand(page);
    await expect.poll(() => server.printed().length).toBe(1);
    expect(await printsNoted(page)).toMatchObject([{ place: AWAY.name }]);
  } finally {
    server.stop();
  }
});

test('the day and a paper are printed from their places', async ({ home, start }) => {
  const server = await startPrintServer(home, [CABLE]);
  try {
    const { app, page } = await start({ env: { CUPS_SERVER: server.socket } });
    await answerFolderDialog(app, home.folder('sample'));
    const { token } = await call<{ token: string }>(page, 'files:chooseFolder', {
      purpose: 'newVault',
    });
    await call(page, 'vault:makeSample', { token, job: crypto.randomUUID() });
    await page.reload();
    await desk(page).isOpen();
    await desk(page).press('Print');
    await hand(page);

    const cases = await call<{ rows: readonly { label: string }[] }>(page, 'cases:list', {
      limit: 1,
      offset: 0,
    });
    const label = cases.rows[0]?.label ?? '';
    await desk(page).find(label, label);
    await desk(page).press('Write');
    const paper = page.getByRole('main').getByRole('heading', { level: 2 }).first();
    await expect(paper).toBeVisible();
    await picture(page, 'print-write');
    const title = await paper.innerText();
    await page.keyboard.press('Control+p');
    await expect(panel(page).getByRole('radio', { name: 'Legal' })).toBeChecked();
    await hand(page);

    await expect.poll(() => server.printed().length).toBe(2);
    const [day, brief] = server.printed() as [Printed, Printed];
    const read = await call<{ hearings: { first: readonly { on: string; court: string }[] } }>(
      page,
      'today:read',
      {},
    );
    expect(read.hearings.first.length).toBeGreaterThan(1);
    for (const { on, court } of read.hearings.first) {
      expect(textOf(day)).toContain(on.slice(11));
      expect(textOf(day).replaceAll(/\s+/gu, ' ')).toContain(court.split(' ')[0] ?? '');
    }
    expect(textOf(brief).replaceAll(/\s+/gu, ' ')).toContain(title);
    expect(factsOf(brief)).toMatch(/612 x 1008 pts/u);
    expect((await printsNoted(page)).map(({ what }) => what).sort()).toEqual(['day', 'paper']);
    const keep = process.env['RIHAI_PICTURES'];
    if (keep !== undefined) {
      writeFileSync(join(keep, 'printed-day.pdf'), day.pages);
      writeFileSync(join(keep, 'printed-brief.pdf'), brief.pages);
    }
  } finally {
    server.stop();
  }
});

test('three recovery papers come out on three sheets, every group of them', async ({
  home,
  start,
}) => {
  const server = await startPrintServer(home, [CABLE]);
  try {
    const session = await start({ env: { CUPS_SERVER: server.socket } });
    const { page } = session;
    await openNewVault(session, home);
    await desk(page).go('Settings');
    await page
      .getByRole('navigation', { name: 'Parts of the settings' })
      .getByText('Recovery papers')
      .click();
    await desk(page).press('Make a second way');
    const question = page.getByRole('alertdialog');
    await question.getByText('Three papers, any two open it').click();
    await question.getByRole('button', { name: 'Make and show' }).click();
    await page.getByRole('button', { name: 'I have them on paper' }).waitFor();
    const groups = await page.locator('aside ol bdi').allTextContents();
    expect(groups).toHaveLength(3 * 12);
    await page.getByRole('button', { name: 'Print' }).click();
    await picture(page, 'print-shares');
    await hand(page);
    await expect.poll(() => server.printed().length).toBe(1);
    const [papers] = server.printed() as [Printed];
    expect(factsOf(papers)).toMatch(/^Pages:\s+3$/mu);
    for (const at of [0, 1, 2]) {
      const of = ['-f', String(at + 1), '-l', String(at + 1), '-layout', '-', '-'];
      const sheet = tool('pdftotext', of, papers.pages);
      expect(sheet).toContain(`Share ${String(at + 1)} of 3`);
      const own = groups.slice(at * 12, at * 12 + 12);
      for (const [n, group] of own.entries())
        expect(sheet).toMatch(new RegExp(`\\b${String(n + 1)}\\.\\s+${group}\\b`, 'u'));
    }
    expect(server.told().includes(groups[0] ?? '')).toBe(false);
    expect(await printsNoted(page)).toMatchObject([{ what: 'recovery', place: CABLE.name }]);
    const keep = process.env['RIHAI_PICTURES'];
    if (keep !== undefined) writeFileSync(join(keep, 'printed-shares.pdf'), papers.pages);
  } finally {
    server.stop();
  }
});

test('where there is no printer, it says so and offers none', async ({ home, start }) => {
  const server = await startPrintServer(home, []);
  try {
    const session = await start({ env: { CUPS_SERVER: server.socket } });
    const { page } = session;
    await marksDesk(session, home);
    expect(await call(page, 'print:printers')).toEqual([]);
    await open(page, mark(3));
    await desk(page).press('Print');
    await expect(panel(page).getByText('There is no printer on this machine.')).toBeVisible();
    await expect(panel(page).getByRole('button', { name: 'Print', exact: true })).toHaveCount(0);
    await picture(page, 'print-none');
  } finally {
    server.stop();
  }
});
