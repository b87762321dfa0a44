import { expect, test } from 'vitest';
import { fixture, OTHER_URL, read } from './page.ts';

const readDetail = (name: string) => read(fixture(name), OTHER_URL);

test('before the robot check: no row, because the page does not name the app', () => {
  const reading = readDetail('robot-check');
  expect(reading).toMatchObject({
    page: 'appDetail',
    pageClass: 'robotCheck',
    licenses: [],
    problems: [],
  });
});

test('after it: the row, the key only as its last four, the offered update as a state', () => {
  const reading = readDetail('detail-revealed');
  expect(reading).toMatchObject({
    page: 'appDetail',
    pageClass: 'keys',
    licenseCoverage: 'partial',
    problems: [],
    issuedNow: false,
  });
  expect(reading.licenses).toMatchObject([
    {
      developer: '株式会社GoQSystem',
      app: 'GoQ System (ごくシステム)',
      last4: 'IANT',
      expiresOn: null,
      state: 'updateAvailable',
    },
  ]);
  expect(JSON.stringify(reading)).not.toContain('401234_');
  expect(JSON.stringify(reading)).not.toContain('EfGh');
});

test("the shop's own app, just issued: neither half of the credential is in the reading", () => {
  const reading = readDetail('own-app-revealed');
  expect(reading).toMatchObject({
    page: 'appDetail',
    pageClass: 'keys',
    issuedNow: true,
    problems: [],
  });
  expect(reading.licenses).toMatchObject([
    {
      developer: '店舗様',
      owner: 'shop',
      app: '自店舗の連携',
      last4: 'A9FR',
      expiresOn: '2025-05-26',
      state: 'active',
    },
  ]);
  for (const part of ['Zz9Yy8', 'a1b2c3', 'OurOwn', 'HelpHelp']) {
    expect(JSON.stringify(reading)).not.toContain(part);
  }
});

test('two keys of one app side by side', () => {
  const rows = readDetail('detail-two-keys').licenses.map(({ app, last4, expiresOn }) => [
    app,
    last4,
    expiresOn,
  ]);
  expect(rows).toEqual([
    ['ネクストエンジン', '7kQz', '2025-06-01'],
    ['ネクストエンジン', 'Pq12', '2025-08-20'],
  ]);
});

test("the page 2-1 WEB API: the shop's own pair, which goes by the page's name", () => {
  const reading = readDetail('web-api');
  expect(reading).toMatchObject({ pageClass: 'keys', licenseCoverage: 'partial', problems: [] });
  expect(reading.licenses).toMatchObject([
    {
      developer: '店舗様',
      app: 'WEB API',
      owner: 'shop',
      last4: 'A9FR',
      expiresOn: '2026-05-26',
      state: 'active',
    },
  ]);
  expect(JSON.stringify(reading)).not.toContain('Zz9Yy8Xx');
});

test('the same under another title: whose key it is was not understood', () => {
  const html = fixture('web-api').replaceAll('WEB API', '利用設定');
  const { licenses, problems } = read(html, OTHER_URL);
  expect(licenses).toEqual([]);
  expect(problems).toMatchObject([{ code: 'badRow', where: 'アプリ名', last4: 'A9FR' }]);
});
