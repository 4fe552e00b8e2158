const PAGE_BYTES = 4096;

/**
 * What a process holds of the machine's memory, as Linux tells; undefined elsewhere, and once it is gone.
 *
 * @param readText gives the text of a file, or throws
 */
export function residentBytes(
  pid: number | undefined,
  readText: (file: string) => string,
): number | undefined {
  try {
    const pages = readText(`/proc/${String(pid)}/statm`).split(' ')[1];
    return Number(pages) * PAGE_BYTES;
  } catch {
    return undefined;
  }
}
