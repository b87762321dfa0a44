import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DAY } from '../../../utils/model/time.ts';
import { startSites, type Sites } from '../../sites/start.ts';
import { gridOf, makeClient, textOf, type Client } from './client.ts';
import { press, reveal, robotToken } from './steps.ts';

const NOW = Date.parse('2026-11-22T10:00:00+09:00');
let now = NOW;
let sites: Sites;
let client: Client;

beforeEach(async () => {
  now = NOW;
  sites = await startSites({ clock: () => now });
  client = makeClient(sites.port);
});
afterEach(() => sites.close());

const goq = () => sites.rms.license('IANT').license;
const own = () => sites.rms.license('A9FR').license;
const listText = async () =>
  textOf((await client.visit(sites.urls.appList)).document.querySelector('#app-table'));

describe('the robot check', () => {
  test('the page before it shows the last four characters only', async () => {
    const { body, document } = await client.visit(sites.urls.detail(goq()));
    expect(body).not.toContain(goq().key);
    expect(textOf(document.body)).toContain('末尾4桁: IANT');
  });

  test('the server refuses without a token, with another key’s, and with one used before', async () => {
    await client.visit(sites.urls.appList);
    const refused = async (token: string) => {
      const { body } = await client.visit(sites.urls.detail(goq()), { form: { token } });
      expect(body).not.toContain(goq().key);
      expect(body).toContain('セキュリティチェックが確認できませんでした');
    };
    await refused('');
    await refused('made-up');
    await refused(await robotToken(client, own()));
    const token = await robotToken(client, goq());
    const shown = await client.visit(sites.urls.detail(goq()), { form: { token } });
    expect(shown.body).toContain(goq().key);
    await refused(token);
  });

  test('what was shown is masked again at the next visit', async () => {
    await reveal(client, goq());
    expect((await client.visit(sites.urls.detail(goq()))).body).not.toContain(goq().key);
  });

  test.each(['a', 'b', 'c'] as const)(
    'markup %s: a vendor’s app shows one key, the shop’s own both halves',
    async (markup) => {
      sites.rms.setMarkup(markup);
      const { app, license } = sites.rms.license('IANT');
      const vendor = textOf((await reveal(client, license)).document.body);
      expect(vendor).toContain(license.key);
      expect(vendor).not.toContain(app.serviceSecret);
      const mine = textOf((await reveal(client, own())).document.body);
      expect(mine).toContain(own().key);
      expect(mine).toContain(sites.rms.app('店舗様').serviceSecret);
    },
  );
});

describe('what a person does there changes what RMS remembers', () => {
  test('nothing without the key having been shown', async () => {
    await client.visit(sites.urls.appList);
    for (const act of ['issue', 'update', 'stop', 'approve', 'functions/register']) {
      await press(client, goq(), act);
    }
    expect(sites.rms.app('GoQ').licenses).toEqual([goq()]);
    expect(await listText()).toContain('更新あり');
  });

  test('アップデートする adds the APIs and keeps the key', async () => {
    const { key } = goq();
    expect(textOf((await reveal(client, goq())).document.body)).toContain('アップデートする');
    const after = await press(client, goq(), 'update');
    expect(textOf(after.document.querySelector('.done'))).toBe('アップデートしました。');
    expect(after.body).toContain(key);
    expect(textOf(after.document.body)).not.toContain('アップデートする');
    expect(sites.rms.app('GoQ').functions).toContain('shop.shopStatus.get');
    expect(await listText()).not.toContain('更新あり');
  });

  test('an update can end the validity, as RMS warns', async () => {
    sites.rms.options({ updateEndsValidity: true });
    sites.rms.update('GoQ');
    expect(await listText()).toContain('有効期限切れ');
  });

  test('新しいライセンスキーを発行 gives a key of the right shape for 90 days, and the old one goes on', async () => {
    await reveal(client, own());
    const { document } = await press(client, own(), 'issue');
    expect(textOf(document.querySelector('.done'))).toBe('新しいライセンスキーを発行しました。');
    const [old, fresh] = sites.rms.app('店舗様').licenses;
    expect(old?.key).toMatch(/A9FR$/);
    expect(fresh?.key).toMatch(/^SL217640_[A-Za-z0-9]{16}$/);
    expect(textOf(document.body)).toContain(fresh?.key);
    expect(fresh?.expiresAt).toBe(Date.parse('2026-11-22T23:59:59+09:00') + 90 * DAY);
    const list = await listText();
    expect(list).toContain(`末尾4桁: ${fresh?.key.slice(-4) ?? ''} 2027/02/20 利用中`);
    expect(list).toContain('末尾4桁: A9FR 2026/12/04 利用中');
    sites.rms.options({ oldKeysInList: false });
    expect(await listText()).not.toContain('A9FR');
  });

  test('a vendor’s new key begins with the shop’s digits; a planned key is given out once', () => {
    sites.rms.planKeys('217640planned0000000000CANARY');
    expect(sites.rms.issue('ネクストエンジン').license.key).toBe('217640planned0000000000CANARY');
    expect(sites.rms.issue('ネクストエンジン').license.key).toMatch(/^217640[A-Za-z0-9]{20}$/);
  });

  test('RMS can refuse a third valid key, and can let the old one die at once', () => {
    sites.rms.options({ maxKeys: 2 });
    expect(sites.rms.issue('NE').ok).toBe(true);
    expect(sites.rms.issue('NE').ok).toBe(false);
    sites.rms.stop('7kQz');
    sites.rms.options({ oldKey: 'diesAtOnce' });
    expect(sites.rms.issue('NE').ok).toBe(true);
    const phases = sites.rms.app('NE').licenses.map(({ phase }) => phase);
    expect(phases).toEqual(['stopped', 'stopped', 'active']);
  });

  test('利用停止, 利用開始 and the old key under 過去の利用情報', async () => {
    await reveal(client, own());
    await press(client, own(), 'stop');
    expect(await listText()).toContain('A9FR 2026/12/04 停止中');
    await press(client, own(), 'resume');
    expect(await listText()).toContain('A9FR 2026/12/04 利用中');
    const { document } = await press(client, own(), 'issue');
    expect(gridOf(document.querySelector('.past table')).slice(1)).toEqual([
      ['末尾4桁: A9FR', '2026/12/04', '利用中', '利用停止'],
    ]);
    const old = own();
    await press(client, old, 'stop');
    expect(old.phase).toBe('stopped');
  });

  test('アクセス承認 of 承認待ち begins the 90 days', async () => {
    const { license } = sites.rms.addLicense({
      app: '新しいツール',
      state: 'awaitingApproval',
      last4: 'wXyZ',
    });
    expect(await listText()).toContain('末尾4桁: wXyZ - 承認待ち');
    expect(textOf((await reveal(client, license)).document.body)).not.toContain(
      '新しいライセンスキーを発行',
    );
    await press(client, license, 'approve');
    expect(await listText()).toContain('末尾4桁: wXyZ 2027/02/20 利用中');
  });

  test('the right to act ends with time', async () => {
    await reveal(client, own());
    now += 16 * 60_000;
    await press(client, own(), 'stop');
    expect(own().phase).toBe('active');
  });
});

describe('利用機能編集', () => {
  const functionsUrl = () => `${sites.urls.detail(own())}/functions`;
  const choose = () =>
    client.visit(functionsUrl(), {
      form: new URLSearchParams([
        ['function', 'rpay.order.getOrder'],
        ['function', 'made.up'],
      ]),
    });

  test('確認する alone keeps nothing; 登録する keeps what was chosen', async () => {
    await reveal(client, own());
    const before = [...sites.rms.app('店舗様').functions];
    expect(textOf((await choose()).document.body)).toContain('まだ登録は完了していません');
    expect(sites.rms.app('店舗様').functions).toEqual(before);
    const { document } = await client.visit(`${functionsUrl()}/register`, { form: {} });
    expect(textOf(document.querySelector('.done'))).toBe('利用機能を登録しました。');
    expect(sites.rms.app('店舗様').functions).toEqual(['rpay.order.getOrder']);
  });

  test('a vendor’s app has none', async () => {
    await reveal(client, goq());
    const { url } = await client.visit(`${sites.urls.detail(goq())}/functions`);
    expect(url).toBe(sites.urls.detail(goq()));
  });
});
