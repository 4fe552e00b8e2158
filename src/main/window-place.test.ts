import { describe, expect, it } from 'vitest';
import { openingPlace } from './window-place';

const SCREEN = { x: 0, y: 0, width: 1920, height: 1080 };
const RIGHT = { x: 1920, y: 0, width: 1280, height: 1024 };
const PLACE = { x: 200, y: 100, width: 1000, height: 700, isMaximized: false };

describe('the window', () => {
  it('opens in the middle at its usual size where nothing is remembered', () => {
    expect(openingPlace(undefined, [SCREEN])).toEqual({ width: 1280, height: 720 });
  });

  it('opens where it stood', () => {
    const where = { x: 200, y: 100, width: 1000, height: 700 };
    expect(openingPlace(PLACE, [SCREEN])).toEqual(where);
    expect(openingPlace({ ...PLACE, x: 2000 }, [SCREEN, RIGHT])).toEqual({ ...where, x: 2000 });
  });

  it('opens in the middle where its screen is gone', () => {
    expect(openingPlace({ ...PLACE, x: 2000 }, [SCREEN])).toEqual({ width: 1000, height: 700 });
    expect(openingPlace({ ...PLACE, y: -5000 }, [SCREEN])).toEqual({ width: 1000, height: 700 });
  });

  it.each([
    ['over the right edge', { x: 1800 }, { x: 920 }],
    ['over the left edge', { x: -900 }, { x: 0 }],
    ['over the lower edge', { y: 1000 }, { y: 380 }],
    ['over the upper edge, where its bar cannot be reached', { y: -50 }, { y: 0 }],
  ])('is moved back whole when it stood %s', (_where, stood, opens) => {
    expect(openingPlace({ ...PLACE, ...stood }, [SCREEN])).toMatchObject(opens);
  });

  it('is moved onto the screen that showed most of it', () => {
    expect(openingPlace({ ...PLACE, x: 1500 }, [SCREEN, RIGHT])).toMatchObject({ x: 1920 });
    expect(openingPlace({ ...PLACE, x: 1300 }, [SCREEN, RIGHT])).toMatchObject({ x: 920 });
  });

  it('shrinks to a smaller screen, and never below what its screens need', () => {
    const small = { x: 0, y: 0, width: 1024, height: 640 };
    expect(openingPlace({ ...PLACE, width: 1900, height: 1000 }, [small])).toEqual({
      x: 0,
      y: 0,
      width: 1024,
      height: 640,
    });
    expect(openingPlace({ ...PLACE, width: 10, height: 10 }, [SCREEN])).toMatchObject({
      width: 900,
      height: 560,
    });
    const tiny = { x: 0, y: 0, width: 640, height: 480 };
    expect(openingPlace(PLACE, [tiny])).toEqual({ x: 0, y: 0, width: 900, height: 560 });
  });

  it('opens even where no screen is known', () => {
    expect(openingPlace(PLACE, [])).toEqual({ width: 1000, height: 700 });
  });
});
