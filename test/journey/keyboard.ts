import type { Locator, Page } from 'playwright-core';

/** More stops of the tab key than any page has. */
const MOST_STOPS = 400;

/** A reader who has a keyboard and nothing else: everything is reached by the tab key. */
export interface Keyboard {
  /** Tabs to a link or button and presses Enter. */
  press(target: Locator): Promise<void>;
  /** Tabs to a field and types over what is in it. */
  type(target: Locator, text: string): Promise<void>;
  /** Tabs to a date field and types a day, "2026-04-20". */
  typeDay(target: Locator, day: string): Promise<void>;
  /** Tabs to a tick box and presses space, unless it is as wanted. */
  tick(target: Locator): Promise<void>;
  /** Tabs into a group of radio buttons and goes down to one. */
  choose(target: Locator): Promise<void>;
}

export function keyboardOf(page: Page): Keyboard {
  const hasFocus = (target: Locator) => target.evaluate((element) => element === document.activeElement);
  const tabTo = async (target: Locator) => {
    await target.waitFor();
    for (let stops = 0; stops < MOST_STOPS; stops += 1) {
      if (await hasFocus(target)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`No press of the tab key reaches ${target}.`);
  };
  const inGroupOf = (target: Locator) =>
    target.evaluate(
      (element) => (document.activeElement as HTMLInputElement).name === (element as HTMLInputElement).name,
    );
  return {
    async press(target) {
      await tabTo(target);
      await page.keyboard.press('Enter');
    },
    async type(target, text) {
      await tabTo(target);
      await page.keyboard.press('ControlOrMeta+a');
      await page.keyboard.type(text);
    },
    async typeDay(target, day) {
      const [year = '', month = '', date = ''] = day.split('-');
      await tabTo(target);
      // The order of the parts is the browser's own, whatever language its pages are in.
      for (const typed of [`${date}${month}${year}`, `${month}${date}${year}`]) {
        for (let parts = 0; parts < 3; parts += 1) await page.keyboard.press('ArrowLeft');
        await page.keyboard.type(typed);
        if ((await target.inputValue()) === day) return;
      }
      throw new Error(`${day} cannot be typed into ${target}: ${await target.inputValue()} stands there.`);
    },
    async tick(target) {
      await tabTo(target);
      if (!(await target.isChecked())) await page.keyboard.press('Space');
    },
    async choose(target) {
      await target.waitFor();
      for (let stops = 0; stops < MOST_STOPS && !(await inGroupOf(target)); stops += 1)
        await page.keyboard.press('Tab');
      if (!(await inGroupOf(target))) throw new Error(`No press of the tab key reaches the group of ${target}.`);
      for (let steps = 0; steps < MOST_STOPS && !(await hasFocus(target)); steps += 1)
        await page.keyboard.press('ArrowDown');
      if (!(await target.isChecked())) await page.keyboard.press('Space');
    },
  };
}
