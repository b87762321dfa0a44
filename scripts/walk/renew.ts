import type { Page } from '@playwright/test';
import { issueKey, showKey } from '../../tests/e2e/support/person.ts';
import type { Popup } from '../../tests/e2e/support/popup.ts';
import { expectSame } from './account.ts';
import { MARK } from './read.ts';
import type { Walk } from './walk.ts';

export const CARRIED = '[data-kagiban="carried"]';

/** Carries the key on the page in front by the popup's button. Gives its last four characters. */
async function carry({ kagiban, account }: Walk, page: Page, shot: string): Promise<string> {
  const popup = await kagiban.clickToolbar(page);
  await popup.waitFor('[data-kagiban="carry"]');
  const before = (await popup.data(CARRIED)).length;
  await popup.click('[data-kagiban="carry"]');
  await popup.waitFor(`${CARRIED}:nth-of-type(${before + 1})`);
  const last4 = (await popup.data(CARRIED)).at(-1)?.['last4'] ?? '';
  account.saw(`carried the key that ends in ${last4}`);
  await popup.screenshot(account.shot(shot));
  await popup.close();
  return last4;
}

/** Fills the tool in front. Gives field → outcome as the popup reports it. */
async function fill(
  { kagiban, account }: Walk,
  page: Page,
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
  const { kagiban, sites, account } = walk;
  const page = await kagiban.context.newPage();

  await showKey(page, sites, '7kQz');
  await carry(walk, page, 'popup-carry');
  await page.goto(sites.urls.nextEngine());
  await fill(walk, page, 'next-engine');
  await page
    .getByRole('button', { name: /保存|更新|登録/ })
    .first()
    .click();
  const nextEngine = sites.rms.license('7kQz').license.key;
  expectSame('saved in ネクストエンジン', sites.tools.nextEngine.saved().licenseKey, nextEngine);

  await showKey(page, sites, 'IANT');
  await carry(walk, page, 'popup-carry-goq');
  await page.goto(sites.urls.goqSystem());
  await fill(walk, page, 'goqsystem');
  await page.getByRole('button', { name: '設定を保存して次へ進む' }).click();
  await page.getByText(/保存しました/).waitFor();
  const goq = sites.tools.goqSystem.saved();
  expectSame('saved in GoQSystem', goq.squareKey, sites.rms.license('IANT').license.key);
  expectSame('the old fields of GoQSystem', [goq.serviceSecret, goq.licenceKey], ['', '']);
  account.saw('both tools hold the keys that RMS shows, character by character');
  await page.close();
}

/** The shop's own app: a new key is issued by hand, and both halves and the date go into the tool. */
export async function renewForEcStation(walk: Walk): Promise<void> {
  const { kagiban, sites, account } = walk;
  const page = await kagiban.context.newPage();
  sites.api.activationLag(10);
  await showKey(page, sites, 'A9FR');
  await issueKey(page);
  const { app, license } = sites.rms.license('店舗様');
  account.saw(`a person issued a new key; it ends in ${license.key.slice(-4)}`);
  await page.screenshot({ path: account.shot('rms-new-key') });
  await carry(walk, page, 'popup-carry-own');
  // The list tells Kagiban the date of the new key.
  await page.goto(sites.urls.appList);
  await page.locator(`${MARK}[data-last4="${license.key.slice(-4)}"]`).waitFor();
  await page.goto(sites.urls.ecStation());
  await fill(walk, page, 'ec-station');
  await page.locator('#save').click();
  await page.getByText('保存しました').waitFor();
  const saved = sites.tools.ecStation.saved();
  expectSame(
    'saved in ECステーション',
    [saved.serviceSecret, saved.licenseKey],
    [app.serviceSecret, license.key],
  );
  account.saw('ECステーション holds serviceSecret and licenseKey, character by character');
  await page.close();
}
