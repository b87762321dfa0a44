// Every page in every state it can be in, in both languages and both schemes, by axe; and the popup by the
// keyboard alone.
import type { Page } from '@playwright/test';
import type { Sites } from '../sites/start.ts';
import { axeFindings, type Looking } from './support/axe.ts';
import { expect, test } from './support/fixtures.ts';
import type { Kagiban } from './support/launch.ts';
import { countEverywhere, revealKey } from './support/person.ts';
import type { Popup } from './support/popup.ts';

const LICENSE = '[data-kagiban="license"]';
const BOARD = ['#todo', '#plan', '#tools', '#notices', '#history', '#settings'].map(
  (hash) => `board.html${hash}`,
);
const POPUP = { width: 380, height: 600 };
const WIDE = { width: 1280, height: 800 };

const LONG = process.env['KAGIBAN_LONG'] === '1';

/**
 * What is looked for in which colours: at full length everything in both. Else contrast alone in the dark, since
 * the rest is the same page; and in English all but contrast, since the colours are the same.
 */
function looksOf({ lang }: Kagiban): { colorScheme: 'light' | 'dark'; only?: Looking['only'] }[] {
  if (LONG) return [{ colorScheme: 'light' }, { colorScheme: 'dark' }];
  if (lang === 'en') return [{ colorScheme: 'light', only: 'allButContrast' }];
  return [{ colorScheme: 'light' }, { colorScheme: 'dark', only: 'contrast' }];
}

const open = async (kagiban: Kagiban, file: string): Promise<Page> => {
  const page = await kagiban.context.newPage();
  await page.setViewportSize(file.startsWith('popup') ? POPUP : WIDE);
  await page.goto(kagiban.url(file));
  await expect(page.locator('h1')).toBeVisible();
  return page;
};

/** Looks at a page in all its colours; `ready` waits until what is to be seen is there. */
async function look(
  kagiban: Kagiban,
  state: string,
  file: string,
  ready?: (page: Page) => Promise<unknown>,
): Promise<void> {
  const page = await open(kagiban, file);
  await ready?.(page);
  for (const { colorScheme, only } of looksOf(kagiban)) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const found = await axeFindings(page, { only });
    expect.soft(found, `${file}, ${state}, ${colorScheme}`).toEqual([]);
  }
  await page.close();
}

const lookAtAll = async (kagiban: Kagiban, state: string, files: string[]): Promise<void> => {
  for (const file of files) await look(kagiban, state, file);
};

async function read(page: Page, sites: Sites): Promise<void> {
  await page.goto(sites.urls.appList);
  await expect.poll(() => countEverywhere(page, '[data-kagiban="mark"]')).toBeGreaterThan(0);
}

async function carry(kagiban: Kagiban, page: Page, sites: Sites, last4: string): Promise<void> {
  await revealKey(page, sites.urls.detail(sites.rms.license(last4).license));
  const popup = await kagiban.clickToolbar(page);
  await popup.click('[data-kagiban="carry"]');
  await popup.waitFor(`[data-kagiban="copy"][data-last4="${last4}"]`);
  await popup.close();
}

for (const lang of ['ja', 'en'] as const) {
  test.describe(`in ${lang}`, () => {
    test.use({ launch: { lang } });

    test('axe finds nothing: empty, three keys, a page that cannot be read', async ({
      kagiban,
      sites,
    }) => {
      test.slow();
      await lookAtAll(kagiban, 'empty', ['popup.html', ...BOARD, 'welcome.html']);
      const page = await kagiban.context.newPage();
      await read(page, sites);
      await lookAtAll(kagiban, 'three keys', ['popup.html', ...BOARD]);

      if (!LONG && lang === 'en') return;

      sites.rms.breakTable();
      await page.goto(sites.urls.appList);
      // Unreadable is said after ten seconds of quiet, not before.
      await expect(page.locator('[data-kagiban="unreadable"]')).toBeVisible({ timeout: 30_000 });
      const alarm = (shown: Page) =>
        expect(shown.locator('[data-kagiban="unreadable"]')).toBeVisible();
      await look(kagiban, 'unreadable', 'popup.html', alarm);
      await look(kagiban, 'unreadable', 'board.html', alarm);
    });

    test('axe finds nothing: a carried key, a tool in front, what a fill left behind', async ({
      kagiban,
      sites,
    }) => {
      test.skip(!LONG && lang === 'en', 'the same screens as in Japanese');
      const page = await kagiban.context.newPage();
      await read(page, sites);
      await carry(kagiban, page, sites, 'A9FR');
      const carried = (shown: Page) =>
        expect(shown.locator('[data-kagiban="carried"]')).toBeVisible();
      await look(kagiban, 'carried', 'popup.html', carried);

      await page.goto(sites.urls.ecStation());
      // The click lends us the tool's page; the popup in a tab then has it in front.
      const popup = await kagiban.clickToolbar(page);
      await popup.waitFor('[data-connector="ec-station"]');
      await popup.close();
      await look(kagiban, 'tool and question', 'popup.html', async (shown) => {
        await shown.locator('[data-kagiban="fill"]').click();
        await expect(
          shown.locator('[role="alert"], [data-kagiban="fill-result"]').first(),
        ).toBeVisible();
      });
      await look(kagiban, 'tool and results', 'popup.html', async (shown) => {
        await shown.locator('[data-kagiban="fill"]').click();
        await shown.locator('[data-kagiban="fill"]').click();
        await expect(shown.locator('[data-kagiban="fill-result"]').first()).toBeVisible();
      });
      await look(kagiban, 'after a fill', 'board.html#tools');
      await look(kagiban, 'after a fill', 'board.html#history');
    });
  });
}

test('axe finds nothing: five hundred keys', async ({ kagiban, sites }) => {
  test.slow();
  sites.rms.fill(500);
  const page = await kagiban.context.newPage();
  await read(page, sites);
  for (const [file, like] of [
    ['popup.html', 'li'],
    ['board.html', 'tr'],
  ] as const) {
    const shown = await open(kagiban, file);
    await expect(shown.locator(LICENSE)).toHaveCount(500);
    // Rows are alike, and axe takes a second for thirty of them.
    const rest = LONG ? undefined : `${like}[data-kagiban]:nth-of-type(n + 30)`;
    const only = LONG ? undefined : 'allButContrast';
    expect.soft(await axeFindings(shown, { but: rest, only }), `${file}, 500 keys`).toEqual([]);
    await shown.close();
  }
});

/** The element that has the focus: which of all that can have it, and whether that is seen. */
const focused = (popup: Popup): Promise<{ index: number; seen: boolean; name: string }> =>
  popup.evaluate(() => {
    const all = [
      ...document.querySelectorAll<HTMLElement>('a[href], button, input, select, summary'),
    ];
    const active = document.activeElement as HTMLElement | null;
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(active ?? document.body);
    const outlined = outlineStyle !== 'none' && parseFloat(outlineWidth) > 0;
    return {
      index: active ? all.indexOf(active) : -1,
      seen:
        active !== null && active.matches(':focus-visible') && (outlined || boxShadow !== 'none'),
      name: active?.outerHTML.slice(0, 120) ?? '',
    };
  }, null);

test('the popup is worked by the keyboard alone', async ({ kagiban, sites }) => {
  const page = await kagiban.context.newPage();
  await read(page, sites);
  await revealKey(page, sites.urls.detail(sites.rms.license('A9FR').license));
  const popup = await kagiban.clickToolbar(page);
  await popup.waitFor('[data-kagiban="carry"][aria-disabled="false"]');
  await popup.waitFor(LICENSE);

  const reachable = await popup.evaluate(
    () =>
      [...document.querySelectorAll('a[href], button, input, select, summary')].filter(
        (each) => each.checkVisibility() && !each.matches(':disabled'),
      ).length,
    null,
  );
  expect(reachable).toBeGreaterThan(5);
  const seen: number[] = [];
  for (let step = 0; step < reachable; step++) {
    await popup.press('Tab');
    const now = await focused(popup);
    expect(now.seen, now.name).toBe(true);
    seen.push(now.index);
  }
  // Each once, in the order in which they stand.
  expect(seen).toEqual([...new Set(seen)].toSorted((a, b) => a - b));
  expect(seen).toHaveLength(reachable);
  expect(seen).not.toContain(-1);

  await popup.evaluate(() => {
    (document.activeElement as HTMLElement | null)?.blur();
    document.querySelector<HTMLElement>('[data-kagiban="carry"]')?.focus();
  }, null);
  await popup.press('Enter');
  await popup.waitFor('[data-kagiban="copy"][data-last4="A9FR"]');
  await popup.close();
});

test('what the keyboard reaches on the board does not lie under its head', async ({ kagiban }) => {
  const board = await kagiban.openPage('board.html#settings');
  await board.locator('[data-kagiban="vault"]').waitFor();
  const under: string[] = [];
  // Backwards from the end: there the browser scrolls up to what gets the focus.
  for (let step = 0; step < 40; step += 1) {
    await board.keyboard.press('Shift+Tab');
    const hidden = await board.evaluate(() => {
      const [head, one] = [document.querySelector('.board-head'), document.activeElement];
      if (!head || !one || head.contains(one) || one === document.body) return null;
      const { bottom } = head.getBoundingClientRect();
      return one.getBoundingClientRect().top < bottom ? one.outerHTML.slice(0, 120) : null;
    });
    if (hidden !== null) under.push(hidden);
  }
  expect(under).toEqual([]);
});
