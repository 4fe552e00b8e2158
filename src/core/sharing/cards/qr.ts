import qrcode from 'qrcode-generator';

const CELL = 4;
const QUIET = 4;

/** A QR code that holds these bytes, as an SVG picture and for a terminal. */
export function qrOf(bytes: Uint8Array): { readonly svg: string; readonly text: string } {
  const code = qrcode(0, 'M');
  // The library takes a character for a byte.
  code.addData(Buffer.from(bytes).toString('latin1'), 'Byte');
  code.make();
  return {
    svg: `${code.createSvgTag({ cellSize: CELL, margin: CELL * QUIET, scalable: true })}\n`,
    text: `${code.createASCII(1, QUIET / 2)}\n`,
  };
}
