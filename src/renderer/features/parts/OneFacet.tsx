import { Facets, type FacetValue } from '#ui';

type Props = {
  readonly label: string;
  /** Undefined until they are read. */
  readonly values: readonly FacetValue[] | undefined;
  readonly chosen: string | undefined;
  readonly onChoose: (value: string | undefined) => void;
};

/** One thing a list can be narrowed by, one value at a time; pressed again it is let go. */
export function OneFacet({ label, values, chosen, onChoose }: Props) {
  const groups = values?.length === 0 ? [] : [{ id: 'one', label, values: values ?? [] }];
  return (
    <Facets
      groups={groups}
      isChosen={(_, id) => id === chosen}
      onToggle={(_, id) => {
        onChoose(id === chosen ? undefined : id);
      }}
    />
  );
}
