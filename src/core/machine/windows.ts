import type { MachinePort, MachineReport, Protection } from './model';

/**
 * One look without the rights of an administrator, which `manage-bde` asks for: the shell tells
 * of each volume whether BitLocker protects it, as a number in every language.
 */
const SCRIPT = `
$ErrorActionPreference = 'SilentlyContinue'
$shell = New-Object -ComObject Shell.Application
function lock($drive) { $shell.NameSpace($drive).Self.ExtendedProperty('System.Volume.BitLockerProtection') }
$drive = [IO.Path]::GetPathRoot($args[0])
$info = [IO.DriveInfo]::new($drive)
"disk=$(lock $drive)"
"system=$(lock "$env:SystemDrive\\")"
"format=$($info.DriveFormat)"
"type=$($info.DriveType)"
"pages=$((Get-ItemProperty 'HKLM:\\SYSTEM\\CurrentControlSet\\Control\\Session Manager\\Memory Management').PagingFiles -join '')"
"hibernates=$((Get-ItemProperty 'HKLM:\\SYSTEM\\CurrentControlSet\\Control\\Power').HibernateEnabled)"
`;

/** Lines `name=value` of the look. */
export const parseFacts = (text: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    text.split(/\r?\n/u).flatMap((line) => {
      const at = line.indexOf('=');
      return at < 1 ? [] : [[line.slice(0, at).trim(), line.slice(at + 1).trim()]];
    }),
  );

/** BitLocker as the shell counts it: 1 on, 2 off, 3 being encrypted, 4 being decrypted, 5 suspended, 6 on and locked. */
export function protectionOf(value: string | undefined): Protection {
  if (value === '1' || value === '6') return 'encrypted';
  return value === '0' || value === '2' || value === '4' || value === '5' ? 'open' : 'unknown';
}

const fileSystemOf = (
  format: string | undefined,
  type: string | undefined,
): MachineReport['fileSystem'] => {
  if (type === 'Network') return 'network';
  if (format === undefined || format === '') return 'unknown';
  return /^(?:FAT|FAT32|exFAT)$/iu.test(format) ? 'fat' : 'fine';
};

/** What Windows tells an ordinary user. */
export async function onWindows(
  { run }: MachinePort,
  dir: string,
): Promise<Omit<MachineReport, 'syncedFolder'>> {
  const root = process.env['SystemRoot'] ?? 'C:\\Windows';
  const shell = `${root}\\System32\\WindowsPowerShell\\v1.0\\powershell.exe`;
  const quoted = `'${dir.replaceAll("'", "''")}'`;
  const words = ['-NoProfile', '-NonInteractive', '-Command', `& {${SCRIPT}} ${quoted}`];
  const facts = parseFacts((await run(shell, words)) ?? '');
  const system = protectionOf(facts['system']);
  return {
    disk: protectionOf(facts['disk']),
    swap: facts['pages'] === '' ? 'none' : system,
    hibernation: facts['hibernates'] === '0' ? 'none' : system,
    fileSystem: fileSystemOf(facts['format'], facts['type']),
  };
}
