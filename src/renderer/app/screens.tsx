import type { FunctionComponent } from 'react';
import { TrashScreen } from '../features/trash/TrashScreen';
import { SettingsScreen } from '../features/settings/SettingsScreen';
import type { PlaceId } from './navigation';

/** What each place shows; a screen gets from its address what `useWhereabouts` tells. */
export const SCREENS: Readonly<Partial<Record<PlaceId, FunctionComponent>>> = {
  trash: TrashScreen,
  settings: SettingsScreen,
};
