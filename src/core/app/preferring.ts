import type { RecordId } from '#shared/domain/ids';
import { AppError } from '#shared/errors/app-error';
import type { ActionWriter, Committed, RecordReader } from '#core/changes/ports';
import { preferClaim } from '#core/claims/index';

/**
 * Takes one of several claims as right, in one action: the field takes its value, the others
 * stay as rivals. Throws `input/not-found`, and what `preferClaim` throws.
 */
export const preferring =
  (reader: RecordReader, writer: ActionWriter) =>
  (id: RecordId, reason: string): Committed => {
    const claim = reader.getOf('claim', id);
    if (claim === undefined) throw new AppError('input/not-found', { id });
    const { about } = claim.fields;
    const record = about === undefined ? undefined : reader.get(about);
    if (record === undefined) throw new AppError('input/not-found', { id: about ?? id });
    const claims = reader.referring('claim', 'about', record.id);
    const edits = preferClaim({ claim, about: record, claims, reason });
    return writer.commit('prefer', { type: 'typed' }, edits);
  };
