/** Faces of a paper. A machine without one takes the next named for it in the font table. */
export const LATIN = 'Noto Serif';
/** Inside English lines: keeps the height of the line. */
export const NASKH = 'Noto Naskh Arabic';
/** For paragraphs that are mainly Urdu. */
export const NASTALIQ = 'Noto Nastaliq Urdu';

type Face = { readonly name: string; readonly instead: string; readonly charset: string };

const FACES: readonly Face[] = [
  { name: LATIN, instead: 'Times New Roman,Liberation Serif', charset: '00' },
  { name: NASKH, instead: 'Times New Roman,Arabic Typesetting', charset: 'B2' },
  {
    name: NASTALIQ,
    instead: 'Jameel Noori Nastaleeq,Urdu Typesetting,Noto Naskh Arabic,Times New Roman',
    charset: 'B2',
  },
  { name: 'Times New Roman', instead: 'Liberation Serif', charset: '00' },
];

const face = ({ name, instead, charset }: Face): string =>
  `<w:font w:name="${name}"><w:altName w:val="${instead}"/><w:charset w:val="${charset}"/>` +
  '<w:family w:val="roman"/><w:pitch w:val="variable"/></w:font>';

/** `word/fontTable.xml`: the library writes none for fonts that are named and not embedded. */
export const FONT_TABLE =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
  '<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">' +
  `${FACES.map(face).join('')}</w:fonts>`;
