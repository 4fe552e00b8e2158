import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components';
import { cx } from '../cx';
import css from './Tabs.module.css';

export type TabItem<K extends string = string> = {
  readonly id: K;
  readonly label: string;
  readonly count?: number;
};

type Props<K extends string> = {
  /** Spoken name of the row of tabs. */
  readonly label: string;
  readonly tabs: readonly TabItem<K>[];
  readonly selected: K;
  readonly onSelect: (id: K) => void;
  /** The content of the chosen tab. */
  readonly children: ReactNode;
  /** The tabs begin at the text of a ruled sheet. */
  readonly isOnSheet?: boolean;
};

/** Parts of one file. Arrows go along; the chosen one is shown at once. */
export function Tabs<K extends string>(props: Props<K>) {
  const { label, tabs, selected, onSelect, children, isOnSheet = false } = props;
  return (
    <AriaTabs
      className={css.tabs}
      selectedKey={selected}
      onSelectionChange={(key) => {
        const chosen = tabs.find(({ id }) => id === key);
        if (chosen) onSelect(chosen.id);
      }}
    >
      <TabList aria-label={label} className={cx(css.list, isOnSheet && css.onSheet)}>
        {tabs.map(({ id, label: text, count }) => (
          <Tab key={id} id={id} className={css.tab}>
            <bdi>{text}</bdi>
            {count !== undefined && <span className={css.count}>{count}</span>}
          </Tab>
        ))}
      </TabList>
      <TabPanel key={selected} id={selected} className={css.panel}>
        {children}
      </TabPanel>
    </AriaTabs>
  );
}
