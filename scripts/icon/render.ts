// Renders the PNGs of public/icon/ from the SVGs beside this file: node scripts/icon/render.ts
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { isRoot, machine, ROOT } from '../lib/machine.ts';

const SOURCES = { 16: 'icon-small.svg', 32: 'icon.svg', 48: 'icon.svg', 128: 'icon.svg' };

const browser = await chromium.launch({
  executablePath: machine().chromium,
  chromiumSandbox: !isRoot(),
});
for (const [size, source] of Object.entries(SOURCES)) {
  const edge = Number(size);
  const svg = readFileSync(path.join(import.meta.dirname, source), 'utf8');
  const page = await browser.newPage({ viewport: { width: edge, height: edge } });
  await page.setContent(`<style>*{margin:0}svg{display:block;width:${edge}px}</style>${svg}`);
  await page.screenshot({
    path: path.join(ROOT, `public/icon/${size}.png`),
    omitBackground: true,
  });
  await page.close();
}
await browser.close();
