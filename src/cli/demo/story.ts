import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '#shared/errors/app-error';
import { z } from '#shared/domain/zod';
import type { DemoFolder } from './folder';
import { headingText } from './layout';
import { shownPath } from './paths';
import type { Samples } from '#core/app/index';
import type { Run } from './shell';

export type Story = {
  readonly folder: DemoFolder;
  readonly samples: Samples;
  readonly run: Run;
  readonly say: (text: string) => void;
};

const CLOCKS_SHOWN = 6;
const LINES_OF_TODAY = 40;
const LINES_OF_CLOCKS = 60;

/** Names the vault, and the file with its passphrase, as every command needs them. */
const opened = ({ folder }: Story): readonly string[] => [
  '--vault',
  shownPath(folder.vault),
  '--passphrase-file',
  shownPath(folder.passphrase),
];

const committedSchema = z.object({ committed: z.int(), ids: z.array(z.string()) });

/** Reads what an import promised to keep: the id of every record, in the order of the lines. */
function readCommitted(out: string, keys: readonly string[]): ReadonlyMap<string, string> {
  const batches = out
    .trim()
    .split('\n')
    .map((line) => committedSchema.parse(JSON.parse(line)));
  const ids = batches.flatMap((batch) => batch.ids);
  if (ids.length !== keys.length) throw new AppError('internal', { reference: 'demo-import' });
  return new Map(keys.map((key, index) => [key, ids[index] ?? '']));
}

const SHORT_ID = 13;

async function createVault(story: Story): Promise<void> {
  const { run, folder } = story;
  await run([
    'create',
    '--vault',
    shownPath(folder.vault),
    '--name',
    'Sample Vakil',
    '--passphrase-file',
    shownPath(folder.passphrase),
  ]);
}

async function importSamples(story: Story): Promise<ReadonlyMap<string, string>> {
  const { run, samples } = story;
  const out = await run(
    ['import', ...samples.files.map(shownPath), '--namespace', 'sample', ...opened(story)],
    {
      instead: (text) =>
        text.replaceAll(/^\{"committed":(\d+),"ids":\[.*\]\}$/gmu, '{"committed":$1,"ids":[…]}'),
    },
  );
  return readCommitted(out, samples.keys);
}

async function attachFiles(story: Story, ids: ReadonlyMap<string, string>): Promise<void> {
  const { run, samples } = story;
  for (const { file, title, type, on, language, about } of samples.attachments) {
    await run([
      'attach',
      shownPath(join(samples.dir, file)),
      '--about',
      (ids.get(about) ?? '').slice(0, SHORT_ID),
      '--title',
      title,
      ...(type === undefined ? [] : ['--type', type]),
      '--on',
      on,
      '--language',
      language,
      ...opened(story),
    ]);
  }
}

/** Runs the steps; answers with the id of the case whose brief it printed. */
export async function tellStory(story: Story): Promise<string> {
  const { say, run, samples, folder } = story;
  let step = 0;
  const heading = (title: string) => {
    step += 1;
    say(headingText(step, title));
  };
  const day = ['--date', samples.referenceDay];

  heading('Make an encrypted vault');
  await createVault(story);
  heading('Take in the sample set: people, contacts, cases, custody, hearings, tasks');
  const ids = await importSamples(story);
  heading('Attach four papers');
  await attachFiles(story, ids);
  heading('Search, in English and in Urdu');
  await run(['search', 'Husain', ...opened(story)]);
  await run(['search', 'کلائی', ...opened(story)]);
  heading(`What is to be done on ${samples.referenceDay}, the day of the sample`);
  await run(['today', ...day, ...opened(story)], { most: LINES_OF_TODAY });
  heading('The clocks that run out first, with their reasoning');
  await run(['clocks', ...day, '--limit', String(CLOCKS_SHOWN), ...opened(story)], {
    most: LINES_OF_CLOCKS,
  });
  heading('Print the brief of one case for court (A4)');
  const caseId = (ids.get('c-01') ?? '').slice(0, SHORT_ID);
  const out = shownPath(folder.brief);
  await run(['export', '--case', caseId, '--out', out, ...day, ...opened(story)]);
  heading('Check every page, every attachment and every change');
  await run(['verify', ...opened(story)]);
  if (!existsSync(folder.brief)) throw new AppError('internal', { reference: 'demo-brief' });
  return caseId;
}
