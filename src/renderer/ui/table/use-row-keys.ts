import { useState, type FocusEvent, type KeyboardEvent } from 'react';
import type { Group } from './columns';
import { moveTo } from './table-keys';

type Options<Row> = {
  readonly rowCount: number;
  readonly startAt?: number;
  readonly rowAt: (index: number) => Row | undefined;
  readonly groupAt?: (index: number) => Group | undefined;
  readonly onOpen: (row: Row, index: number) => void;
  readonly onChoose?: (row: Row, index: number) => void;
};

const NONE = -1;

const isForTable = (event: KeyboardEvent | FocusEvent): boolean =>
  event.target === event.currentTarget;

/** The row one stands on, and the keys that move, open and choose. */
export function useRowKeys<Row>(
  options: Options<Row>,
  page: () => number,
  show: (index: number) => void,
) {
  const { rowCount, startAt, rowAt, groupAt, onOpen, onChoose } = options;
  const [active, setActive] = useState(startAt ?? NONE);
  const move = (key: string, from: number): number | undefined =>
    moveTo(key, {
      active: from,
      count: rowCount,
      page: page(),
      isStop: (index) => groupAt?.(index) === undefined,
    });
  const act = (key: string): boolean => {
    const row = active === NONE ? undefined : rowAt(active);
    if (row === undefined || (key !== 'Enter' && key !== ' ')) return false;
    if (key === 'Enter') onOpen(row, active);
    else onChoose?.(row, active);
    return true;
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const isCombined = event.altKey || event.ctrlKey || event.metaKey;
    if (isCombined || !isForTable(event)) return;
    const target = move(event.key, active);
    if (target !== undefined) {
      setActive(target);
      show(target);
    } else if (!act(event.key) && !event.key.startsWith('Arrow')) return;
    event.preventDefault();
  };
  const onFocus = (event: FocusEvent): void => {
    if (active === NONE && isForTable(event)) setActive(move('ArrowDown', NONE) ?? NONE);
  };
  return { active, setActive, onKeyDown, onFocus };
}
