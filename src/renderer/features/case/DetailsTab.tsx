import { SheetRow } from '#ui';
import { RecordForm } from '../forms';
import css from './Case.module.css';
import type { CasePage } from './model';

/** Every field of the case, edited in place. */
export function DetailsTab({ page }: { readonly page: CasePage }) {
  return (
    <SheetRow>
      <div className={css.form}>
        <RecordForm kind="case" id={page.record.id} />
      </div>
    </SheetRow>
  );
}
