import { SheetRow } from '#ui';
import { HistoryPanel } from '../history/HistoryPanel';
import type { CasePage } from './model';

/** Who said what of the case itself, and when. */
export function HistoryTab({ page }: { readonly page: CasePage }) {
  return (
    <SheetRow>
      <HistoryPanel record={page.record.id} />
    </SheetRow>
  );
}
