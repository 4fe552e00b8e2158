import {
  checkMachine,
  machineTodo,
  nodeMachine,
  readiness,
  type MachineReport,
  type Readiness,
  type Todo,
} from '#core/app/index';
import { defineCommand, type VaultOptions } from '../command';
import { count, minuteOf, pairs, showFor } from '../format';
import { machineRows, MACHINE_WORDS } from '../machine-words';
import { withCaseFile } from '../session';

const TODO_WORDS: Readonly<Record<Todo, string>> = {
  backup: 'Make a backup on another medium: rihai backup make',
  'backup-old': 'The last backup on another medium is more than a week old: rihai backup make',
  'second-way':
    'One person and one paper open this vault. Add a person, or shares: rihai recovery shares',
  rehearse: 'Try every recovery paper once: rihai recovery rehearse',
  drill: 'Practise restoring once: rihai backup drill',
  outside: 'See to what lies outside the vault, readable: rihai outside',
};

const recoveryText = ({ number, split, rehearsedMs }: Readiness['recovery'][number]): string => {
  const kind =
    split === undefined ? 'one paper' : `any ${String(split.needed)} of ${String(split.of)} papers`;
  const tried = rehearsedMs === undefined ? 'NEVER tried' : `last tried ${minuteOf(rehearsedMs)}`;
  return `${String(number)}: ${kind}, ${tried}`;
};

function textOf(report: Readiness, machine: MachineReport, isTerminal: boolean): string {
  const { members, recovery, lastApart, backups, drilledMs, wouldBeLost, outside, todo } = report;
  const [latest] = backups;
  const rows = [
    [
      'opens with a passphrase',
      members.map(({ slot, name }) => `${String(slot)}: ${name}`).join('\n'),
    ],
    ['opens by recovery', recovery.map(recoveryText).join('\n')],
    [
      'last backup elsewhere',
      lastApart === undefined ? 'NONE' : `${minuteOf(lastApart.madeMs)} in ${lastApart.place}`,
    ],
    [
      'last backup on this disk',
      latest === undefined || latest.isApart ? '' : `${minuteOf(latest.madeMs)} in ${latest.place}`,
    ],
    ['restore practised', drilledMs === undefined ? 'NEVER' : minuteOf(drilledMs)],
    [
      'readable outside',
      outside.open === 0
        ? 'nothing that is known'
        : `${count(outside.open, 'thing')}, ${String(outside.due)} of them for ${count(outside.days, 'day')} or longer`,
    ],
    [
      'lost with this machine',
      wouldBeLost.actions === 0
        ? 'nothing written so far'
        : `${count(wouldBeLost.actions, 'entry', 'entries')} about ${count(wouldBeLost.records, 'record')}`,
    ],
  ] as const;
  const shown = [...rows.filter(([, value]) => value !== ''), ...machineRows(machine)];
  const tasks = [
    ...todo.map((one) => `  - ${TODO_WORDS[one]}\n`),
    ...machineTodo(machine).map((one) => `  - ${MACHINE_WORDS[one]}\n`),
  ].join('');
  const end = tasks === '' ? 'Ready.\n' : `To do:\n${tasks}`;
  return `${pairs(shown, showFor(isTerminal))}\n${end}`;
}

export const ready = defineCommand<VaultOptions>({
  name: 'ready',
  summary: 'who can open the vault, with which backup, and what would be lost with this machine',
  examples: ['rihai ready --vault ./office'],
  opens: true,
  run: (context, _words, options) =>
    withCaseFile(context, options, async ({ vault }) => {
      const report = readiness(vault);
      const machine = await checkMachine(nodeMachine, vault.dir);
      const json = { ...report, machine: { ...machine, todo: machineTodo(machine) } };
      return { json, text: textOf(report, machine, context.isTerminal) };
    }),
});
