import type { Desk, Handlers } from '../desk';
import { arrivingHandlers } from './bundle-arriving';
import { leavingHandlers } from './bundle-leaving';
import { listHandlers } from './bundle-lists';

export function bundleHandlers(desk: Desk): Handlers<'bundles'> {
  return {
    ...listHandlers(desk),
    ...leavingHandlers(desk),
    ...arrivingHandlers(desk),
    cancel: ({ job }) => {
      desk.jobs.cancel(job);
    },
  };
}
