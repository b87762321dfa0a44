import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { HOSTS } from '../../sites/hosts.ts';
import { startSites, type Sites } from '../../sites/start.ts';
import { makeClient, textOf, type Client } from './client.ts';

let sites: Sites;
let client: Client;

beforeEach(async () => {
  sites = await startSites();
  client = makeClient(sites.port);
});
afterEach(() => sites.close());

describe('ネクストエンジン', () => {
  test('names the shop, shows what it holds, and remembers what is saved for that shop only', async () => {
    const { document } = await client.visit(sites.urls.nextEngine('2'));
    expect(textOf(document.body)).toContain('港の珈琲豆 しおかぜ');
    const field = document.querySelector<HTMLInputElement>('[name="license_key"]');
    expect(field?.value).toMatch(/Xe0u$/);
    const form = { shop_url: 'shiokaze-coffee', license_key: '308215new', use: '受注' };
    const after = await client.visit(sites.urls.nextEngine('2'), { form });
    expect(textOf(after.document.querySelector('.done'))).toBe('設定を保存しました。');
    expect(sites.tools.nextEngine.saved('2').licenseKey).toBe('308215new');
    expect(sites.tools.nextEngine.saved('akanedo').licenseKey).toMatch(/7kQz$/);
    expect([sites.tools.nextEngine.saves('2'), sites.tools.nextEngine.saves('1')]).toEqual([1, 0]);
  });

  test('takes many shops, with names that are only text', async () => {
    const { id } = sites.tools.nextEngine.addShop({ name: '<b>店</b>', slug: 'third' });
    expect((await client.ask(sites.urls.nextEngine(id))).body).toContain('&lt;b&gt;店&lt;/b&gt;');
  });
});

describe('GoQSystem', () => {
  test('serves the real framework and saves every field by its name', async () => {
    const { body } = await client.ask(sites.urls.goqSystem());
    expect(body).toContain('"preact":"/assets/preact.mjs"');
    const preact = await client.ask(new URL('/assets/preact.mjs', sites.urls.goqSystem()).href);
    expect([preact.status, preact.body.length > 5000]).toEqual([200, true]);
    const values = { ...sites.tools.goqSystem.saved(), squareKey: 'new-key' };
    const save = `https://${HOSTS.goqSystem}/goq21/settings/mall/rakuten/save?shop=1`;
    await client.ask(save, {
      body: JSON.stringify(values),
      headers: { 'content-type': 'application/json' },
    });
    expect(sites.tools.goqSystem.saved()).toEqual(values);
  });
});

describe('ECステーション', () => {
  const test1 = async (changes: Record<string, string> = {}) => {
    const form = { ...sites.tools.ecStation.saved(), ...changes };
    const { body } = await client.ask(`https://${HOSTS.ecStation}/shop/rakuten/auth-test`, {
      form,
    });
    return JSON.parse(body) as { ok: boolean; message: string };
  };

  test('認証テスト asks the API with what was entered', async () => {
    expect(await test1()).toEqual({ ok: true, message: '認証テストに成功しました。' });
    const asked = sites.requests.find(({ host }) => host === HOSTS.api);
    const { serviceSecret, licenseKey } = sites.tools.ecStation.saved();
    expect(Buffer.from(asked?.headers['authorization']?.slice(4) ?? '', 'base64').toString()).toBe(
      `${serviceSecret}:${licenseKey}`,
    );
  });

  test('認証テスト tells in words how it went', async () => {
    sites.api.rateLimit(false);
    expect((await test1({ licenseKey: 'SL217640_0000000000000000' })).message).toContain(
      '認証エラー',
    );
    const { functions } = sites.rms.app('店舗様');
    functions.splice(functions.indexOf('rpay.order.getOrder'), 1);
    expect((await test1()).message).toContain('利用機能');
    sites.api.outage(true);
    expect((await test1()).message).toContain('接続できませんでした');
    sites.api.trouble('halfBody');
    expect((await test1()).ok).toBe(false);
  });

  test('保存 refuses a key of the wrong length and keeps what it had', async () => {
    const before = sites.tools.ecStation.saved();
    const form = { ...before, licenseKey: `${before.licenseKey} ` };
    const url = sites.urls.ecStation();
    const { status, document } = await client.visit(url, { form });
    expect([status, textOf(document.querySelector('.error'))]).toEqual([
      422,
      'licenseKeyの形式が正しくありません。(SLから始まる25文字)',
    ]);
    expect(sites.tools.ecStation.saved()).toEqual(before);
    const good = await client.visit(url, { form: { ...before, expiresOn: '2027-02-20' } });
    expect(textOf(good.document.querySelector('.done'))).toBe('保存しました。');
    expect(sites.tools.ecStation.saved()).toEqual({ ...before, expiresOn: '2027/02/20' });
  });
});
