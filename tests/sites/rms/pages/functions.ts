import { html, type Html } from '../../lib/html.ts';
import { aboutFunction, ALL_FUNCTIONS } from '../functions.ts';
import type { Found, RmsWorld } from '../world.ts';
import { rmsPage } from './layout.ts';
import { rowsIn } from './pairs.ts';

/** 利用機能編集, first page: tick, then 確認する. */
export const editFunctionsPage = (world: RmsWorld, found: Found, ticked: readonly string[]): Html =>
  rmsPage(world, found.shop, {
    title: '利用機能編集',
    guide: 'other',
    apiMenu: true,
    body: html`<p>利用する機能を選択し、「確認する」ボタンを押して下さい。</p>
      <form method="post" action="/apisson/apps/${found.license.id}/functions">
        ${rowsIn(
          found.shop.markup,
          ['選択', '機能名', '内容'],
          ALL_FUNCTIONS.map((name) => [
            html`<input
              type="checkbox"
              name="function"
              value="${name}"
              aria-label="${name}"
              ${ticked.includes(name) && 'checked'}
            />`,
            name,
            aboutFunction(name).ja,
          ]),
        )}
        <p class="buttons">
          <a class="button" href="/apisson/apps/${found.license.id}">戻る</a>
          <button class="button main">確認する</button>
        </p>
      </form>`,
  });

/** Second page: nothing is kept until 登録する is pressed too (rms.md §1). */
export const confirmFunctionsPage = (
  world: RmsWorld,
  found: Found,
  chosen: readonly string[],
): Html =>
  rmsPage(world, found.shop, {
    title: '利用機能編集 確認',
    guide: 'other',
    apiMenu: true,
    body: html`<p>
        以下の内容でよろしければ「登録する」ボタンを押して下さい。まだ登録は完了していません。
      </p>
      ${rowsIn(
        found.shop.markup,
        ['機能名', '内容'],
        chosen.map((name) => [name, aboutFunction(name).ja]),
      )}
      <form method="post" action="/apisson/apps/${found.license.id}/functions/register">
        <p class="buttons">
          <a class="button" href="/apisson/apps/${found.license.id}/functions">戻る</a>
          <button class="button main">登録する</button>
        </p>
      </form>`,
  });
