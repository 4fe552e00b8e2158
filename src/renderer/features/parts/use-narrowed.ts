import { useState } from 'react';
import type { Filter } from './ListHead';
import { usePages, type PageOf, type Pages } from './use-pages';
import { useSought, type Sought } from './use-sought';

type Asked<Facet extends string> = Readonly<Partial<Record<Facet | 'text', string>>>;

export type Narrowed<Row> = {
  readonly pages: Pages<Row>;
  readonly sought: Sought;
  /** The value of the facet the list is narrowed to. */
  readonly chosen: string | undefined;
  readonly choose: (value: string | undefined) => void;
  readonly isNarrow: boolean;
  /** The value it is narrowed to, in words, as a head shows it to be taken away. */
  readonly filters: (wordOf: (value: string) => string) => readonly Filter[];
};

/** A list read page by page, narrowed by words and by one value of one facet. */
export function useNarrowed<Row, Facet extends string>(
  name: string,
  facet: Facet,
  read: (
    asked: Asked<Facet> & PageOf,
  ) => Promise<{ readonly total: number; readonly rows: readonly Row[] }>,
): Narrowed<Row> {
  const sought = useSought();
  const [chosen, choose] = useState<string>();
  const asked = {
    ...(sought.words === undefined ? {} : { text: sought.words }),
    ...(chosen === undefined ? {} : { [facet]: chosen }),
  } as Asked<Facet>;
  const pages = usePages([name, 'list', asked], (page) => read({ ...asked, ...page }));
  return {
    pages,
    sought,
    chosen,
    choose,
    isNarrow: Object.keys(asked).length > 0,
    filters: (wordOf) => {
      if (chosen === undefined) return [];
      const onRemove = (): void => {
        choose(undefined);
      };
      return [{ id: chosen, label: wordOf(chosen), onRemove }];
    },
  };
}
