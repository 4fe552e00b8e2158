import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '#shared/errors/app-error';
import { z } from '#shared/domain/zod';
import type { DemoFolder } from './folder';
import { headingText, shortIds } from './layout';
import { shownPath } from './paths';
import type { Samples } from '#core/app/index';
import type { Run } from './shell';

export type Story = {
  readonly folder: DemoFolder;
  readonly samples: Samples;
  readonly run: Run;
  readonly say: (text: string) => void;
};

/** The id, in its short form, that a key of the sample set was given. */
type IdOf = (key: string) => string;

/** Names the vault, and the file with its passphrase, as every command needs them. */
const opened = ({ folder }: Story): readonly string[] => [
  '--vault',
  shownPath(folder.vault),
  '--passphrase-file',
  shownPath(folder.passphrase),
];

const committedSchema = z.object({ committed: z.int(), ids: z.array(z.string()) });

/** Reads what an import promised to keep: the id of every record, in the order of the lines. */
function readCommitted(out: string, keys: readonly string[]): IdOf {
  const lines = out.trim().split('\n');
  const ids = lines.flatMap((line) => committedSchema.parse(JSON.parse(line)).ids);
  if (ids.length !== keys.length) throw new AppError('internal', { reference: 'demo-import' });
  const byKey = new Map(keys.map((key, index) => [key, shortIds(ids[index] ?? '')]));
  return (key) => byKey.get(key) ?? '';
}

async function createVault({ run, folder }: Story): Promise<void> {
  const { vault, passphrase } = folder;
  const secret = ['--passphrase-file', shownPath(passphrase)];
  await run([
    'create',
    '--sample',
    '--vault',
    shownPath(vault),
    '--name',
    'Sample Vakil',
    ...secret,
  ]);
}

async function importSamples(story: Story): Promise<IdOf> {
  const { run, samples } = story;
  const files = samples.files.map(shownPath);
  const out = await run(['import', ...files, '--namespace', 'sample', ...opened(story)], (answer) =>
    answer.replaceAll(/"ids":\[[^\]]*\]/gu, '"ids":[…]'),
  );
  return readCommitted(out, samples.keys);
}

async function attachFiles(story: Story, idOf: IdOf): Promise<void> {
  const { run, samples } = story;
  for (const { file, title, type, on, language, about } of samples.attachments) {
    const facts = ['--about', idOf(about), '--title', title, '--on', on, '--language', language];
    const typed = type === undefined ? [] : ['--type', type];
    await run(['attach', shownPath(join(samples.dir, file)), ...facts, ...typed, ...opened(story)]);
  }
}

/** Three ways to ask: what runs out first, one person's, and all of one with rival accounts. */
async function showClocks(story: Story, idOf: IdOf): Promise<void> {
  const { run } = story;
  await run(['clocks', '--limit', '3', ...opened(story)]);
  await run(['clocks', '--person', idOf('p-39'), '--limit', '1', ...opened(story)]);
  await run(['clocks', '--person', idOf('p-01'), '--all', ...opened(story)]);
}

async function exportBrief(story: Story, caseId: string): Promise<void> {
  const { run, folder } = story;
  const out = shownPath(folder.brief);
  await run(['export', '--case', caseId, '--paper', 'a4', '--out', out, ...opened(story)]);
  if (!existsSync(folder.brief)) throw new AppError('internal', { reference: 'demo-brief' });
}

/** Runs the steps; answers with the id of the case whose brief it printed. */
export async function tellStory(story: Story): Promise<string> {
  const { say, run, samples } = story;
  let step = 0;
  const heading = (title: string) => {
    step += 1;
    say(headingText(step, title));
  };

  heading('Make an encrypted vault');
  await createVault(story);
  heading('Take in the sample set: people, contacts, cases, custody, hearings, tasks');
  const idOf = await importSamples(story);
  heading('Attach four papers');
  await attachFiles(story, idOf);
  heading('Search, in English and in Urdu');
  await run(['search', 'Husain', ...opened(story)]);
  await run(['search', 'کلائی', ...opened(story)]);
  heading(`What cannot wait on ${samples.referenceDay}, the day of the sample`);
  await run(['today', ...opened(story)]);
  heading('The clocks that run out first, with their reasoning');
  await showClocks(story, idOf);
  heading('Print the brief of one case for court');
  await exportBrief(story, idOf('c-01'));
  heading('Check every page, every attachment and every change');
  await run(['verify', ...opened(story)]);
  return idOf('c-01');
}
