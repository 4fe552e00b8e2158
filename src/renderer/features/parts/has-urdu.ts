const ARABIC = /[\u0600-\u06ff]/u;

/** Whether a text has Arabic letters: Nastaliq hangs lower and reaches higher than a line of Latin. */
export const hasUrdu = (text: string): boolean => ARABIC.test(text);
