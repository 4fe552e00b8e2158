/** UTF-16 units of one document's text; what comes after is not taken. */
const MOST_UNITS = 20_000_000;

/** Thrown to leave a document whose text has grown to the limit. */
class Full extends Error {}

/** Gathers the words of a document, up to a limit: a few bytes of a file can stand for any number of them. */
export class TextCollector {
  readonly #parts: string[] = [];
  #size = 0;

  add(text: string): void {
    const room = MOST_UNITS - this.#size;
    this.#parts.push(text.length > room ? text.slice(0, room) : text);
    this.#size += text.length;
    if (text.length > room) throw new Full();
  }

  /** Runs what adds text; full is enough. */
  fill(work: () => void): void {
    try {
      work();
    } catch (error) {
      if (!(error instanceof Full)) throw error;
    }
  }

  text(): string {
    return this.#parts.join('');
  }
}
