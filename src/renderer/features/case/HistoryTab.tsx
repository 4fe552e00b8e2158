import { HistoryPanel } from '../history/HistoryPanel';
import type { CasePage } from './model';

/** Who said what of the case and all that belongs to it, and when. */
export function HistoryTab({ page }: { readonly page: CasePage }) {
  return <HistoryPanel record={page.record.id} />;
}
