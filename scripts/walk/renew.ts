import type { Page } from '@playwright/test';
import { countEverywhere, issueKey, revealKey } from '../../tests/e2e/support/person.ts';
import type { Popup } from '../../tests/e2e/support/popup.ts';
import { until } from '../../tests/e2e/support/until.ts';
import type { Sites } from '../../tests/sites/start.ts';
import { expectSame } from './account.ts';
import { MARK } from './read.ts';
import type { Walk } from './walk.ts';

export const CARRIED = '[data-kagiban="carried"]';

/** Carries the key on the page in front, by the popup's button. */
async function carry({ kagiban, page, account }: Walk, last4: string): Promise<void> {
  const popup = await kagiban.clickToolbar(page);
  await popup.click('[data-kagiban="carry"]');
  await popup.waitFor(`${CARRIED}[data-last4="${last4}"]`);
  account.saw(`carried the key that ends in ${last4}`);
  await popup.screenshot(account.shot(`popup-carried-${last4}`));
  await popup.close();
}

/** Opens the detail page of a license and passes the robot check, as a person does. */
const show = (page: Page, sites: Sites, which: string): Promise<void> =>
  revealKey(page, sites.urls.detail(sites.rms.license(which).license));

/** Fills the tool in front. Gives field → outcome as the popup reports it. */
async function fill(
  { kagiban, page, account }: Walk,
  tool: string,
): Promise<Record<string, string>> {
  const popup = await kagiban.clickToolbar(page);
  await popup.click(`[data-kagiban="fill"][data-tool="${tool}"]`);
  await popup.waitFor('[data-kagiban="fill-result"]');
  const results = await outcomes(popup);
  const filled = Object.values(results).filter((outcome) => outcome === 'filled').length;
  account.counts.filled += filled;
  account.saw(`${tool}: ${JSON.stringify(results)}`);
  await popup.screenshot(account.shot(`popup-filled-${tool}`));
  await popup.close();
  await page.screenshot({ path: account.shot(`tool-${tool}`) });
  return results;
}

async function outcomes(popup: Popup): Promise<Record<string, string>> {
  const results = await popup.data('[data-kagiban="fill-result"]');
  return Object.fromEntries(results.map(({ field = '', outcome = '' }) => [field, outcome]));
}

/** ネクストエンジン and GoQSystem take the key of their vendor's app: one field each, never the old ones. */
export async function renewForVendors(walk: Walk): Promise<void> {
  const { page, sites, account } = walk;

  await show(page, sites, '7kQz');
  await carry(walk, '7kQz');
  await page.goto(sites.urls.nextEngine());
  await fill(walk, 'next-engine');
  await page
    .getByRole('button', { name: /保存|更新|登録/ })
    .first()
    .click();
  const nextEngine = sites.rms.license('7kQz').license.key;
  expectSame('saved in ネクストエンジン', sites.tools.nextEngine.saved().licenseKey, nextEngine);

  await show(page, sites, 'IANT');
  await carry(walk, 'IANT');
  await page.goto(sites.urls.goqSystem());
  await fill(walk, 'goqsystem');
  await page.getByRole('button', { name: '設定を保存して次へ進む' }).click();
  await until('GoQSystem to save', () => sites.tools.goqSystem.saves() > 0);
  const goq = sites.tools.goqSystem.saved();
  expectSame('saved in GoQSystem', goq.squareKey, sites.rms.license('IANT').license.key);
  expectSame('the old fields of GoQSystem', [goq.serviceSecret, goq.licenceKey], ['', '']);
  account.saw('both tools hold the keys that RMS shows, character by character');
}

/** The shop's own app: a new key is issued by hand, and both halves and the date go into the tool. */
export async function renewForEcStation(walk: Walk): Promise<void> {
  const { page, sites, account } = walk;
  sites.api.activationLag(10);
  await show(page, sites, 'A9FR');
  await issueKey(page);
  const { app, license } = sites.rms.license('店舗様');
  const last4 = license.key.slice(-4);
  account.saw(`a person issued a new key; it ends in ${last4}`);
  await page.screenshot({ path: account.shot('rms-new-key') });
  await carry(walk, last4);
  // The list tells Kagiban the date of the new key.
  await page.goto(sites.urls.appList);
  const mark = `${MARK}[data-last4="${last4}"]`;
  await until('the mark of the new key', async () => (await countEverywhere(page, mark)) > 0);
  await page.goto(sites.urls.ecStation());
  await fill(walk, 'ec-station');
  await page.locator('#save').click();
  await until('ECステーション to save', () => sites.tools.ecStation.saves() > 0);
  const saved = sites.tools.ecStation.saved();
  expectSame(
    'saved in ECステーション',
    [saved.serviceSecret, saved.licenseKey],
    [app.serviceSecret, license.key],
  );
  account.saw('ECステーション holds serviceSecret and licenseKey, character by character');
}
