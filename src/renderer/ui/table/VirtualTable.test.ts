import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { VirtualTable } from './VirtualTable';

const column = { id: 'name', header: 'Name', track: '1fr', cell: () => '' };

const rowsOf = (empty: string | false | undefined): number => {
  const html = renderToStaticMarkup(
    createElement(VirtualTable, {
      ...{ label: 'People', margin: column, columns: [column], rowCount: 0, empty },
      ...{ rowAt: () => undefined, nameOf: () => '', onOpen: () => undefined },
    }),
  );
  return html.split('role="row"').length - 1;
};

it('has no row but its head before it is read, and one that says so where there is none', () => {
  expect(rowsOf(undefined)).toBe(1);
  expect(rowsOf(false)).toBe(1);
  expect(rowsOf('Nobody is on file yet.')).toBe(2);
});
