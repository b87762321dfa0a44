import { AppError } from '../../utils/model/errors.ts';
import { applyChange } from '../../utils/ledger/apply.ts';
import { emptyLedger } from '../../utils/ledger/collections.ts';
import type { LedgerChange } from '../../utils/model/ledger.ts';
import { toolsFile } from '../../utils/tools/custom-file.ts';
import { takeFile } from '../../utils/tools/take-file.ts';
import { expect, ORIGIN, test, type Tool } from './support/tool-page.ts';

// A tool that no connector knows: the person points at its fields, and they are found again or refused.

const page = (body: string): string =>
  `<!doctype html><html lang="ja"><title>在庫名人 設定</title><body><h1>楽天連携</h1>${body}`;
const FORM = `<form id="rakuten"><table>
  <tr><th>接続用パスワード</th><td><input id="key" name="conn_pw"></td></tr>
  <tr><th>会社コード</th><td><input id="code" name="code"></td></tr>
  <tr><th>シークレット</th><td><input id="secret" name="conn_secret" type="password"></td></tr>
  </table></form>`;

const write = (tool: Tool, change: LedgerChange | null): void => {
  Object.assign(tool.known, applyChange({ ...emptyLedger(), ...tool.known }, change ?? {}));
};

async function teach(tool: Tool, id: string, field: 'licenseKey' | 'serviceSecret'): Promise<void> {
  await tool.point();
  await tool.page.locator(`#${id}`).click();
  const { pointed } = await tool.desk.look(1, tool.known);
  expect(pointed).toMatchObject({ origin: ORIGIN, domain: 'example.jp', title: '在庫名人 設定' });
  const lesson = { tabId: 1, origin: ORIGIN, name: '在庫名人', field };
  write(tool, await tool.desk.learn(lesson, tool.known));
}

test('taught by two clicks, filled there, and in no other field', async ({ tool }) => {
  await tool.open(page(FORM));
  expect(await tool.desk.look(1, tool.known)).toEqual({ tool: null, pointed: null });
  await teach(tool, 'key', 'licenseKey');
  await teach(tool, 'secret', 'serviceSecret');
  expect(tool.known.customTools).toHaveLength(1);
  await tool.page.reload();
  expect(await tool.put({ carryId: 'own' })).toEqual({
    licenseKey: 'filled',
    serviceSecret: 'filled',
  });
  expect(await tool.holding()).toEqual(['key', 'secret']);
});

test('the click that points does nothing in the page, and Escape ends it', async ({ tool }) => {
  await tool.open(
    page(`${FORM}<script>window.clicks = 0;
      document.addEventListener('click', () => { window.clicks += 1; });</script>`),
  );
  await tool.point();
  await tool.page.locator('#code').click();
  expect(await tool.page.evaluate(() => Reflect.get(globalThis, 'clicks'))).toBe(0);
  await tool.page.locator('#code').click();
  expect(await tool.page.evaluate(() => Reflect.get(globalThis, 'clicks'))).toBe(1);
  await tool.page.reload();
  await tool.point();
  await tool.page.keyboard.press('Escape');
  await tool.page.locator('#key').click();
  expect((await tool.desk.look(1, tool.known)).pointed).toBeNull();
});

test('a page cannot point for the person', async ({ tool }) => {
  await tool.open(page(FORM));
  await tool.point();
  await tool.page.evaluate(() => document.querySelector<HTMLElement>('#code')?.click());
  expect((await tool.desk.look(1, tool.known)).pointed).toBeNull();
});

test('nothing is learnt for another page than the person saw', async ({ tool }) => {
  await tool.open(page(FORM));
  await tool.point();
  await tool.page.locator('#key').click();
  await tool.open(page(FORM), 'https://evil.example/settings');
  const lesson = { tabId: 1, origin: ORIGIN, name: 'x', field: 'licenseKey' as const };
  const error = await tool.desk.learn(lesson, tool.known).catch((thrown: unknown) => thrown);
  expect(error).toEqual(new AppError('pageGone'));
});

const CHANGED: Record<string, string> = {
  'its words say something else': FORM.replace('接続用パスワード', '公開メモ'),
  'its name is another': FORM.replace('conn_pw', 'public_memo'),
  'it is gone': FORM.replace('<input id="key" name="conn_pw">', ''),
};
for (const [how, form] of Object.entries(CHANGED)) {
  test(`not filled where ${how}`, async ({ tool }) => {
    await tool.open(page(FORM));
    await teach(tool, 'key', 'licenseKey');
    await tool.open(page(form));
    expect(await tool.put({ carryId: 'own' })).toEqual({ licenseKey: 'fieldMissing' });
    expect(await tool.holding()).toEqual([]);
  });
}

test('two that look alike are asked about, not guessed', async ({ tool }) => {
  await tool.open(page(FORM));
  await teach(tool, 'key', 'licenseKey');
  await tool.open(page(FORM + FORM.replaceAll('id="key"', 'id="twin"')));
  expect(await tool.put({ carryId: 'own' })).toEqual({ licenseKey: 'ambiguous' });
  expect(await tool.holding()).toEqual([]);
});

test('from a file it is bound to no address: the domain is asked at its first fill', async ({
  tool,
}) => {
  await tool.open(page(FORM));
  await teach(tool, 'key', 'licenseKey');
  const file = toolsFile(tool.known.customTools);
  expect(file).not.toContain('example.jp');
  tool.known.customTools = [];
  write(
    tool,
    takeFile(file, () => 'taken', 0),
  );
  await tool.open(page(FORM), 'https://another-host.example/settings');
  const seen = await tool.look();
  expect(seen).toMatchObject({ connectorId: 'taken', bound: false });
  const wish = { tabId: 1, lookId: seen.lookId, carryId: 'own', choices: null };
  const no = { originConfirmed: false, shopConfirmed: true, warningsConfirmed: true };
  const { answer } = await tool.desk.fillIn({ ...wish, ...no }, tool.known);
  expect(answer).toMatchObject({ kind: 'ask', originConfirm: true });
  expect(await tool.holding()).toEqual([]);
});
