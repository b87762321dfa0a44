import { html, type Html } from '../../lib/html.ts';
import { aboutFunction, ALL_FUNCTIONS } from '../functions.ts';
import type { Markup, RmsApp } from '../model.ts';
import { expiryOf, last4Of, stateOf } from '../states.ts';
import type { Found, RmsWorld } from '../world.ts';
import { actsOf } from './act-buttons.ts';
import { rmsPage } from './layout.ts';
import { pairsIn, rowsIn, type Pair } from './pairs.ts';

// A key as each markup writes it: bare, in an element, or breakable and with a button in the same cell.
function keyIn(markup: Markup, key: string): Html {
  if (markup === 'a') return html`${key}`;
  if (markup === 'b') return html`<span class="key-text">${key}</span>`;
  const parts = key.match(/.{1,8}/g) ?? [];
  return html`<code>${parts.map((part, i) => html`${i > 0 && html`<wbr />`}${part}`)}</code>
    <button
      type="button"
      class="small"
      onclick="navigator.clipboard.writeText(this.previousElementSibling.textContent)"
    >
      コピー
    </button>`;
}

// The shop sees both halves of its own app's credential, of a vendor's app the licence key only (rms.md §1).
function keyPairs({ shop, app, license }: Found): Pair[] {
  const key = keyIn(shop.markup, license.key);
  if (app.owner === 'vendor') return [['ライセンスキー', key]];
  const secret = keyIn(shop.markup, app.serviceSecret);
  return shop.markup === 'c'
    ? [
        ['サービスシークレット(serviceSecret)', secret],
        ['ライセンスキー(licenseKey)', key],
      ]
    : [
        ['serviceSecret', secret],
        ['licenseKey', key],
      ];
}

const appInfo = (world: RmsWorld, found: Found): Html =>
  pairsIn(found.shop.markup, [
    ['システム開発企業', found.app.developer],
    ['アプリ名', found.app.name],
    ['概要', found.app.summary],
    [
      'アプリURL',
      found.app.url !== '' &&
        html`<a href="${found.app.url}" target="_blank" rel="noopener">${found.app.url}</a>`,
    ],
    ['有効期限', expiryOf(found.app, found.license)],
    ...keyPairs(found),
    ['承認状態', stateOf(found.app, found.license, world.clock())],
  ]);

function pastUse(world: RmsWorld, { shop, app, license }: Found): Html {
  const others = app.licenses.filter((other) => other !== license);
  const rows = others.map((other) => [
    last4Of(other),
    expiryOf(app, other),
    stateOf(app, other, world.clock()),
    other.phase === 'active' &&
      html`<form
        method="post"
        action="/apisson/apps/${other.id}/stop"
        onsubmit="return confirm('利用停止しますか?')"
      >
        <button class="small">利用停止</button>
      </form>`,
  ]);
  return html`<details class="past">
    <summary>▲過去の利用情報を見る(クリックすると展開します)</summary>
    ${rows.length === 0 ? html`<p>過去の利用情報はありません。</p>` : rowsIn(shop.markup, ['ライセンスキー', '有効期限', '状態', ''], rows)}
  </details>`;
}

const about = (name: string): Html => {
  const { ja, en } = aboutFunction(name);
  return html`${ja}${en}`;
};

// While an update is offered, RMS's list already names what the update adds (seed 002, step 7).
const apiList = (markup: Markup, app: RmsApp, marks: boolean): Html =>
  html`<h2>アプリが利用するAPIリスト</h2>
    ${rowsIn(
      markup,
      ['API名', '内容'],
      [...new Set([...app.functions, ...app.offered])]
        .toSorted()
        .map((name) => [
          marks && app.offered.includes(name) ? html`${name} <span class="new">追加</span>` : name,
          about(name),
        ]),
    )}`;

// 利用中 stands here beside single functions: another thing than the state of the key (rms.md §4).
const functionList = (markup: Markup, app: RmsApp): Html =>
  html`<h2>利用機能一覧</h2>
    ${rowsIn(
      markup,
      ['機能名', '内容', '利用状況'],
      ALL_FUNCTIONS.map((name) => [
        name,
        about(name),
        app.functions.includes(name) ? '利用中' : '利用しない',
      ]),
    )}`;

/** ライセンス情報 after the robot check: the key, the APIs, and at the bottom what can be done. */
export const revealedPage = (world: RmsWorld, found: Found, message: string | null): Html =>
  rmsPage(world, found.shop, {
    title: 'ライセンス情報',
    guide: 'detail',
    apiMenu: true,
    body: html`${message !== null && html`<p class="done" role="status">${message}</p>`}
      <h2>アプリ情報</h2>
      ${appInfo(world, found)}${pastUse(world, found)}
      ${found.app.owner === 'shop' ? functionList(found.shop.markup, found.app) : apiList(found.shop.markup, found.app, world.options.marksNewApis)}
      ${actsOf(world, found)}`,
  });
