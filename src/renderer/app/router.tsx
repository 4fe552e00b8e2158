import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  redirect,
  type ErrorComponentProps,
} from '@tanstack/react-router';
import type { FunctionComponent } from 'react';
import { Broken } from './Broken';
import { Frame } from './Frame';
import { PLACES, whereaboutsOf } from './navigation';
import { SCREENS } from './screens';

const Failed = ({ error, reset }: ErrorComponentProps) => <Broken error={error} onAgain={reset} />;

const root = createRootRoute({ component: Frame });

const first = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/today' } as never) as Error;
  },
});

const placeRoute = (place: string, component: FunctionComponent) =>
  createRoute({
    getParentRoute: () => root,
    path: `/${place}`,
    component,
    validateSearch: whereaboutsOf,
  });

const routes = PLACES.map((place) => placeRoute(place, SCREENS[place]));

/** Places by address, in memory only: nothing of where one was outlives the window. */
export const makeRouter = () =>
  createRouter({
    routeTree: root.addChildren([first, ...routes]),
    history: createMemoryHistory({ initialEntries: ['/today'] }),
    defaultErrorComponent: Failed,
    defaultPendingMinMs: 0,
  });
