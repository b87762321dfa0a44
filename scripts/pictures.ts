// Takes the pictures of the READMEs anew, from the built extension on the stand-ins: node scripts/pictures.ts
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { launchKagiban } from '../tests/e2e/support/launch.ts';
import { startSites } from '../tests/sites/start.ts';
import { ROOT } from './lib/machine.ts';

const FOLDER = path.join(ROOT, 'docs/images');
const MARK = '[data-kagiban="mark"]';
const LICENSE = '[data-kagiban="license"]';

const inline = (file: string): string =>
  `data:image/png;base64,${readFileSync(file).toString('base64')}`;

/** RMS's list with its marks, and beside it the popup. */
const composed = (list: string, popup: string): string => `
<style>
  body { margin: 0; width: 1262px; height: 540px; background: #e9ebf3; position: relative; overflow: hidden; }
  img { position: absolute; border-radius: 8px; box-shadow: 0 4px 24px #1b224433; background: #fff; }
  .list { left: 24px; top: 24px; width: 810px; }
  .popup { right: 24px; top: 60px; width: 380px; }
</style>
<img class="list" src="${inline(list)}"><img class="popup" src="${inline(popup)}">`;

async function take(lang: 'ja' | 'en'): Promise<void> {
  const sites = await startSites();
  const kagiban = await launchKagiban({ lang, resolverRules: sites.resolverRules });
  const page = await kagiban.context.newPage();
  await page.setViewportSize({ width: 1015, height: 600 });
  await page.goto(sites.urls.appList);
  await page.locator(MARK).nth(2).waitFor();
  const [list, popup] = [path.join(FOLDER, 'list.tmp.png'), path.join(FOLDER, 'popup.tmp.png')];
  // Without RMS's own menu at the left.
  const clip = { x: 200, y: 50, width: 810, height: 490 };
  await page.screenshot({ path: list, clip });
  // The popup as a page of its own, so that it has its width and nothing of RMS to act on.
  const popupPage = await kagiban.openPopupPage();
  await page.close();
  await popupPage.reload();
  await popupPage.setViewportSize({ width: 380, height: 440 });
  await popupPage.locator(LICENSE).nth(2).waitFor();
  await popupPage.screenshot({ path: popup });
  const picture = await kagiban.context.newPage();
  await picture.setViewportSize({ width: 1262, height: 540 });
  await picture.setContent(composed(list, popup));
  await picture.screenshot({ path: path.join(FOLDER, `kagiban.${lang}.png`) });
  for (const part of [list, popup]) rmSync(part);
  await kagiban.close();
  await sites.close();
}

mkdirSync(FOLDER, { recursive: true });
await take('ja');
await take('en');
