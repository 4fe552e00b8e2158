import type { FunctionComponent } from 'react';
import type { RecordId } from '#shared/domain/ids';
import { CaseScreen } from '../features/case/CaseScreen';
import { CasesScreen } from '../features/cases/CasesScreen';
import { ConflictsScreen } from '../features/conflicts/ConflictsScreen';
import { DetaineeScreen } from '../features/detainee/DetaineeScreen';
import { DetaineesScreen } from '../features/detainees/DetaineesScreen';
import { DocumentsScreen } from '../features/documents/DocumentsScreen';
import { ExchangeScreen } from '../features/exchange/ExchangeScreen';
import { OutcomeScreen } from '../features/outcome/OutcomeScreen';
import { PeopleScreen } from '../features/people/PeopleScreen';
import { SettingsScreen } from '../features/settings/SettingsScreen';
import { TodayScreen } from '../features/today/TodayScreen';
import { TrashScreen } from '../features/trash/TrashScreen';
import { WriteScreen } from '../features/write/WriteScreen';
import { useWhereabouts, type PlaceId } from './navigation';

/** The record that the present address names. */
function useRecord(): { readonly id: RecordId | undefined; readonly tab: string | undefined } {
  const { id, tab } = useWhereabouts();
  return { id: id as RecordId | undefined, tab };
}

function Case() {
  const { id, tab } = useRecord();
  return id === undefined ? <CasesScreen /> : <CaseScreen key={id} id={id} tab={tab} />;
}

function Detainee() {
  const { id, tab } = useRecord();
  return id === undefined ? <DetaineesScreen /> : <DetaineeScreen key={id} id={id} tab={tab} />;
}

function Exchange() {
  const { tab, id } = useWhereabouts();
  return <ExchangeScreen tab={tab} id={id} />;
}

function Outcome() {
  return <OutcomeScreen day={useWhereabouts().day} />;
}

function People() {
  return <PeopleScreen id={useRecord().id} />;
}

function Documents() {
  const { id } = useRecord();
  return <DocumentsScreen id={id} />;
}

function Write() {
  return <WriteScreen subject={useRecord().id} />;
}

/** What each place shows. */
export const SCREENS: Readonly<Record<PlaceId, FunctionComponent>> = {
  today: TodayScreen,
  detainees: DetaineesScreen,
  detainee: Detainee,
  cases: CasesScreen,
  case: Case,
  outcome: Outcome,
  documents: Documents,
  people: People,
  write: Write,
  exchange: Exchange,
  conflicts: ConflictsScreen,
  settings: SettingsScreen,
  trash: TrashScreen,
};
