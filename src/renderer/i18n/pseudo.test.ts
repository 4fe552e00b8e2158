import { createIntl } from 'react-intl';
import { describe, expect, it } from 'vitest';
import { ENGLISH } from './messages';
import { accented, mirrored } from './pseudo';

const PLURAL =
  '{count, plural, =0 {No hearing} one {# hearing in {town}} other {# hearings}} <b>now</b>';

/** Formats a message with a value for any argument; throws where it is no ICU message. */
function read(message: string): unknown {
  const fail = (error: Error): never => {
    throw error;
  };
  const intl = createIntl({ locale: 'en', messages: { message }, onError: fail });
  const values: Record<string, number> = {};
  for (const [, name] of message.matchAll(/\{(\w+)/gu)) values[name ?? ''] = 1;
  return intl.formatMessage({ id: 'message' }, values);
}

describe('pseudo-locales', () => {
  it('stretches a message by a third and shows where it ends', () => {
    const text = accented('Enter outcomes');
    expect(text).toMatch(/^\[Éñţéŕ óúţçóɱéš.*\]$/u);
    expect(text.length).toBeGreaterThanOrEqual(14 * 1.3);
  });

  it('leaves arguments, branches and tags as they are', () => {
    expect(accented(PLURAL)).toContain('{count, plural, =0 {Ñó ĥéáŕíñĝ} one {# ĥéáŕíñĝ íñ {town}}');
    expect(accented(PLURAL)).toContain('<b>ñóŵ</b>');
  });

  it('turns each word around for the mirrored one', () => {
    expect(mirrored('Next date')).toBe('\u202eNext\u202c \u202edate\u202c');
  });

  it('keeps every text of the window readable as ICU', () => {
    for (const { message } of Object.values(ENGLISH)) {
      for (const text of [message, accented(message), mirrored(message)]) {
        expect(() => read(text), text).not.toThrow();
      }
    }
  });
});
