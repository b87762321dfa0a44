// Every way of saying something that the reader knows, with what it takes it for: fixture `phrases`.
import { expect, test } from 'vitest';
import { atJst } from '../../../utils/calendar/jst.ts';
import { FUNCTION_WORDS } from '../../../utils/rms/function-words.ts';
import { labelOf, squeeze } from '../../../utils/rms/text.ts';
import { dateOf } from '../../../utils/rms/values/date.ts';
import { last4Of } from '../../../utils/rms/values/last4.ts';
import { stateOf } from '../../../utils/rms/values/state.ts';
import { headingKindOf, wordOf } from '../../../utils/rms/words.ts';
import { fixture, OTHER_URL, pageOf } from './page.ts';
import { H, head, KOU, LINK, OK, page, read, row, rowsOf } from './small-page.ts';

type Check = (phrase: string, el: Element) => unknown;

const TABLE = `<table>${head()}${row()}</table>`;
const list = (more: string, table = TABLE): string => page(`${table}${more}`);
const pageClass = (html: string): string => read(html, OTHER_URL).pageClass;
const coverage = (html: string): string => read(html).licenseCoverage;
const shopOf = (html: string): unknown => read(list('', html + TABLE).replace(LINK, '')).shop;
const isNothing = (html: string): boolean =>
  read(html).licenses.length + read(html).problems.length === 0;
const role =
  (name: string): Check =>
  (phrase) =>
    wordOf(phrase)?.role === name;
const saidBy =
  (name: keyof typeof FUNCTION_WORDS, form = labelOf): Check =>
  (phrase) =>
    FUNCTION_WORDS[name].test(form(phrase));
const outages = (phrase: string): unknown =>
  read(`<h1>障害情報</h1><p>2026/01/10 10:00 WEB API ${phrase}</p>`, OTHER_URL).outages;
const lastFourSaid = (phrase: string): unknown =>
  read(list(`<p>${phrase}</p>`)).problems.map(({ last4 }) => last4)[0];
const select = (phrase: string): string =>
  `<select><option>利用中</option><option selected>${phrase}</option></select>`;
const cards = (who: string): string =>
  ['AAAA', 'BBBB']
    .map(
      (last4) =>
        `<div><h3>甲</h3><p>${who}</p><ul>${[2, 3, 4].map((i) => `<li><b>${H[i]}: </b><span>${i === 2 ? `****${last4}` : KOU[i]}</span></li>`).join('')}</ul></div>`,
    )
    .join('');

const CHECKS: Record<string, Check> = {
  loggedOut: (phrase) => pageClass(`<p>${phrase}</p>`) === 'loggedOut',
  loginTitle: (phrase) =>
    pageClass(`<title>${phrase}</title><form><input type="password"></form>`) === 'loggedOut',
  noPermission: (phrase) => pageClass(`<p>${phrase}</p>`) === 'noPermission',
  maintenance: (phrase) => pageClass(`<p>${phrase}</p>`) === 'maintenance',
  robotCheck: (phrase) =>
    pageClass(`<h3>セキュリティチェック</h3><p>${phrase}</p><p>ライセンス</p>`) === 'robotCheck',
  newsTitle: (phrase) => isNothing(`<title>${phrase}</title>${TABLE}`),
  newsOfMaintenance: (phrase) =>
    pageClass(`<title>${phrase}</title><p>サービスを停止しています。</p>`) === 'none',
  emptyNote: (phrase) =>
    read(page(`<table>${head()}<tr><td colspan="5">${phrase}</td></tr></table>`)).pageClass ===
    'keys',
  loading: (phrase) =>
    coverage(page(`<table>${head()}${row()}<tr><td colspan="5">${phrase}</td></tr></table>`)) ===
    'partial',
  otherPage: (phrase) => coverage(list(`<p><a href="?p">${phrase}</a></p>`)) === 'partial',
  allChosen: (phrase) => coverage(page(select(phrase) + TABLE)) === 'complete',
  noDate: (phrase) => dateOf(phrase).kind === 'none',
  date: (phrase) => JSON.stringify(dateOf(phrase)).includes('2026-05-26'),
  firstYear: (phrase) => JSON.stringify(dateOf(phrase)).includes('2019-05-26'),
  noKey: (phrase) => last4Of(phrase).kind === 'none',
  lastFour: (phrase) => JSON.stringify(last4Of(phrase)).includes('"A9FR"'),
  active: (phrase) => stateOf(phrase) === 'active',
  pageHeading: (phrase) => headingKindOf(phrase) !== null,
  sorted: role('expires'),
  anotherKey: (phrase) => wordOf(phrase) === null,
  helpTitle: (phrase) => isNothing(page(`<h3>${phrase}</h3>${TABLE}`)),
  pastTitle: (phrase) => isNothing(page(`<h3>${phrase}</h3>${TABLE}`)),
  helpName: (_, el) => isNothing(page(`<div class="${el.className}">${TABLE}</div>`)),
  helpColumn: (phrase) =>
    isNothing(page(`<table>${head('th', [...H, phrase])}${row([...KOU, ''])}</table>`)),
  asAbove: (phrase) =>
    rowsOf(page(`<table>${head()}${row([phrase, ...KOU.slice(1)])}</table>`))[0] ===
    'badRow アプリ名 甲',
  keySaid: (phrase) => lastFourSaid(phrase) === 'BBBB',
  noKeyOfNow: (phrase) => lastFourSaid(phrase) === undefined,
  stateSaid: (phrase) => read(page(`<div>乙の${phrase}</div>`)).pageClass === 'unreadable',
  company: (phrase) => rowsOf(page(cards(phrase)))[0]?.startsWith(`${phrase} | 甲 | AAAA`),
  shopLink: (phrase) => read(list('').replace('店舗を見る', phrase)).shop.name === null,
  placeOfTheMall: (phrase) => read(list('').replace('hanaya', phrase)).shop.slug === null,
  shopDigits: (phrase) => JSON.stringify(shopOf(`<p>${phrase}</p>`)).includes('"401234"'),
  shopName: (phrase) => JSON.stringify(shopOf(`<p>${phrase}</p>`)).includes('"花屋"'),
  shopUrl: (phrase) => JSON.stringify(shopOf(`<p>${phrase}</p>`)).includes('"hanaya"'),
  issued: (phrase) => read(`${fixture('detail-revealed')}<p>${phrase}</p>`, OTHER_URL).issuedNow,
  'functions.column': saidBy('column'),
  'functions.about': saidBy('about'),
  'functions.apis': saidBy('apis', squeeze),
  'functions.functions': saidBy('functions'),
  'functions.added': saidBy('added'),
  'functions.mark': saidBy('mark', squeeze),
  'functions.used': saidBy('used', squeeze),
  'functions.unused': saidBy('unused', squeeze),
  'functions.confirm': saidBy('confirm'),
  'functions.register': saidBy('register'),
  'functions.done': saidBy('done', squeeze),
  'functions.update': saidBy('update'),
  'functions.approve': saidBy('approve'),
  outageGoesOn: (phrase) =>
    JSON.stringify(outages(phrase)) ===
    JSON.stringify([
      {
        title: `2026/01/10 10:00 WEB API ${phrase}`,
        from: atJst('2026-01-10', 10, 0),
        to: null,
      },
    ]),
  outageIsOver: (phrase) => outages(`${phrase}。現在も監視中`) === undefined,
};
for (const name of [
  'secret',
  'key',
  'expires',
  'started',
  'service',
  'who',
  'what',
  'state',
  'action',
  'group',
])
  CHECKS[name] = role(name);

const groups = [...pageOf(fixture('phrases')).querySelectorAll('section')];

test.each(groups.map((el) => [el.getAttribute('data-means') ?? '', el] as const))(
  '%s',
  (means, el) => {
    const check = CHECKS[means];
    const phrases = [...el.children];
    expect(phrases.length).toBeGreaterThan(0);
    const wrong = phrases.filter((one) => check?.(one.textContent ?? '', one) !== true);
    expect(wrong.map((one) => one.textContent)).toEqual([]);
  },
);

test('the pages around the phrases are read without them', () => {
  expect(rowsOf(page(TABLE))).toEqual(OK);
  expect(read(page(TABLE)).licenseCoverage).toBe('complete');
});
