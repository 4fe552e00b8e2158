import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  type ErrorComponentProps,
} from '@tanstack/react-router';
import type { FunctionComponent } from 'react';
import { Broken } from './Broken';
import { Frame } from './Frame';
import { PLACES, whereaboutsOf } from './navigation';
import { SCREENS } from './screens';

const Failed = ({ error, reset }: ErrorComponentProps) => <Broken error={error} onAgain={reset} />;

const root = createRootRoute({ component: Frame });

const placeRoute = (place: string, component: FunctionComponent) =>
  createRoute({
    getParentRoute: () => root,
    path: `/${place}`,
    component,
    validateSearch: whereaboutsOf,
  });

const routes = PLACES.flatMap((place) => {
  const screen = SCREENS[place];
  return screen === undefined ? [] : [placeRoute(place, screen)];
});

/** Places by address, in memory only: nothing of where one was outlives the window. */
export const makeRouter = () =>
  createRouter({
    routeTree: root.addChildren(routes),
    history: createMemoryHistory({ initialEntries: ['/today'] }),
    defaultErrorComponent: Failed,
    defaultPendingMinMs: 0,
  });
