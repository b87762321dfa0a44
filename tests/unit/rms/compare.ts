import type { Key } from './markups.ts';
import { readPage } from '../../../utils/rms/inspect.ts';
import { AT, LIST_URL, pageOf } from './page.ts';

export const HEAD =
  '<a id="com_header_shop_url" href="https://www.rakuten.co.jp/hanaya/">花屋</a><h2>アプリ一覧</h2>';

const shared = pageOf('<!doctype html><html lang="ja"><body></body></html>');

/** What the reader reads of a page, and what the model says, in one form. */
export function compared(html: string, model: readonly Key[]): { read: string[]; said: string[] } {
  // One document for all: making one costs more than reading it.
  shared.body.innerHTML = html;
  const { licenses, problems } = readPage(shared, { at: AT, url: LIST_URL });
  const read = licenses.map(({ developer, app, last4, expiresOn, state }) =>
    [developer, app, last4, expiresOn, state].join(' | '),
  );
  const said = model.map(({ developer, app, last4, on, state }) =>
    [developer, app, last4, on, state].join(' | '),
  );
  return { read: [...read, ...problems.map((one) => JSON.stringify(one))], said };
}
