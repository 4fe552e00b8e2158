/** What a file is, told by its first bytes; its name may say anything. */
export type MediaType = string;

type Signature = readonly [mediaType: MediaType, at: number, bytes: readonly number[]];

const ascii = (text: string): readonly number[] => Array.from(Buffer.from(text, 'latin1'));

const SIGNATURES: readonly Signature[] = [
  ['image/png', 0, [0x89, ...ascii('PNG\r\n'), 0x1a, 0x0a]],
  ['image/jpeg', 0, [0xff, 0xd8, 0xff]],
  ['image/gif', 0, ascii('GIF8')],
  ['image/tiff', 0, [0x49, 0x49, 0x2a, 0x00]],
  ['image/tiff', 0, [0x4d, 0x4d, 0x00, 0x2a]],
  ['image/webp', 8, ascii('WEBP')],
  ['application/rtf', 0, ascii('{\\rtf')],
  ['application/x-ole-storage', 0, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ['audio/ogg', 0, ascii('OggS')],
  ['audio/mpeg', 0, ascii('ID3')],
  ['audio/amr', 0, ascii('#!AMR')],
  ['audio/wav', 8, ascii('WAVE')],
  ['video/mp4', 4, ascii('ftyp')],
];

/** Readers of PDF allow something before its first line. */
const PDF_WITHIN = 1024;

const ZIP = ascii('PK\u0003\u0004');
const OFFICE: readonly (readonly [MediaType, part: string])[] = [
  ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'word/'],
  ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'xl/'],
  ['application/vnd.oasis.opendocument.text', 'mimetypeapplication/vnd.oasis.opendocument.text'],
];

/** Bytes from the start of a file that `sniff` looks at. */
export const SNIFF_BYTES = 65_536;

const hasAt = (head: Uint8Array, at: number, bytes: readonly number[]): boolean =>
  bytes.every((byte, offset) => head[at + offset] === byte);

/** Media type by magic bytes; undefined where there are none known, as in plain text. */
export function sniff(head: Uint8Array): MediaType | undefined {
  const looked = Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, SNIFF_BYTES));
  const signed = SIGNATURES.find(([, at, bytes]) => hasAt(looked, at, bytes));
  if (signed !== undefined) return signed[0];
  if (hasAt(looked, 0, ZIP))
    return OFFICE.find(([, part]) => looked.includes(part))?.[0] ?? 'application/zip';
  return looked.subarray(0, PDF_WITHIN).includes('%PDF-') ? 'application/pdf' : undefined;
}
