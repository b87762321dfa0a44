import type { Page } from '@playwright/test';
import type { Kagiban } from '../../e2e/support/launch.ts';
import type { Popup } from '../../e2e/support/popup.ts';

/** Acts of a person. A shortcut (Ctrl+C) counts as one click; `typed` are characters. */
export interface Acts {
  clicks: number;
  typed: number;
  /** Reserved to the person by promise 1: the robot check, issuing, testing, saving. Not in `clicks`. */
  reserved: number;
}

export const actsOf = ({ clicks, typed }: Acts): number => clicks + typed;

/** A person's hands on one page, counted. */
export function handsOn(kagiban: Kagiban, page: Page) {
  const acts: Acts = { clicks: 0, typed: 0, reserved: 0 };
  return {
    acts,
    page,
    /** Clicks that lead somewhere: a menu, a link, a tab of the browser. `count` as the manuals have them. */
    go: async (address: string, count: number): Promise<void> => {
      acts.clicks += count;
      await page.goto(address);
    },
    click: async (selector: string): Promise<void> => {
      acts.clicks += 1;
      await page.locator(selector).first().click();
    },
    /** What no product may do for the person. */
    reserved: async (count: number, act: () => Promise<unknown>): Promise<void> => {
      acts.reserved += count;
      await act();
    },
    /** Selects a text on the page in front and copies it. */
    copy: (): void => void (acts.clicks += 2),
    /** Goes to another tab of the browser. */
    switchTab: (): void => void (acts.clicks += 1),
    /** Clicks into a field, selects what stands there and pastes. */
    paste: async (selector: string, text: string): Promise<void> => {
      acts.clicks += 3;
      await page.locator(selector).fill(text);
    },
    /** Clicks into a field, selects what stands there and types. */
    type: async (selector: string, text: string): Promise<void> => {
      acts.clicks += 2;
      acts.typed += text.length;
      await page.locator(selector).fill(text);
    },
    /** The toolbar button, and what is clicked in the popup. */
    inPopup: async (
      use: (press: (selector: string) => Promise<void>, popup: Popup) => Promise<void>,
    ) => {
      acts.clicks += 1;
      const popup = await kagiban.clickToolbar(page);
      const press = async (selector: string): Promise<void> => {
        acts.clicks += 1;
        await popup.click(selector);
      };
      await use(press, popup);
      await popup.close().catch(() => undefined);
    },
  };
}

export type Hands = ReturnType<typeof handsOn>;
