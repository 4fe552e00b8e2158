import { RouterProvider } from '@tanstack/react-router';
import { useMemo } from 'react';
import { makeRouter } from './router';

/** Every place of an open vault. */
export function Desk() {
  const router = useMemo(() => makeRouter(), []);
  return <RouterProvider router={router} />;
}
