import type { Context } from '../context';
import { runProgram } from '../program';
import { commandText, outputText } from './layout';

/** A command that did not end well; the demo ends with its exit code. */
export class CommandFailed extends Error {
  readonly exit: number;

  constructor(exit: number) {
    super('a command of the demo failed');
    this.name = 'CommandFailed';
    this.exit = exit;
  }
}

/**
 * Runs command lines as `rihai` does, in this process, and shows each with what
 * it answers; `shorten` is for an answer made for programs. Resolves to the
 * whole answer.
 */
export function demoShell(context: Context, version: string) {
  return async function run(
    words: readonly string[],
    shorten: (answer: string) => string = (answer) => answer,
  ): Promise<string> {
    let out = '';
    let err = '';
    context.out(`${commandText(words)}\n`);
    const own: Context = {
      ...context,
      out: (text) => void (out += text),
      err: (text) => void (err += text),
    };
    const exit = await runProgram(own, words, version);
    context.out(`${outputText(`${shorten(out)}${err}`)}\n`);
    if (exit !== 0) throw new CommandFailed(exit);
    return out;
  };
}

export type Run = ReturnType<typeof demoShell>;
