import { errorCodeOf } from '../../utils/model/errors.ts';
import type { Page } from '@playwright/test';
import { expect, ORIGIN, test, type Tool } from './support/tool-page.ts';
import { KEY } from './support/tool-ledger.ts';

// Pages that would take a key where no person sees it go, or where it does not belong. In every one the
// key reaches no field at all, or only its own.

const page = (body: string): string =>
  `<!doctype html><html lang="ja"><title>ネクストエンジン</title><body><h1>API設定</h1>${body}`;
const asEcStation = (body: string): string =>
  page(body).replace('ネクストエンジン', 'ECステーション');
const LABEL = '<label for="key">ライセンスキー</label>';
const field = (style: string, attributes = ''): string =>
  page(`${LABEL}<input id="key" style="${style}" ${attributes}>`);

async function refuses(tool: Tool, html: string, outcome: string): Promise<void> {
  await tool.open(html);
  expect(await tool.put()).toEqual({ licenseKey: outcome });
  expect(await tool.holding()).toEqual([]);
}

const HIDDEN: Record<string, string> = {
  'display: none': field('display:none'),
  'visibility: hidden': field('visibility:hidden'),
  'opacity 0': field('opacity:0'),
  'opacity 0.6': field('opacity:.6'),
  'opacity of two wrappers, 0.8 each': page(
    `<div style="opacity:.8"><div style="opacity:.8">${LABEL}<input id="key"></div></div>`,
  ),
  'opacity of the page': page(`<style>html{opacity:.01}</style>${LABEL}<input id="key">`),
  'filter: opacity()': field('filter:opacity(10%)'),
  'filter: blur()': field('filter:blur(9px)'),
  'a mask': field('mask-image:linear-gradient(transparent,transparent)'),
  'one pixel': field('width:1px;height:1px;padding:0;border:0'),
  'a thin line': field('height:3px;padding:0;border:0'),
  'scaled to nothing': field('transform:scale(.001)'),
  'off to the left': field('position:absolute;left:-9999px'),
  'off to the top, fixed': field('position:fixed;top:-400px'),
  'a closed details': page(`<details><summary>詳細</summary>${LABEL}<input id="key"></details>`),
  'content-visibility': page(
    `<div style="content-visibility:hidden;height:90px">${LABEL}<input id="key"></div>`,
  ),
  'a transparent host of a shadow root': page(`<x-form style="opacity:.1"></x-form><script>
    customElements.define('x-form', class extends HTMLElement { connectedCallback() {
      this.attachShadow({ mode: 'open' }).innerHTML = '${LABEL}<input id="key">'; } });</script>`),
};
for (const [how, html] of Object.entries(HIDDEN)) {
  test(`not into a field that cannot be seen: ${how}`, ({ tool }) => refuses(tool, html, 'hidden'));
}

const veil = (style: string, inside = ''): string =>
  page(`<div style="position:relative">${LABEL}<input id="key">
    <div style="position:absolute;inset:0;${style}">${inside}</div></div>`);
const COVERED: Record<string, string> = {
  'a white box': veil('background:#fff'),
  'a box that lets clicks through': veil('background:#fff;pointer-events:none'),
  'a picture that lets clicks through': veil(
    'pointer-events:none',
    '<canvas width="900" height="90"></canvas>',
  ),
  'a pseudo-element that lets clicks through':
    page(`<style>.veil::after{content:"";position:absolute;
    inset:0;background:#fff;pointer-events:none}</style>
    <div class="veil" style="position:relative">${LABEL}<input id="key"></div>`),
  'a popover':
    page(`${LABEL}<input id="key"><div popover id="p" style="width:100%;height:100%">×</div>
    <script>document.querySelector('#p').showPopover()</script>`),
  'a popover that lets clicks through': page(`${LABEL}<input id="key">
    <div popover id="p" style="width:100%;height:100%;background:#fff;pointer-events:none">×</div>
    <script>document.querySelector('#p').showPopover()</script>`),
  'a modal dialog': page(`${LABEL}<input id="key"><dialog id="d">確認</dialog>
    <script>document.querySelector('#d').showModal()</script>`),
  'clipped away': field('clip-path:inset(50%)'),
  'cut off by its box': page(
    `<div style="width:300px;height:40px;overflow:clip;position:relative">
      <div style="position:absolute;top:200px">${LABEL}<input id="key"></div></div>`,
  ),
  'a transparent frame': page(`${LABEL}<input id="key">
    <iframe style="position:fixed;inset:0;width:100%;height:100%;border:0;opacity:0"></iframe>`),
  'a field that lets clicks through': field('pointer-events:none'),
};
for (const [how, html] of Object.entries(COVERED)) {
  test(`not into a field that is covered: ${how}`, ({ tool }) => refuses(tool, html, 'covered'));
}

const inFrame = async (tool: Tool, style: string, around = ''): Promise<string> => {
  await tool.serve(`${ORIGIN}/inner`, page(`${LABEL}<input id="key">`));
  return page(`<div style="position:relative"><iframe src="/inner" style="width:500px;${style}">
    </iframe>${around}</div>`);
};
for (const [how, style, around, outcome] of [
  ['a transparent frame', 'opacity:.2', '', 'hidden'],
  ['a frame of one line', 'height:4px', '', 'hidden'],
  [
    'a frame with a veil',
    '',
    '<p style="position:absolute;inset:0;background:#fff"></p>',
    'covered',
  ],
  [
    'a frame with a veil that lets clicks through',
    '',
    '<p style="position:absolute;inset:0;background:#fff;pointer-events:none"></p>',
    'covered',
  ],
] as const) {
  test(`not into a field in ${how}`, async ({ tool }) => {
    await tool.open(await inFrame(tool, style, around));
    await tool.page.frameLocator('iframe').locator('#key').waitFor({ state: 'attached' });
    expect(await tool.put()).toEqual({ licenseKey: outcome });
    expect(await tool.holding()).toEqual([]);
  });
}

test('a frame of another origin is not even looked at', async ({ tool }) => {
  await tool.serve('https://evil.example/f', page(`${LABEL}<input id="key">`));
  await tool.open(page('<iframe src="https://evil.example/f" width="500"></iframe>'));
  await tool.page.frameLocator('iframe').locator('#key').waitFor();
  expect((await tool.desk.look(1, tool.known)).tool).toBeNull();
});

test('a sandboxed frame with our own page in it is foreign', async ({ tool }) => {
  await tool.serve(`${ORIGIN}/inner`, page(`${LABEL}<input id="key">`));
  await tool.open(page('<iframe sandbox="allow-scripts" src="/inner" width="500"></iframe>'));
  await tool.page.frameLocator('iframe').locator('#key').waitFor();
  expect((await tool.desk.look(1, tool.known)).tool).toBeNull();
});

test('a closed shadow root is not looked into', async ({ tool }) => {
  await tool.open(
    page(`<x-form></x-form><script>customElements.define('x-form', class extends HTMLElement {
      connectedCallback() { this.attachShadow({ mode: 'closed' }).innerHTML =
        '${LABEL}<input id="key">'; } });</script>`),
  );
  expect((await tool.desk.look(1, tool.known)).tool).toBeNull();
});

test('not without https', async ({ tool }) => {
  await tool.open(field(''), 'http://tool.example.jp/settings');
  expect(await tool.put()).toEqual({ licenseKey: 'notHttps' });
  expect(await tool.holding()).toEqual([]);
});

for (const [how, attributes, outcome] of [
  ['disabled', 'disabled', 'disabled'],
  ['read only', 'readonly', 'disabled'],
  ['too short for it', 'maxlength="24"', 'tooLong'],
] as const) {
  test(`not into a field that is ${how}`, ({ tool }) =>
    refuses(tool, field('', attributes), outcome));
}

test('not into a field of a disabled fieldset', ({ tool }) =>
  refuses(tool, page(`<fieldset disabled>${LABEL}<input id="key"></fieldset>`), 'disabled'));

for (const [action, outcome] of [
  ['http://tool.example.jp/save', 'notHttps'],
  ['https://evil.example/save', 'wrongOrigin'],
  ['https://example.jp.evil.example/save', 'wrongOrigin'],
] as const) {
  test(`not into a form that is sent to ${action}`, ({ tool }) =>
    refuses(
      tool,
      page(`<form action="${action}"><input name="action">${LABEL}<input id="key"></form>`),
      outcome,
    ));
}

test('a form that is sent to another host of the same domain is the tool’s own', async ({
  tool,
}) => {
  await tool.open(
    page(`<form action="https://api.example.jp/save">${LABEL}<input id="key"></form>`),
  );
  expect(await tool.put()).toEqual({ licenseKey: 'filled' });
});

test('two fields that look alike: none is guessed', ({ tool }) =>
  refuses(
    tool,
    page(
      '<label>ライセンスキー<input id="a"></label><p><label>ライセンスキー<input id="b"></label>',
    ),
    'ambiguous',
  ));

test('a field whose words and name contradict each other', async ({ tool }) => {
  await tool.open(asEcStation('<label>licenseKey<input id="key" name="serviceSecret"></label>'));
  expect(await tool.put({ carryId: 'own' })).toMatchObject({
    licenseKey: 'ambiguous',
    serviceSecret: 'ambiguous',
  });
  expect(await tool.holding()).toEqual([]);
});

test('labels of other malls and old keys are not this field', async ({ tool }) => {
  await tool.open(
    page(`<label>Yahoo!ライセンスキー<input name="licenseKey"></label><p>
      <label>旧ライセンスキー<input></label><p><label>ライセンスキー名<input></label>`),
  );
  expect((await tool.desk.look(1, tool.known)).tool).toBeNull();
});

const between: Record<string, [change: (on: Page) => Promise<unknown>, outcome: string]> = {
  'the label says something else': [
    (on) => on.evaluate(() => document.querySelector('label')?.replaceChildren('ライセンスキー名')),
    'fieldMissing',
  ],
  'the field moved under another label': [
    (on) =>
      on.evaluate(() => {
        document.body.insertAdjacentHTML('beforeend', '<label id="l">公開メモ</label>');
        const input = document.querySelector('#key');
        if (input) document.querySelector('#l')?.append(input);
        document.querySelector('label')?.remove();
      }),
    'fieldMissing',
  ],
  'another field took its words, and it stayed': [
    (on) =>
      on.evaluate(() => {
        const input = document.querySelector('#key');
        if (input) input.id = 'old';
        document.body.append(document.querySelector('label') ?? '');
        document.body.insertAdjacentHTML('beforeend', '<input id="key">');
      }),
    'fieldMissing',
  ],
  'a twin appeared': [
    (on) =>
      on.evaluate(() =>
        document.body.insertAdjacentHTML(
          'beforeend',
          '<label>ライセンスキー<input id="t"></label>',
        ),
      ),
    'ambiguous',
  ],
  'it is gone': [
    (on) => on.evaluate(() => document.querySelector('#key')?.remove()),
    'fieldMissing',
  ],
  'it became a hidden one': [
    (on) => on.evaluate(() => document.querySelector('#key')?.setAttribute('type', 'hidden')),
    'fieldMissing',
  ],
  'it was made transparent': [
    (on) => on.evaluate(() => document.querySelector('#key')?.setAttribute('style', 'opacity:0')),
    'hidden',
  ],
  'the shop was changed': [
    (on) => on.evaluate(() => Object.assign(document.querySelector('select')!, { value: 'b' })),
    'otherShop',
  ],
  'the choice of shop vanished': [
    (on) => on.evaluate(() => document.querySelector('select')?.remove()),
    'otherShop',
  ],
};
for (const [what, [change, outcome]] of Object.entries(between)) {
  test(`between look and fill: ${what}`, async ({ tool }) => {
    await tool.open(
      page(`<p>店舗を選択 <select><option value="a">サンプル商店</option>
        <option value="b">よその商店</option></select></p>${LABEL}<input id="key">`),
    );
    const seen = await tool.look();
    await change(tool.page);
    expect(await tool.putSeen(seen)).toEqual({ licenseKey: outcome });
    expect(await tool.holding()).toEqual([]);
  });
}

test('between look and fill: the document was replaced by its double', async ({ tool }) => {
  await tool.open(field(''));
  const seen = await tool.look();
  await tool.page.reload();
  const error = await tool.putSeen(seen).catch((thrown: unknown) => thrown);
  expect(errorCodeOf(error)).toBe('pageGone');
  expect(await tool.holding()).toEqual([]);
});

test('an older look is not good for a newer document', async ({ tool }) => {
  await tool.open(field(''));
  const seen = await tool.look();
  await tool.open(field(''), `${ORIGIN}/other`);
  await tool.look();
  const error = await tool.putSeen(seen).catch((thrown: unknown) => thrown);
  expect(errorCodeOf(error)).toBe('pageGone');
});

test('a listener on the first field hides the second: it is checked anew', async ({ tool }) => {
  await tool.open(
    asEcStation(`<label>serviceSecret<input id="secret"></label><p><label>licenseKey<input id="key"></label>
      <script>document.querySelector('#secret').addEventListener('input', () => {
        document.querySelector('#key').style.opacity = 0; });</script>`),
  );
  expect(await tool.put({ carryId: 'own' })).toMatchObject({
    serviceSecret: 'filled',
    licenseKey: 'hidden',
  });
  expect(await tool.holding()).toEqual(['secret']);
});

test('a listener that passes the key on to another field does not make that our doing', async ({
  tool,
}) => {
  await tool.open(
    page(`${LABEL}<input id="key"><input id="spy" type="hidden"><script>
      document.addEventListener('input', (e) => { document.querySelector('#spy').value = e.data ?? ''; },
        true);</script>`),
  );
  expect(await tool.put()).toEqual({ licenseKey: 'filled' });
  // The events we send carry no key of their own.
  expect(await tool.holding()).toEqual(['key']);
});

test('a page cannot reach the page script or its token', async ({ tool }) => {
  await tool.open(`${field('')}<a id="kagibanToolPage">x</a>`);
  await tool.look();
  const seen = await tool.page.evaluate(() => [
    String(Reflect.get(globalThis, 'kagibanToolPage')),
    Object.keys(globalThis).filter((name) => /kagiban/i.test(name)),
  ]);
  expect(seen[1]).toEqual([]);
  expect(await tool.put()).toEqual({ licenseKey: 'filled' });
});

for (const clobber of ['title', 'querySelectorAll', 'elementFromPoint', 'location', 'body']) {
  test(`a form that calls itself document.${clobber} gets nothing`, async ({ tool }) => {
    await tool.open(`${field('opacity:0')}<form name="${clobber}"></form><img name="${clobber}">`);
    const outcome = await tool.put().catch(() => 'failed');
    expect(['failed', { licenseKey: 'hidden' }]).toContainEqual(outcome);
    expect(await tool.holding()).toEqual([]);
  });
}

test('the facts of a look hold no value and no key that stands on the page', async ({ tool }) => {
  await tool.open(
    page(`<p>${KEY}</p><label>${KEY}ライセンスキー<input id="key" value="${KEY}"></label>
      <h2>${KEY}</h2><label>店舗URL<input value="${KEY}"></label><label>ライセンスキー<input></label>`),
  );
  const seen = await tool.look();
  expect(JSON.stringify(seen)).not.toContain(KEY.slice(4, 20));
});
