import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  type ErrorComponentProps,
} from '@tanstack/react-router';
import type { FunctionComponent } from 'react';
import { CallError } from './bridge';
import { Broken } from './Broken';
import { CodedError } from './CodedError';
import { Frame } from './Frame';
import { PLACES, whereaboutsOf } from './navigation';
import { SCREENS } from './screens';

const Failed = ({ error, reset }: ErrorComponentProps) => <Broken error={error} onAgain={reset} />;

const NotThere = () => (
  <CodedError error={new CallError({ code: 'input/not-found', params: {} })} />
);

const root = createRootRoute({ component: Frame });

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
    routeTree: root.addChildren(routes),
    history: createMemoryHistory({ initialEntries: ['/today'] }),
    defaultErrorComponent: Failed,
    defaultNotFoundComponent: NotThere,
    defaultPendingMinMs: 0,
  });
