import { expect, test, type Tool } from './support/tool-page.ts';

// ECステーション's own [認証テスト]: what it says counts only for the key that was filled, and only when a
// person pressed it after the fill.

const SUCCESS = '認証に成功しました。';
const FAILURE = '認証に失敗しました。ライセンスキーを確認してください。';
const HELP =
  '［認証テスト］をクリックし、エラーが出ないことを確認します。成功しない場合はFAQをご覧ください。';
const settings = (script: string, result = ''): string => `<!doctype html><html lang="ja">
  <title>ECステーション</title><h2>その他設定</h2><p>${HELP}</p><form onsubmit="return false">
  <table><tr><th>licenseKey</th><td><input id="key" value="SL123456_oldkeyOLDKEY1OLD9"></td></tr></table>
  <button type="button" id="test">認証テスト</button> <span id="result">${result}</span>
  <button>保存</button></form><script>
  const key = document.querySelector('#key'), result = document.querySelector('#result');
  const test = document.querySelector('#test');
  ${script}</script>`;
const answering = (text: string): string =>
  `test.onclick = () => { result.textContent = ''; result.textContent = '${text}'; };`;

async function readTest(tool: Tool): Promise<string> {
  const seen = await tool.look();
  const { answer } = await tool.desk.readTest(1, seen.lookId, tool.known);
  return answer.result;
}

/** A fill, and its binding written as the background would. */
async function fillIn(tool: Tool): Promise<void> {
  const seen = await tool.look();
  const wish = { tabId: 1, lookId: seen.lookId, carryId: 'own' };
  const confirmed = {
    ...wish,
    shopConfirmed: true,
    originConfirmed: true,
    warningsConfirmed: true,
    choices: [],
  };
  const { change } = await tool.desk.fillIn(confirmed, tool.known);
  tool.known.bindings = change?.bindings ?? [];
  tool.known.placements = change?.placements ?? [];
}

for (const [text, result] of [
  [SUCCESS, 'ok'],
  [FAILURE, 'failed'],
  ['エラー：ES01-01 Un-Authorised', 'failed'],
  ['認証テスト：成功しました', 'ok'],
  ['テスト中です', 'notRun'],
  ['通信エラーが発生しました。時間をおいて再度お試しください。', 'notRun'],
  ['', 'notRun'],
] as const) {
  test(`pressed after the fill, the page says 「${text}」: ${result}`, async ({ tool }) => {
    await tool.open(settings(answering(text)));
    await fillIn(tool);
    await tool.page.click('#test');
    expect(await readTest(tool)).toBe(result);
  });
}

test('what it says is laid to the filled key, and to where it was filled', async ({ tool }) => {
  await tool.open(settings(answering(SUCCESS)));
  await fillIn(tool);
  await tool.page.click('#test');
  const seen = await tool.look();
  const { change } = await tool.desk.readTest(1, seen.lookId, tool.known);
  expect(change?.placements).toMatchObject([
    { field: 'licenseKey', works: { licenseId: 'l-own', how: 'toolTest', ok: true } },
  ]);
});

test('never pressed: the help text beside it is no answer', async ({ tool }) => {
  await tool.open(settings(''));
  await fillIn(tool);
  expect(await readTest(tool)).toBe('notRun');
});

test('an answer that stood there before the fill is about the old key', async ({ tool }) => {
  await tool.open(settings('', SUCCESS));
  await fillIn(tool);
  expect(await readTest(tool)).toBe('notRun');
});

test('pressed, but the old answer still stands', async ({ tool }) => {
  await tool.open(settings(`test.onclick = () => { test.textContent = '認証テスト'; };`, SUCCESS));
  await fillIn(tool);
  await tool.page.click('#test');
  expect(await readTest(tool)).toBe('notRun');
});

test('pressed by a script, not by a person', async ({ tool }) => {
  await tool.open(settings(`${answering(SUCCESS)} key.oninput = () => test.click();`));
  await fillIn(tool);
  expect(await readTest(tool)).toBe('notRun');
});

test('the field was changed to another key before the test', async ({ tool }) => {
  await tool.open(settings(answering(SUCCESS)));
  await fillIn(tool);
  await tool.page.fill('#key', 'SL123456_someOtherKey1X7Z');
  await tool.page.click('#test');
  expect(await readTest(tool)).toBe('notRun');
});

test('nothing was filled in this tab', async ({ tool }) => {
  await tool.open(settings(answering(SUCCESS)));
  await tool.page.click('#test');
  expect(await readTest(tool)).toBe('notRun');
});

test('an answer in a dialog or an alert area counts; two that differ do not', async ({ tool }) => {
  const alert = `test.onclick = () => document.body.insertAdjacentHTML('beforeend',
    '<div role="alert"><p>${SUCCESS}</p></div>');`;
  await tool.open(settings(alert));
  await fillIn(tool);
  await tool.page.click('#test');
  expect(await readTest(tool)).toBe('ok');
  await tool.page.evaluate((text) => {
    document.querySelector('#result')?.replaceChildren(text);
  }, FAILURE);
  expect(await readTest(tool)).toBe('notRun');
});

test('a tool that answers with a new page: by the key in its field', async ({ tool }) => {
  await tool.open(settings(`test.onclick = () => { location.href = '/tested'; };`));
  await fillIn(tool);
  const filled = await tool.page.inputValue('#key');
  await tool.serve(
    'https://tool.example.jp/tested',
    settings('', SUCCESS).replace('SL123456_oldkeyOLDKEY1OLD9', filled),
  );
  await tool.page.click('#test');
  await tool.page.waitForURL('**/tested');
  expect(await readTest(tool)).toBe('ok');
});

test('a new page with the old key in its field says nothing of the new one', async ({ tool }) => {
  await tool.open(settings(`test.onclick = () => { location.href = '/tested'; };`));
  await fillIn(tool);
  await tool.serve('https://tool.example.jp/tested', settings('', SUCCESS));
  await tool.page.click('#test');
  await tool.page.waitForURL('**/tested');
  expect(await readTest(tool)).toBe('notRun');
});
