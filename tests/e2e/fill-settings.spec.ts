import { makeSecret } from '../../utils/model/secret.ts';
import type { HeldToken, TokenField } from '../../utils/vault/safe/items.ts';
import { expect, ORIGIN, test, type Tool } from './support/tool-page.ts';

// Luxliner's 外部連携 (seed 003), built as its help describes it: the tokens of other services go into their own
// section, 「APIトークン」 stands in two.

interface Row {
  label: string;
  id: string;
  type?: string;
}
const SECTIONS: [string, Row[]][] = [
  [
    'Chatwork連携',
    [
      { label: 'APIトークン', id: 'cw-token', type: 'password' },
      { label: '一般的なイベントの通知先', id: 'cw-room' },
    ],
  ],
  [
    'Zendesk連携',
    [
      { label: 'サブドメイン', id: 'zd-sub' },
      { label: 'メールアドレス', id: 'zd-mail' },
      { label: 'APIトークン', id: 'zd-token', type: 'password' },
    ],
  ],
  [
    'ネット商人Pro連携',
    [
      { label: 'ネット商人登録用URL', id: 'np-url' },
      { label: 'ネット商人プランID', id: 'np-plan' },
    ],
  ],
];

const input = ({ id, type = 'text' }: Row): string =>
  `<input id="${id}" type="${type}" value="OLD">`;
const MARKUPS: Record<string, (heading: string, rows: Row[]) => string> = {
  table: (heading, rows) =>
    `<h3>${heading}</h3><table>${rows.map((row) => `<tr><th>${row.label}</th><td>${input(row)}</td></tr>`).join('')}</table>`,
  labels: (heading, rows) =>
    `<fieldset><legend>${heading}</legend>${rows.map((row) => `<p><label for="${row.id}">${row.label}</label>${input(row)}</p>`).join('')}</fieldset>`,
  list: (heading, rows) =>
    `<section><h2>${heading}</h2><dl>${rows.map((row) => `<dt>${row.label}</dt><dd>${input(row)}</dd>`).join('')}</dl></section>`,
};

const pageIn = (markup: (heading: string, rows: Row[]) => string, more = ''): string =>
  `<!doctype html><title>Luxliner 設定</title><h1>Luxliner</h1><h2>外部連携</h2><form>
    ${SECTIONS.map(([heading, rows]) => markup(heading, rows)).join('')}${more}</form>`;

const held = (service: HeldToken['service'], values: Partial<Record<TokenField, string>>) => ({
  kind: 'token' as const,
  id: service,
  name: '店長',
  heldAt: 0,
  service,
  values: Object.fromEntries(
    Object.entries(values).map(([field, value]) => [field, makeSecret(value)]),
  ),
});
const CHATWORK = held('chatwork', { chatworkToken: 'cw0123456789abcdef' });
const ZENDESK = held('zendesk', {
  zendeskSubdomain: 'akanedo',
  zendeskEmail: 'tencho@example.jp',
  zendeskToken: 'zd0123456789abcdef',
});
const NETSHONIN = held('netshonin', {
  listUrl: 'https://np.example/np/sesform.php',
  listPlan: '12',
});

async function put(tool: Tool, item: HeldToken, originConfirmed = true): Promise<string[]> {
  const { lookId, connectorId } = await tool.look();
  expect(connectorId).toBe('luxliner');
  const wish = { tabId: 1, lookId, originConfirmed };
  const { answer, change } = await tool.desk.fillSettings(wish, item, tool.known);
  if (answer.kind === 'ask') return ['asked'];
  expect(JSON.stringify(change)).not.toContain('0123456789abcdef');
  return answer.results.map(({ field, part, outcome }) => `${field} ${part ?? ''} ${outcome}`);
}

const changed = (tool: Tool): Promise<[string, string][]> =>
  tool.page.evaluate(() =>
    [...document.querySelectorAll('input')]
      .filter(({ value }) => value !== 'OLD')
      .map(({ id, value }): [string, string] => [id, value]),
  );

for (const [name, markup] of Object.entries(MARKUPS)) {
  test(`Luxliner: each token goes into its own section (${name})`, async ({ tool }) => {
    await tool.open(pageIn(markup));
    expect(await put(tool, CHATWORK, false)).toEqual(['asked']);
    expect(await changed(tool)).toEqual([]);
    expect(await put(tool, CHATWORK)).toEqual(['apiToken chatwork filled']);
    expect(await changed(tool)).toEqual([['cw-token', 'cw0123456789abcdef']]);

    await tool.open(pageIn(markup));
    expect(await put(tool, ZENDESK)).toEqual([
      'zendeskSubdomain  filled',
      'zendeskEmail  filled',
      'apiToken zendesk filled',
    ]);
    expect(await changed(tool)).toEqual([
      ['zd-sub', 'akanedo'],
      ['zd-mail', 'tencho@example.jp'],
      ['zd-token', 'zd0123456789abcdef'],
    ]);

    await tool.open(pageIn(markup));
    expect(await put(tool, NETSHONIN)).toEqual(['listUrl  filled', 'listPlan  filled']);
    expect((await changed(tool)).map(([id]) => id)).toEqual(['np-url', 'np-plan']);
  });
}

test('a key of RMS goes into none of its fields', async ({ tool }) => {
  await tool.open(pageIn(MARKUPS['labels'] ?? String));
  const outcomes = await tool.put();
  expect(Object.values(outcomes)).not.toContain('filled');
  expect(await tool.holding()).toEqual([]);
  expect(await changed(tool)).toEqual([]);
});

test('where two fields say the same, neither is filled; nor on a page that is not encrypted', async ({
  tool,
}) => {
  const second =
    '<fieldset><legend>Chatwork連携（予備）</legend><label>APIトークン<input id="cw-2" value="OLD"></label></fieldset>';
  await tool.open(pageIn(MARKUPS['labels'] ?? String, second));
  expect(await put(tool, CHATWORK)).toEqual(['apiToken chatwork ambiguous']);
  const plain = `${ORIGIN.replace('https', 'http')}/settings`;
  await tool.open(pageIn(MARKUPS['labels'] ?? String), plain);
  expect(await put(tool, CHATWORK)).toEqual(['apiToken chatwork notHttps']);
  expect(await changed(tool)).toEqual([]);
});
