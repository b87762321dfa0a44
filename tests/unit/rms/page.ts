import { readFileSync } from 'node:fs';
import path from 'node:path';
import { JSDOM } from 'jsdom';
import { readPage } from '../../../utils/rms/inspect.ts';
import type { Reading } from '../../../utils/model/reading.ts';

export const AT = Date.UTC(2025, 4, 1, 3);
export const LIST_URL = 'https://ichiba-bs.rms.rakuten.co.jp/apisson/';
export const OTHER_URL = 'https://ichiba-bs.rms.rakuten.co.jp/some/page';

/** A page as a browser holds it. Scripts in it do not run. */
export const pageOf = (html: string): Document => new JSDOM(html).window.document;

export const fixture = (name: string): string =>
  readFileSync(path.join(import.meta.dirname, 'fixtures', `${name}.html`), 'utf8');

export const read = (html: string, url: string = LIST_URL): Reading =>
  readPage(pageOf(html), { at: AT, url });
