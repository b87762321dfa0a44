import { html, type Html } from '../../lib/html.ts';
import { expiryOf, last4Of, stateOf } from '../states.ts';
import type { Found, RmsWorld } from '../world.ts';
import { rmsPage } from './layout.ts';
import { pairsIn, rowsIn } from './pairs.ts';

const BLACK = html`<span class="masked">XXXXXXXX</span>`;

function keyTable(world: RmsWorld, { shop, app, license }: Found): Html {
  const state = stateOf(app, license, world.clock());
  const cells = [html`${last4Of(license)} ${BLACK}`, expiryOf(app, license), state];
  const head = ['キー情報', '有効期限', '状態'];
  if (shop.markup !== 'b') return rowsIn(shop.markup, head, [cells]);
  return pairsIn(
    'b',
    head.map((name, i) => [name, cells[i] ?? ''] as const),
  );
}

const robotCheck = (licenseId: string): Html =>
  html` <fieldset class="robot">
    <legend>セキュリティチェック (必須)</legend>
    <button
      type="button"
      id="robot-check"
      role="checkbox"
      aria-checked="false"
      data-license="${licenseId}"
    >
      <span class="tick"></span>ロボットによる操作ではありません
    </button>
    <p class="note" id="robot-word">
      不正対策のために、画面の操作がロボットではなく、お客様ご自身によるものであることを確認する項目です。
    </p>
  </fieldset>`;

/** ライセンス情報 before the robot check: the last four characters only (seed 002, step 4). */
export const maskedPage = (world: RmsWorld, found: Found, refusal: string | null): Html =>
  rmsPage(world, found.shop, {
    title: 'ライセンス情報',
    guide: 'detail',
    apiMenu: true,
    scripts: ['robot-check.js'],
    body: html`<h2>基本情報</h2>
      ${keyTable(world, found)}
      <p>
        ライセンスキーの詳細を表示する場合には、チェックボックスを選択し、「確認する」ボタンを押して下さい。
      </p>
      ${refusal !== null && html`<p class="error" role="alert">${refusal}</p>`}
      <form method="post" action="/apisson/apps/${found.license.id}">
        ${robotCheck(found.license.id)}
        <input type="hidden" name="token" id="robot-token" value="" />
        <p class="buttons">
          <a class="button" href="/apisson/">戻る</a> <button class="button main">確認する</button>
        </p>
      </form>`,
  });
