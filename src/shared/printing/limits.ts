/** What the system's queue calls every job of ours: it names nobody. */
export const JOB_NAME = 'Document';
/** Lines of one job: more than any paper has. */
export const MOST_PRINT_LINES = 20_000;
export const MOST_PRINT_CELLS = 40;
/** Pages of a document that go in one job; all of them are held in memory until it is handed over. */
export const MOST_PRINT_PAGES = 100;
export const MOST_COPIES = 99;
/** Pixels across a page of a document: about 200 to the inch. */
export const PRINT_WIDTH = 1_700;
