import type { Page } from '@playwright/test';
import { expect, ORIGIN, test } from './support/tool-page.ts';
import { KEY, SECRET } from './support/tool-ledger.ts';

// Right field, the way each kind of page notices; or an honest refusal and the value before.

const page = (title: string, body: string): string =>
  `<!doctype html><html lang="ja"><title>${title}</title><body>${body}`;
const nextEngine = (body: string): string => page('ネクストエンジン', `<h1>API設定</h1>${body}`);
const valueOf = (on: Page, id: string): Promise<string> => on.locator(`#${id}`).inputValue();

test('a plain table form: the key is in its field, and nothing was submitted', async ({ tool }) => {
  await tool.open(
    nextEngine(`<form action="/save" method="post"><table>
      <tr><th>店舗URL</th><td><input id="shop" value="sample-shop"></td></tr>
      <tr><th>ライセンスキー <small>必須</small></th><td><input id="key" value="OLD"></td></tr>
      <tr><th>メモ</th><td><input id="memo"></td></tr>
      </table><button>設定を保存</button></form>`),
  );
  const asked: string[] = [];
  tool.page.on('request', (request) => asked.push(request.url()));
  expect(await tool.look()).toMatchObject({
    connectorId: 'next-engine',
    domain: 'example.jp',
    shopOnPage: 'sample-shop',
    fields: [{ field: 'licenseKey', found: 'one' }],
  });
  expect(await tool.put({ shopConfirmed: false })).toEqual({ licenseKey: 'filled' });
  expect(await valueOf(tool.page, 'key')).toBe(KEY);
  expect(await tool.holding()).toEqual(['key']);
  expect(asked).toEqual([]);
  expect(tool.page.url()).toBe(`${ORIGIN}/settings`);
});

const LABELLED: Record<string, string> = {
  'label for': '<label for="key">ライセンスキー</label><input id="key">',
  'label around': '<label>ライセンスキー <input id="key"></label>',
  'aria-label': '<input id="key" aria-label="ライセンスキー">',
  'aria-labelledby': '<b id="l">ライセンスキー</b><i>説明</i><input id="key" aria-labelledby="l">',
  'dt and dd': '<dl><dt>ライセンスキー</dt><dd><div><input id="key"></div></dd></dl>',
  'column head':
    '<table><tr><th>モール</th><th>ライセンスキー</th></tr><tr><td>楽天</td><td><input id="key"></td></tr></table>',
  'words before': '<div>ライセンスキー：<br><span><input id="key"></span></div>',
  'words in a div before': '<div><div>ライセンスキー</div><div><input id="key"></div></div>',
  'only a name': '<div><input id="key" name="rms[license_key]"></div>',
  'only a placeholder':
    '<div><input id="key" placeholder="ライセンスキーを入力してください"></div>',
  'full-width and spaced': '<label>　ＬｉｃｅｎｓｅＫｅｙ　※必須<input id="key"></label>',
  'masked field': '<label>ライセンスキー<input id="key" type="password"></label>',
  'text area': '<label>ライセンスキー<textarea id="key"></textarea></label>',
  'hidden twin':
    '<label>ライセンスキー<input id="key"></label><label style="display:none">ライセンスキー<input id="twin"></label>',
};
for (const [how, html] of Object.entries(LABELLED)) {
  test(`a field known by: ${how}`, async ({ tool }) => {
    await tool.open(nextEngine(`<form><input id="first"><hr>${html}<hr><input id="last"></form>`));
    expect(await tool.put()).toEqual({ licenseKey: 'filled' });
    expect(await tool.holding()).toEqual(['key']);
  });
}

test('ECステーション: secret, key and date, each as its field wants it', async ({ tool }) => {
  await tool.open(
    page(
      'ECステーション',
      `<h2>楽天ショップ</h2><table>
      <tr><th>serviceSecret</th><td><input id="secret" type="password"></td></tr>
      <tr><th>licenseKey</th><td><input id="key"></td></tr>
      <tr><th>有効期限</th><td><input id="date" placeholder="yyyy/mm/dd"></td></tr>
      </table><button>認証テスト</button><button>保存</button>`,
    ),
  );
  expect(await tool.put({ carryId: 'own' })).toEqual({
    serviceSecret: 'filled',
    licenseKey: 'filled',
    expiresOn: 'filled',
  });
  expect(await valueOf(tool.page, 'secret')).toBe(SECRET);
  expect(await valueOf(tool.page, 'key')).toBe(KEY);
  expect(await valueOf(tool.page, 'date')).toBe('2027/02/18');
});

for (const [field, written] of [
  ['<input id="date" type="date">', '2027-02-18'],
  ['<input id="date" value="2026-11-01">', '2027-02-18'],
  ['<input id="date" value="2026年11月01日">', '2027年02月18日'],
  ['<input id="date" maxlength="8">', '20270218'],
] as const) {
  test(`a date in ${field}`, async ({ tool }) => {
    await tool.open(
      page(
        'ECステーション',
        `<label>licenseKey<input id="key"></label><p><label>有効期限${field}</label>`,
      ),
    );
    expect(await tool.put({ carryId: 'own' })).toMatchObject({ expiresOn: 'filled' });
    expect(await valueOf(tool.page, 'date')).toBe(written);
  });
}

test('GoQSystem: the one new field, never the two old ones beside it', async ({ tool }) => {
  await tool.open(
    page(
      'モール詳細設定｜GoQSystem',
      `<table>
      <tr><th>ショップURL ?</th><td><input id="shop" value="sample-shop"></td></tr>
      <tr><th>serviceSecret</th><td><input id="oldSecret" name="serviceSecret" value="OLDSECRET"></td></tr>
      <tr><th>licenceKey</th><td><input id="oldKey" name="licenceKey" value="OLDKEY"></td></tr>
      <tr><th>RMS Service Square<br>ライセンスキー ?</th><td><input id="key"></td></tr></table>`,
    ),
  );
  expect(await tool.put({ carryId: 'goq' })).toEqual({ licenseKey: 'filled' });
  expect(await tool.holding()).toEqual(['key']);
  expect(await valueOf(tool.page, 'oldSecret')).toBe('OLDSECRET');
  expect(await valueOf(tool.page, 'oldKey')).toBe('OLDKEY');
});

test('GoQSystem without its new field fills nothing', async ({ tool }) => {
  await tool.open(
    page(
      'GoQSystem',
      `<label>licenceKey<input id="oldKey" value="OLDKEY"></label>
      <label>ライセンスキー<input id="other"></label>`,
    ),
  );
  expect((await tool.desk.look(1, tool.known)).tool).toBeNull();
});

test('a field that Preact controls: its state has the key, and its button wakes', async ({
  tool,
}) => {
  await tool.open(
    nextEngine(`<div id="app"></div><script type="importmap">
      {"imports":{"preact":"${ORIGIN}/preact"}}</script><script type="module">
      import { h, render } from 'preact'; import { useState } from '${ORIGIN}/hooks';
      function App() { const [key, set] = useState('OLD');
        return h('form', null, h('label', null, 'ライセンスキー',
          h('input', { id: 'key', value: key, onInput: (e) => set(e.currentTarget.value) })),
          h('output', { id: 'state' }, key), h('button', { id: 'save', disabled: key === 'OLD' }, '保存')); }
      render(h(App), document.querySelector('#app'));</script>`),
  );
  await expect(tool.page.locator('#state')).toHaveText('OLD');
  expect(await tool.put()).toEqual({ licenseKey: 'filled' });
  await expect(tool.page.locator('#state')).toHaveText(KEY);
  await expect(tool.page.locator('#save')).toBeEnabled();
});

// React's value tracker (react-dom, inputValueTracking): a setter of its own on the element swallows
// what scripts set, and an `input` event without a change that it missed is ignored.
const REACT_LIKE = `<script>
  const input = document.querySelector('#key'); let state = 'OLD'; let tracked = state;
  const own = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');
  Object.defineProperty(input, 'value', { configurable: true, get: () => own.get.call(input),
    set: (v) => { tracked = String(v); own.set.call(input, v); } });
  input.value = state;
  input.addEventListener('input', () => { const now = own.get.call(input);
    if (now !== tracked) { tracked = now; state = change(now); }
    document.querySelector('#state').textContent = state;
    if (own.get.call(input) !== state) input.value = state; });</script>`;

test('a field that React controls', async ({ tool }) => {
  await tool.open(
    nextEngine(`<label>ライセンスキー<input id="key"></label><output id="state"></output>
      <script>const change = (text) => text;</script>${REACT_LIKE}`),
  );
  expect(await tool.put()).toEqual({ licenseKey: 'filled' });
  await expect(tool.page.locator('#state')).toHaveText(KEY);
});

test('a controlled field that cuts: not taken, and the value before is back', async ({ tool }) => {
  await tool.open(
    nextEngine(`<label>ライセンスキー<input id="key"></label><output id="state"></output>
      <script>const change = (text) => text.slice(0, 10);</script>${REACT_LIKE}`),
  );
  expect(await tool.put()).toEqual({ licenseKey: 'notTaken' });
  await expect(tool.page.locator('#state')).toHaveText('OLD');
  expect(await valueOf(tool.page, 'key')).toBe('OLD');
});

test('v-model.lazy (change) and jQuery (keyup, blur) notice too', async ({ tool }) => {
  await tool.open(
    nextEngine(`<label>ライセンスキー<input id="key"></label><ol id="log"></ol><script>
      for (const type of ['focus','focusin','keydown','input','keyup','change','blur','focusout'])
        document.querySelector('#key').addEventListener(type, (e) =>
          document.querySelector('#log').append(type + ':' + e.target.value.length + ' '));</script>`),
  );
  expect(await tool.put()).toEqual({ licenseKey: 'filled' });
  const at = KEY.length;
  await expect(tool.page.locator('#log')).toHaveText(
    `focus:0 focusin:0 keydown:0 input:${at} keyup:${at} change:${at} blur:${at} focusout:${at} `,
  );
});

for (const [how, listener] of Object.entries({
  'on blur': `addEventListener('blur', (e) => { e.target.value = e.target.value.toUpperCase(); })`,
  'in the next frame': `addEventListener('input', (e) => requestAnimationFrame(() => { e.target.value = 'X'; }))`,
  'in a microtask': `addEventListener('change', async (e) => { await 0; e.target.value = ''; })`,
})) {
  test(`a field that rewrites its value ${how} gets the one before back`, async ({ tool }) => {
    await tool.open(
      nextEngine(`<label>ライセンスキー<input id="key" value="OLD"></label><script>let once = true;
        const input = document.querySelector('#key');
        const real = input.addEventListener.bind(input);
        input.addEventListener = (type, act) => real(type, (e) => { if (once) { once = false; act(e); } });
        input.${listener};</script>`),
    );
    expect(await tool.put()).toEqual({ licenseKey: 'notTaken' });
    expect(await valueOf(tool.page, 'key')).toBe('OLD');
    expect(await tool.holding()).toEqual([]);
  });
}

test('a form drawn anew between look and fill: the same field by its words', async ({ tool }) => {
  const form = '<label>ライセンスキー<input id="key"></label>';
  await tool.open(nextEngine(`<div id="app">${form}</div>`));
  const seen = await tool.look();
  await tool.page.evaluate((html) => {
    document.querySelector('#app')?.replaceChildren();
    document.querySelector('#app')?.insertAdjacentHTML('beforeend', html);
  }, form);
  expect(await tool.putSeen(seen)).toEqual({ licenseKey: 'filled' });
  expect(await tool.holding()).toEqual(['key']);
});

test('a form drawn anew by its own input event keeps the key', async ({ tool }) => {
  await tool.open(
    nextEngine(`<div id="app"></div><script>let value = '';
      const draw = () => { const app = document.querySelector('#app');
        app.innerHTML = '<label>ライセンスキー<input id="key"></label>';
        const input = app.querySelector('input'); input.value = value;
        input.addEventListener('input', () => { value = input.value; draw(); }); };
      draw();</script>`),
  );
  expect(await tool.put()).toEqual({ licenseKey: 'filled' });
  expect(await valueOf(tool.page, 'key')).toBe(KEY);
});

test('in a frame of the same origin, below the fold', async ({ tool }) => {
  await tool.serve(
    `${ORIGIN}/inner`,
    page('内', '<div style="height:2000px"></div><label>ライセンスキー<input id="key"></label>'),
  );
  await tool.open(
    nextEngine(`<div style="height:1500px"></div>
      <iframe src="/inner" style="width:600px;height:300px;padding:20px;border:9px solid"></iframe>`),
  );
  await tool.page.frameLocator('iframe').locator('#key').waitFor({ state: 'attached' });
  expect(await tool.put()).toEqual({ licenseKey: 'filled' });
  expect(await tool.holding()).toEqual(['key']);
});

test('in open shadow roots, one in the other', async ({ tool }) => {
  await tool.open(
    nextEngine(`<x-outer></x-outer><script>
      customElements.define('x-inner', class extends HTMLElement { connectedCallback() {
        this.attachShadow({ mode: 'open' }).innerHTML = '<label>ライセンスキー<input id="key"></label>'; } });
      customElements.define('x-outer', class extends HTMLElement { connectedCallback() {
        this.attachShadow({ mode: 'open' }).innerHTML = '<section><x-inner></x-inner></section>'; } });
      </script>`),
  );
  expect(await tool.put()).toEqual({ licenseKey: 'filled' });
  expect(await tool.holding()).toEqual(['key']);
});

test('what lies harmlessly about does not stop it: floating label, eye button, let-through veil', async ({
  tool,
}) => {
  await tool.open(
    nextEngine(`<div style="position:relative;width:400px"><input id="key" style="width:400px">
      <label for="key" style="position:absolute;left:4px;top:2px;pointer-events:none">ライセンスキー</label>
      <button style="position:absolute;right:0;top:0;width:30px">👁</button></div>
      <div style="position:fixed;inset:0;pointer-events:none;border:1px solid red"></div>`),
  );
  expect(await tool.put()).toEqual({ licenseKey: 'filled' });
});
