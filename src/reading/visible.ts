/** Tab and line feed are text; carriage returns only end lines. */
const LINE_ENDS = /\r\n?|\f|\v/gu;
const CONTROLS = /[\0-\u0008\u000e-\u001f\u007f]/gu;
/** They turn the line around them, and so may hide what a file says. */
const TURNING = /[\u0080-\u009f\u202a-\u202e\u2066-\u2069]/gu;

const PICTURES_OF_CONTROLS = 0x2400;
const DELETE = 0x7f;
const PICTURE_OF_DELETE = 0x2421;

const hex = (sign: string): string =>
  sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');

/** A text as it may be shown: controls and signs that turn its direction are seen, and do nothing. */
export const visible = (text: string): string =>
  text
    .replaceAll(LINE_ENDS, '\n')
    .replaceAll(CONTROLS, (sign) => {
      const code = sign.charCodeAt(0);
      return String.fromCharCode(code === DELETE ? PICTURE_OF_DELETE : PICTURES_OF_CONTROLS + code);
    })
    .replaceAll(TURNING, (sign) => `[U+${hex(sign)}]`);
