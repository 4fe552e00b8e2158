import type { Context } from '../context';
import { runProgram } from '../program';
import { commandText, outputText } from './layout';

/** How a command of the demo is shown. */
export type Showing = {
  /** At most so many lines of its answer; without it, all. */
  readonly most?: number;
  /** Stands for an answer that is made for programs. */
  readonly instead?: (out: string) => string;
};

/** A command that did not end well; the demo ends with its exit code. */
export class CommandFailed extends Error {
  readonly exit: number;

  constructor(exit: number) {
    super('a command of the demo failed');
    this.name = 'CommandFailed';
    this.exit = exit;
  }
}

/** Runs command lines as `rihai` does, in this process, and shows them with what they answer. */
export function demoShell(context: Context, version: string) {
  return async function run(words: readonly string[], showing: Showing = {}): Promise<string> {
    let out = '';
    let err = '';
    context.out(`${commandText(words)}\n`);
    const own: Context = {
      ...context,
      out: (text) => void (out += text),
      err: (text) => void (err += text),
    };
    const exit = await runProgram(own, words, version);
    const answer = showing.instead?.(out) ?? out;
    context.out(`${outputText(`${answer}${err}`, showing.most)}\n`);
    if (exit !== 0) throw new CommandFailed(exit);
    return out;
  };
}

export type Run = ReturnType<typeof demoShell>;
