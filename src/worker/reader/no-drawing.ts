// pdf.js names these when it is loaded, to draw with. Here nothing is drawn, only words are taken.
// eslint-disable-next-line @typescript-eslint/no-extraneous-class
class Nothing {}

for (const name of ['DOMMatrix', 'ImageData', 'Path2D'])
  if (!(name in globalThis)) Object.defineProperty(globalThis, name, { value: Nothing });
