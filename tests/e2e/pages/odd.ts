import type { Locator, Page } from '@playwright/test';
import { call, expect } from '../kit';

export const PERSON = 'Sample Khayali';
export const CASE = 'State v Sample Khayali';
/** What cannot be kept in a line: it turns around, or is far too long. */
export const TURNED = 'Sample\u202eilayahK';
export const LONG = 'x'.repeat(10_000);

const DAY = '2026-04-28';

async function addRecord(
  page: Page,
  kind: string,
  fields: Readonly<Record<string, unknown>>,
): Promise<string> {
  const edits = Object.entries(fields).map(([path, value]) => ({ path, value }));
  const made = await call<{ record: string }>(page, 'records:create', { kind, edits });
  return made.record;
}

/** A detainee, and their case with a hearing on a day of April. */
export async function fillFile(page: Page): Promise<void> {
  const person = await addRecord(page, 'person', {
    'names/new': { text: PERSON, kind: 'legal' },
  });
  const matter = await addRecord(page, 'case', { title: CASE, status: 'open' });
  await addRecord(page, 'accused', { case: matter, person });
  const proceeding = await addRecord(page, 'proceeding', { case: matter, number: '12' });
  await addRecord(page, 'hearing', { proceeding, on: { edtf: DAY }, status: 'fixed' });
}

/** It is marked, says why, and still holds what was typed. */
export async function isRefused(field: Locator, typed: string): Promise<void> {
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await expect(field).toHaveAccessibleDescription(/\S/u);
  await expect(field).toHaveValue(typed);
}
