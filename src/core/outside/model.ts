import type { ActorId, OutsideId } from '#shared/domain/ids';
import type { OutsideClosed, OutsideKind, OutsideSeen, OutsideWhat } from '#shared/domain/outside';

/** A file as it was when it was registered. */
export type KnownFile = {
  /** Whole path. */
  readonly place: string;
  /** Lower-case hex. */
  readonly sha256: string;
  readonly sizeBytes: number;
};

/** Something readable outside the vault. */
export type Outside = KnownFile & {
  readonly id: OutsideId;
  readonly kind: OutsideKind;
  readonly what: OutsideWhat;
  /** Id of the record it is of or about; '' for none. */
  readonly subject: string;
  /** Name of the machine that can reach the place. */
  readonly machine: string;
  /** Sheets or sets of a printed copy; 1 for files. */
  readonly copies: number;
  /** For whom or what it was made. */
  readonly note: string;
  readonly actor: ActorId;
  /** Milliseconds, as all instants here. */
  readonly at: number;
  readonly seen: OutsideSeen | undefined;
  readonly seenAt: number | undefined;
  readonly closed: OutsideClosed | undefined;
  readonly closedNote: string;
  readonly closedAt: number | undefined;
};

/** What is told of it when it comes about. */
export type NewOutside = Pick<Outside, 'kind' | 'what' | 'place'> &
  Partial<Pick<Outside, 'subject' | 'sha256' | 'sizeBytes' | 'copies' | 'note'>>;
