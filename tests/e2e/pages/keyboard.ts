import { expect, type Page } from '@playwright/test';

/** What holds the keys now, as a screen reader would name it. */
type Held = { readonly role: string; readonly name: string; readonly hasRing: boolean };

/** Runs in the page: all that it needs stands in it. */
function heldNow(): Held | undefined {
  const nameOf = (element: Element): string => {
    const textOf = (one: Element): string => one.textContent.replace(/\s+/gu, ' ').trim();
    const named = (attribute: string): string => element.getAttribute(attribute) ?? '';
    const heads = named('aria-labelledby')
      .split(' ')
      .flatMap((id) => document.getElementById(id) ?? []);
    const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : [];
    const isWhole = element.matches('main, [role="dialog"], [role="grid"]');
    const said = [
      named('aria-label'),
      heads.map(textOf).join(' '),
      labels.map(textOf).join(' '),
      isWhole ? '' : textOf(element),
    ];
    return said.find((one) => one !== '') ?? '';
  };
  const isMarked = (one: Element, part?: string): boolean => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one, part);
    const hasOutline = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0;
    return hasOutline || boxShadow.includes('inset');
  };
  const isFilled = (one: Element, part?: string): boolean => {
    const { content, backgroundColor } = getComputedStyle(one, part);
    return content !== 'none' && backgroundColor !== 'rgba(0, 0, 0, 0)';
  };
  /** Where its ring may be drawn: around its field, its mark, or the row it stands on. */
  const placesOf = (element: Element): readonly Element[] => {
    const line = document.getElementById(element.getAttribute('aria-activedescendant') ?? '');
    const inLabel = element.closest('label')?.querySelectorAll('*') ?? [];
    const around = [element.parentElement, element.parentElement?.parentElement, line];
    return [element, ...inLabel, ...around.flatMap((one) => one ?? [])];
  };
  const hasRing = (element: Element): boolean =>
    placesOf(element).some((one) => isMarked(one)) ||
    isMarked(element, '::after') ||
    isFilled(element, '::after') ||
    (element.matches('[role="menuitem"], [role="option"]') && isFilled(element));

  const element = document.activeElement;
  if (element === null || element === document.body) return undefined;
  return {
    role: element.getAttribute('role') ?? element.tagName.toLowerCase(),
    name: nameOf(element),
    hasRing: hasRing(element),
  };
}

const MOST = 80;

/** A hand on the keyboard, and nothing else. */
export function keyboard(page: Page) {
  const held = (): Promise<Held | undefined> => page.evaluate(heldNow);
  const press = (key: string): Promise<void> => page.keyboard.press(key);
  const fits = (one: Held | undefined, name: string | RegExp): boolean =>
    one !== undefined && (typeof name === 'string' ? one.name === name : name.test(one.name));

  /** Presses a key until what is wanted holds the keys; says what was passed where it never did. */
  const go = async (name: string | RegExp, key: string): Promise<void> => {
    const passed: string[] = [];
    for (let step = 0; step < MOST; step++) {
      const now = await held();
      if (fits(now, name)) {
        expect(now?.hasRing, `a ring around ${String(name)}`).toBe(true);
        return;
      }
      passed.push(now === undefined ? '(nothing)' : `${now.role} ${now.name.slice(0, 40)}`);
      await press(key);
    }
    throw new Error(`${String(name)} is not reached by ${key}; passed:\n${passed.join('\n')}`);
  };
  /** Something holds the keys, and shows it. */
  const isHeld = (): Promise<void> =>
    expect.poll(held, 'what holds the keys').toMatchObject({ hasRing: true });
  const to = (name: string | RegExp): Promise<void> => go(name, 'Tab');
  const type = (text: string): Promise<void> => page.keyboard.type(text);
  return {
    press,
    type,
    to,
    back: (name: string | RegExp): Promise<void> => go(name, 'Shift+Tab'),
    along: go,
    isHeld,
    /** Waits until this holds the keys by itself. */
    isOn: (name: string): Promise<void> =>
      expect
        .poll(async () => (await held())?.name, 'what holds the keys')
        .toMatch(new RegExp(`^${name}`, 'u')),
    enter: async (name: string | RegExp): Promise<void> => {
      await to(name);
      await press('Enter');
    },
    write: async (name: string | RegExp, text: string): Promise<void> => {
      await to(name);
      await press('Control+a');
      await type(text);
    },
    /** Types into a field with suggestions, and takes the first that fits. */
    take: async (name: string | RegExp, text: string, option: string | RegExp): Promise<void> => {
      await to(name);
      await type(text);
      await page.getByRole('option', { name: option }).first().waitFor();
      await press('ArrowDown');
      await press('Enter');
    },
    /** Opens a menu or a list of answers, and takes an entry. */
    pick: async (name: string | RegExp, entry: string | RegExp): Promise<void> => {
      await to(name);
      await press('Enter');
      await page.locator('[role="menuitem"]:focus, [role="option"]:focus').waitFor();
      await go(entry, 'ArrowDown');
      await press('Enter');
    },
    chord: async (letter: string): Promise<void> => {
      await press('g');
      await press(letter);
    },
    /** The form over the window has closed, and the keys are where they were before it. */
    closed: async (): Promise<void> => {
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
      await isHeld();
    },
  };
}
