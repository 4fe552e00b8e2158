import { Command, CommanderError } from 'commander';
import { AppError } from '#shared/errors/app-error';
import { EXIT } from '#shared/errors/codes';
import { secretOptions, vaultOption, type CommandSpec, type Values } from './command';
import { COMMANDS, GROUPS } from './commands/index';
import type { Context } from './context';
import { report } from './failure';

const helpOf = ({ examples }: CommandSpec): string =>
  `\nExample${examples.length > 1 ? 's' : ''}:\n${examples.map((line) => `  $ ${line}\n`).join('')}`;

/** Commands of two words stand under the first of them. */
function place(program: Command, name: string): Command {
  const [first = '', second] = name.split(' ');
  if (second === undefined) return program.command(first);
  const group =
    program.commands.find((one) => one.name() === first) ??
    program
      .command(first)
      .summary(GROUPS[first] ?? '')
      .helpCommand(false)
      .exitOverride();
  return group.command(second);
}

function addCommand(program: Command, context: Context, spec: CommandSpec, done: Done): void {
  const command = place(program, spec.name).summary(spec.summary).description(spec.summary);
  for (const [form, meaning] of spec.words ?? []) command.argument(form, meaning);
  if (spec.isOutside !== true) command.addOption(vaultOption());
  for (const option of [...(spec.options ?? []), ...(spec.opens ? secretOptions() : [])]) {
    command.addOption(option);
  }
  command.option('--json', 'answer with JSON on standard output, errors too');
  command.addHelpText('after', helpOf(spec));
  command.action(async (...given: unknown[]) => {
    // Commander hands over the words, then the options, then itself.
    const options = given.at(-2) as Values;
    done(await perform(context, spec, given.slice(0, -2), options));
  });
}

type Done = (exit: number) => void;

async function perform(
  context: Context,
  spec: CommandSpec,
  words: readonly unknown[],
  options: Values,
): Promise<number> {
  const asJson = options['json'] === true;
  try {
    const answer = await spec.run(context, words, options);
    if (answer === undefined) return EXIT.ok;
    context.out(asJson ? `${JSON.stringify(answer.json)}\n` : answer.text);
    return answer.exit ?? EXIT.ok;
  } catch (error) {
    return report(context, error, asJson);
  }
}

/** Runs one command line and answers the exit code. */
export async function runProgram(
  context: Context,
  args: readonly string[],
  version: string,
): Promise<number> {
  let exit: number = EXIT.ok;
  const program = new Command('rihai')
    .description('Encrypted case files for the legal defence of detainees. Works offline.')
    .version(version)
    .exitOverride()
    .configureOutput({ writeOut: context.out, outputError: () => undefined })
    .helpCommand(false)
    .addHelpText(
      'after',
      '\nExample:\n  $ rihai create --vault ./office --name "Sample Vakil" --generate\n',
    );
  for (const spec of COMMANDS) {
    addCommand(program, context, spec, (code) => {
      exit = code;
    });
  }
  if (args.length === 0) {
    program.outputHelp();
    return EXIT.usage;
  }
  try {
    await program.parseAsync([...args], { from: 'user' });
    return exit;
  } catch (error) {
    if (!(error instanceof CommanderError)) return report(context, error, args.includes('--json'));
    if (error.exitCode === 0) return EXIT.ok;
    const reason = error.message.replace(/^error: /u, '').replaceAll('\n', ' ');
    return report(context, new AppError('usage', { reason }), args.includes('--json'));
  }
}
