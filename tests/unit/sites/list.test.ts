import { JSDOM } from 'jsdom';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ListModel } from '../../sites/rms/list-model.ts';
import { startSites, type Sites } from '../../sites/start.ts';
import { gridOf, makeClient, textOf, type Client } from './client.ts';

const NOW = Date.parse('2026-11-22T10:00:00+09:00');
let sites: Sites;
let client: Client;

beforeEach(async () => {
  sites = await startSites({ clock: () => NOW });
  client = makeClient(sites.port);
});
afterEach(() => sites.close());

const rowsOfData = async (query = ''): Promise<ListModel> => {
  const { body } = await client.ask(new URL(`data/apps${query}`, sites.urls.appList).href);
  return JSON.parse(body) as ListModel;
};

describe('アプリ一覧', () => {
  test('markup A shows the rows and headings of seed 002, two header rows deep', async () => {
    const { document } = await client.visit(sites.urls.appList);
    expect(gridOf(document.querySelector('#app-table'))).toEqual([
      ['アプリ登録者(システム開発企業)', 'アプリ名', 'ライセンス情報', '詳細'],
      ['ライセンスキー', '有効期限', '状態'],
      ['店舗様', '(アプリ名を登録してください)', '末尾4桁: A9FR', '2026/12/04', '利用中', '詳細'],
      [
        '株式会社GoQSystem',
        'GoQ System (ごくシステム)',
        '末尾4桁: IANT',
        '-',
        '利用中 更新あり',
        '詳細',
      ],
      ['NE株式会社', 'ネクストエンジン', '末尾4桁: 7kQz', '2027/01/25', '利用中', '詳細'],
    ]);
    expect(gridOf(document.querySelector('#event-table'))).toEqual([
      ['会社名', 'サービス名', '利用開始日', '状態', '詳細'],
      ['株式会社GoQSystem', '受注情報通知', '2014/10/06 09:00:00', '利用中', '詳細'],
      [
        '株式会社GoQSystem',
        '問い合わせユーザアクション通知',
        '2024/04/04 11:00:00',
        '利用中',
        '詳細',
      ],
    ]);
    expect(textOf(document.querySelector('.side-menu'))).toContain('3-4 障害情報(試験運用中)');
  });

  test('markup B comes without rows, which its script fetches', async () => {
    sites.rms.setMarkup('b');
    const { document } = await client.visit(sites.urls.appList);
    expect(document.body.innerHTML).not.toContain('A9FR');
    expect(document.querySelector('script[src="/assets/late-list.js"]')).not.toBeNull();
    const model = await rowsOfData();
    expect(model.rows.map((row) => row.last4)).toEqual([
      '末尾4桁: A9FR',
      '末尾4桁: IANT',
      '末尾4桁: 7kQz',
    ]);
  });

  test('markup C stands in a frame of the same host, in another order, with full-width figures', async () => {
    sites.rms.setMarkup('c');
    const { document, url } = await client.visit(sites.urls.appList);
    expect(document.querySelector('table')).toBeNull();
    const frame = document.querySelector('iframe')?.src ?? '';
    expect(new URL(frame).host).toBe(new URL(url).host);
    const inside = (await client.visit(frame)).document;
    expect(gridOf(inside.querySelector('table'))[2]).toEqual([
      'GoQ System (ごくシステム)',
      '利用中● 更新あり',
      '-',
      '末尾4桁:IANT',
      '１８件',
      '株式会社GoQSystem',
      '詳細',
    ]);
    expect(textOf(inside.querySelector('tr:nth-child(2) td:nth-child(3)'))).toBe(
      '２０２６／１２／０４',
    );
  });

  test('the search box filters by developer, app, key, date and state', async () => {
    const found = async (q: string) =>
      (await rowsOfData(`?${new URLSearchParams({ q }).toString()}`)).rows.map((row) => row.app);
    expect(await found('GoQ')).toEqual(['GoQ System (ごくシステム)']);
    expect(await found('7kQz')).toEqual(['ネクストエンジン']);
    expect(await found('更新あり')).toEqual(['GoQ System (ごくシステム)']);
    expect(await found('2026/12')).toEqual(['(アプリ名を登録してください)']);
    expect(await found('ないもの')).toEqual([]);
    const events = await rowsOfData('?eq=%E5%8F%97%E6%B3%A8');
    expect(events.events.map((event) => event.service)).toEqual(['受注情報通知']);
  });

  test('a long list can be cut into pages', async () => {
    sites.rms.fill(45);
    sites.rms.options({ pageSize: 20 });
    const { document } = await client.visit(`${sites.urls.appList}?page=3`);
    expect(document.querySelectorAll('#app-table tr.data')).toHaveLength(5);
    expect(textOf(document.querySelector('.pager'))).toContain('前へ 1 2 3');
  });

  test('every state can be had', async () => {
    for (const state of ['awaitingApproval', 'expired', 'stopped', 'updateAvailable'] as const) {
      sites.rms.addLicense({ app: state, state });
    }
    sites.rms.addLicense({
      app: 'planted',
      shows: { state: '審査中', expiry: '無期限', last4: '' },
    });
    const { rows } = await rowsOfData();
    expect(rows.slice(3).map(({ state, expiry }) => [state, expiry])).toEqual([
      ['承認待ち', '-'],
      ['有効期限切れ', '2026/11/19'],
      ['停止中', '2027/01/06'],
      ['利用中 更新あり', '2027/01/06'],
      ['審査中', '無期限'],
    ]);
  });

  test('a key turns 有効期限切れ after the last second of its day', async () => {
    let now = Date.parse('2026-12-04T23:59:58+09:00');
    const clock = () => now;
    const later = await startSites({ clock });
    try {
      later.rms.license('A9FR').license.expiresAt = Date.parse('2026-12-04T23:59:59+09:00');
      const stateNow = async () =>
        (await makeClient(later.port).visit(later.urls.appList)).document.querySelector(
          'tr.data td:nth-child(5)',
        );
      expect(textOf(await stateNow())).toBe('利用中');
      now += 1000;
      expect(textOf(await stateNow())).toBe('有効期限切れ');
    } finally {
      await later.close();
    }
  });

  test.each(['a', 'b', 'c'] as const)('planted markup is text in markup %s', async (markup) => {
    const evil = '<img src=x onerror=alert(1)></script><b>"\'&';
    sites.rms.addLicense({ app: evil, developer: evil, shows: { state: evil } });
    sites.rms.shop().state.name = evil;
    sites.rms.setMarkup(markup);
    const address = markup === 'c' ? new URL('frame', sites.urls.appList).href : sites.urls.appList;
    const { body } = await client.ask(address);
    expect(body).not.toContain('<img src=x');
    const { license } = sites.rms.license(evil);
    const detail = await client.visit(sites.urls.detail(license));
    expect(detail.body).not.toContain('<img src=x');
    expect(new JSDOM(detail.body).window.document.querySelector('[onerror]')).toBeNull();
  });

  test('broken, it keeps its headings and words and shows no row', async () => {
    sites.rms.breakTable();
    const { document } = await client.visit(sites.urls.appList);
    expect(textOf(document.body)).toContain('WEB APIアクセス許可設定');
    expect(textOf(document.body)).toContain('有効期限');
    expect(document.body.innerHTML).not.toMatch(/A9FR|IANT/);
  });
});

describe('whose page it is', () => {
  test('stands in the header link and in the analytics parameters', async () => {
    const { document } = await client.visit(sites.urls.appList);
    expect(document.querySelector<HTMLAnchorElement>('#com_header_shop_url')?.href).toBe(
      'https://www.rakuten.co.jp/akanedo/',
    );
    expect(document.body.innerHTML).toContain('shopid=217640&amp;shopurl=akanedo');
  });

  test('can be withheld, source by source', async () => {
    sites.rms.identity({ analytics: false });
    expect((await client.ask(sites.urls.appList)).body).not.toContain('217640');
    sites.rms.identity({ headerLink: false });
    const { body } = await client.ask(sites.urls.appList);
    expect(body).not.toMatch(/akanedo|あかね堂|217640/);
  });
});
