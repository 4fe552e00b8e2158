import { T } from '#i18n';
import css from './EventTable.module.css';
import type { CustodyEventRow } from './model';

/** What happened, when, where and by whose word: the picture in words. */
export function EventTable({ rows }: { readonly rows: readonly CustodyEventRow[] }) {
  return (
    <table className={css.events}>
      <thead>
        <tr>
          <th scope="col" className={css.when}>
            <T id="ui.events.when" />
          </th>
          <th scope="col">
            <T id="ui.events.what" />
          </th>
          <th scope="col">
            <T id="ui.events.where" />
          </th>
          <th scope="col" className={css.extra}>
            <T id="ui.events.source" />
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row" className={css.when}>
              <bdi>{row.when}</bdi>
            </th>
            <td>{row.what}</td>
            <td className={css.quiet}>{row.where}</td>
            <td className={css.extra}>{row.source}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
