import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { HOSTS } from '../../sites/hosts.ts';
import { startSites, type Sites } from '../../sites/start.ts';
import { makeClient, textOf, type Client } from './client.ts';

let now = 0;
let sites: Sites;
let client: Client;

beforeEach(async () => {
  now = Date.parse('2026-11-22T22:00:00+09:00');
  sites = await startSites({ clock: () => now });
  client = makeClient(sites.port);
});
afterEach(() => sites.close());

const logIn = (login_id: string, passwd: string) =>
  client.visit(sites.urls.login, { form: { login_id, passwd, back: sites.urls.appList } });
const h1 = async () =>
  textOf((await client.visit(sites.urls.appList)).document.querySelector('h1'));

describe('login', () => {
  test('RMS logs everybody out at 5 a.m. in Japan, and leads to glogin', async () => {
    expect(await h1()).toBe('アプリ一覧');
    now = Date.parse('2026-11-23T04:59:59+09:00');
    expect(await h1()).toBe('アプリ一覧');
    now += 1000;
    const { url, body } = await client.visit(sites.urls.mainMenu);
    expect(new URL(url).host).toBe(HOSTS.login);
    expect(body).not.toMatch(/A9FR|akanedo/);
    expect((await logIn('akanedo', 'demo')).url).toBe(sites.urls.appList);
    expect(await h1()).toBe('アプリ一覧');
  });

  test('or the page itself answers the login form', async () => {
    sites.rms.options({ loginInPlace: true });
    sites.rms.logout();
    const { url, document } = await client.visit(sites.urls.appList);
    expect(url).toBe(sites.urls.appList);
    expect(textOf(document.querySelector('h1'))).toContain('R-Login');
  });

  test('a wrong password stays outside', async () => {
    sites.rms.logout();
    const { document } = await logIn('akanedo', 'wrong');
    expect(textOf(document.querySelector('.error'))).toContain('正しくありません');
    expect(await h1()).toContain('R-Login');
  });

  test('logging in elsewhere shows the other shop, and only its keys', async () => {
    const own = sites.rms.license('A9FR').license;
    await client.visit(`https://${HOSTS.mainMenu}/logout`);
    expect(await h1()).toContain('R-Login');
    const { body } = await logIn('shiokaze', 'demo');
    expect(body).toContain('p3Wd');
    expect(body).not.toContain('A9FR');
    expect((await client.ask(sites.urls.detail(own))).status).toBe(404);
  });

  test('a test can switch the shop of every browser', async () => {
    await client.visit(sites.urls.appList);
    sites.rms.login('shiokaze-coffee');
    expect((await client.visit(sites.urls.appList)).body).toContain('p3Wd');
    await client.visit(`https://${HOSTS.mainMenu}/logout`);
    sites.rms.login('shiokaze-coffee');
    expect((await client.visit(sites.urls.appList)).body).toContain('p3Wd');
  });
});

describe('other answers of a page', () => {
  test('maintenance takes the place of every page', async () => {
    sites.rms.maintenance(true);
    const { status, document } = await client.visit(sites.urls.appList);
    expect([status, textOf(document.querySelector('h1'))]).toEqual([503, 'メンテナンス中']);
  });

  test('without the right to it, a page says so and shows no key', async () => {
    sites.rms.withholdPermission(true);
    const { body } = await client.visit(sites.urls.appList);
    expect(body).toContain('権限がありません');
    expect(body).not.toContain('A9FR');
    expect(textOf((await client.visit(sites.urls.mainMenu)).document.querySelector('h1'))).toBe(
      'RMSメインメニュー',
    );
  });

  test('the main menu and the portal hold no key', async () => {
    const bodies = [sites.urls.mainMenu, sites.urls.settings, sites.urls.portal].map(
      async (url) => (await client.visit(url)).body,
    );
    for (const body of await Promise.all(bodies)) {
      expect(body.length).toBeGreaterThan(3000);
      for (const secret of sites.rms.allSecrets()) expect(body).not.toContain(secret.slice(-4));
    }
  });
});
