// Two ways of doing the same job: by finger, as most do, and by keyboard alone, as somebody does who sees or points badly.

import type { Locator, Page } from 'playwright-core';

export type Hand = {
  /** A button, a link, an answer among chips, a tick box. */
  readonly press: (what: Locator) => Promise<void>;
  readonly write: (what: Locator, text: string) => Promise<void>;
};

export const finger: Hand = {
  press: (what) => what.click(),
  async write(what, text) {
    await what.click();
    await what.fill(text);
  },
};

/** Nothing but Tab, arrows, Space and Enter: what they do not reach cannot be done. */
export const keyboard = (page: Page): Hand => ({
  async press(what) {
    const kind = await reach(page, what);
    // An arrow that comes to an answer has chosen it.
    if (kind === 'chosen') return;
    await page.keyboard.press(kind === 'tick' ? 'Space' : 'Enter');
  },
  async write(what, text) {
    await reach(page, what);
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type(text);
  },
});

/** More stops than any page has. */
const STOPS_MAX = 150;

type Stop = 'elsewhere' | 'in its group' | 'chosen' | 'tick' | 'there';

async function reach(page: Page, what: Locator): Promise<Stop> {
  await what.first().waitFor();
  const target = await what.first().elementHandle();
  if (target === null) throw new Error(`not on the page: ${what}`);
  let wasByArrow = false;
  for (let stop = 0; stop < STOPS_MAX; stop++) {
    const where: Stop = await target.evaluate((element): Stop => {
      const label = element.closest('label');
      const control = label?.control ?? element.closest('summary, a, button, input, textarea, select') ?? element;
      const { activeElement } = document;
      if (activeElement === control) {
        const type = control instanceof HTMLInputElement ? control.type : '';
        return type === 'radio' || type === 'checkbox' ? 'tick' : 'there';
      }
      const isSibling =
        activeElement instanceof HTMLInputElement &&
        control instanceof HTMLInputElement &&
        control.type === 'radio' &&
        activeElement.type === 'radio' &&
        activeElement.name === control.name;
      return isSibling ? 'in its group' : 'elsewhere';
    });
    if (where === 'tick' && wasByArrow) return 'chosen';
    if (where === 'tick' || where === 'there') return where;
    wasByArrow = where === 'in its group';
    await page.keyboard.press(wasByArrow ? 'ArrowRight' : 'Tab');
  }
  throw new Error(`no key leads to ${what}`);
}
