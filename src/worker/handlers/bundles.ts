import type { Desk, Handlers } from '../desk';
import { arrivingHandlers } from './bundle-arriving';
import { leavingHandlers, type Plans } from './bundle-leaving';
import { listHandlers } from './bundle-lists';

export function bundleHandlers(desk: Desk, planned: Plans): Handlers<'bundles'> {
  return {
    ...listHandlers(desk),
    ...leavingHandlers(desk, planned),
    ...arrivingHandlers(desk),
    cancel: ({ job }) => {
      desk.jobs.cancel(job);
    },
  };
}
