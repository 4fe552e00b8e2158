import { useText } from '#i18n';

const KNOWN = [
  'create',
  'edit',
  'import',
  'outcome',
  'attach',
  'trash',
  'restore',
  'settle',
  'prefer',
  'undo',
  'refuse',
] as const;

type Known = (typeof KNOWN)[number];

const isKnown = (what: string): what is Known => KNOWN.some((known) => known === what);

/** What an action did, in a word or two. */
export function useWhat(): (what: string) => string {
  const t = useText();
  return (what) => t(`history.what.${isKnown(what) ? what : 'other'}`);
}
