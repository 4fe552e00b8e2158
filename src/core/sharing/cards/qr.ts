import qrcode from 'qrcode-generator';

const CELL = 4;
const QUIET = 4;

export type QrCode = {
  readonly svg: string;
  /** For a terminal. */
  readonly text: string;
  /** Cells on a side, with the quiet zone around. */
  readonly side: number;
  /** The dark cells as the outline of an SVG path, a unit each. */
  readonly path: string;
};

/** A QR code that holds these bytes. */
export function qrOf(bytes: Uint8Array): QrCode {
  const code = qrcode(0, 'M');
  // The library takes a character for a byte.
  code.addData(Buffer.from(bytes).toString('latin1'), 'Byte');
  code.make();
  const cells = Array.from({ length: code.getModuleCount() }, (_, at) => at);
  const dark = cells.flatMap((row) =>
    cells
      .filter((column) => code.isDark(row, column))
      .map((column) => `M${String(column + QUIET)} ${String(row + QUIET)}h1v1h-1z`),
  );
  return {
    side: cells.length + 2 * QUIET,
    path: dark.join(''),
    svg: `${code.createSvgTag({ cellSize: CELL, margin: CELL * QUIET, scalable: true })}\n`,
    text: `${code.createASCII(1, QUIET / 2)}\n`,
  };
}
