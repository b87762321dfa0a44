import type { Cause, TestResult, Verdict } from '../../../utils/model/key-test.ts';
import type { KeyFacts } from '../../../utils/model/companion.ts';
import { DAY, MINUTE, type Instant } from '../../../utils/model/time.ts';

/** 2026-11-22 12:00 JST. */
export const NOW: Instant = Date.parse('2026-11-22T03:00:00Z');

export interface Reply {
  status: number;
  body: string;
  type?: string;
  location?: string;
}

const json = (status: number, body: unknown): Reply => ({ status, body: JSON.stringify(body) });

// rms.md §6, "Answers", in the shapes written there.
export const REPLY = {
  expiry: (date: string) => json(200, { expiryDate: `${date}T23:59:59` }),
  orders: json(200, {
    MessageModelList: [
      { messageType: 'INFO', messageCode: 'ORDER_EXT_API_SEARCH_ORDER_INFO_101', message: '成功' },
    ],
    orderNumberList: ['123456-20261122-0000000001'],
  }),
  noOrders: json(200, {
    MessageModelList: [
      { messageType: 'INFO', messageCode: 'ORDER_EXT_API_SEARCH_ORDER_INFO_102', message: 'なし' },
    ],
  }),
  orderError: json(400, {
    MessageModelList: [
      { messageType: 'ERROR', messageCode: 'ORDER_EXT_API_GET_ORDER_ERROR_009', message: '形式' },
    ],
  }),
  ge0014: json(404, { errors: [{ code: 'GE0014', message: 'Not Found' }] }),
  shop: (digits: string) => ({
    status: 200,
    body: `<result><shopMaster><shopId>${digits}</shopId><url>shop-a</url></shopMaster></result>`,
    type: 'text/xml',
  }),
  ie: json(400, { errors: [{ code: 'IE0002', message: 'dummy' }] }),
  ga0001: json(401, { errors: [{ code: 'GA0001', message: 'Un-Authorised' }] }),
  es0101: json(401, { Results: { errorCode: 'ES01-01', message: 'Un-Authorised' } }),
  es0101At200: json(200, { Results: { errorCode: 'ES01-01', message: 'Un-Authorised' } }),
  es0401: json(400, { Results: { errorCode: 'ES04-01', message: 'Bad Request' } }),
  gk0001: json(400, { errors: [{ code: 'GK0001', message: 'Bad Request' }] }),
  dr0005: json(400, { errors: [{ code: 'DR0005', message: 'Bad Request' }] }),
  wrongMethod: json(405, {}),
  tooFast: json(429, {}),
  down: { status: 500, body: '503 Temporary Unavailable', type: 'text/plain' },
  downJson: json(503, { errors: [{ code: 'GA0001', message: 'Un-Authorised' }] }),
  login: { status: 200, body: '<!DOCTYPE html><html><body>ログイン</body></html>' },
  maintenance: {
    status: 200,
    body: '<html><body>ただいまシステムメンテナンス中です</body></html>',
  },
  empty: { status: 200, body: '' },
  garbage: { status: 200, body: '\u0000\u0001<<<{{{' },
  halfJson: { status: 200, body: '{"expiryDate":"2026-12-' },
  proxy401: { status: 401, body: '<html>Proxy authentication</html>' },
} satisfies Record<string, Reply | ((text: string) => Reply)>;

/** What the stand-in does when asked: answers, says nothing until it is given up, or breaks off. */
export type Act = Reply | 'silent' | 'reset' | 'cut';

export interface KeyTestCase {
  name: string;
  expiry: Act;
  /** By function; `rpay.order.searchOrder` is asked where nothing is required. */
  functions: Record<string, Act>;
  facts?: Partial<KeyFacts>;
  verdict: Verdict;
  causes?: Cause[];
  missing?: string[];
  why?: TestResult['why'];
  expiresOn?: string;
}

const ORDER = 'rpay.order.searchOrder';
const GET = 'rpay.order.getOrder';
const SHOP = 'shop.shopMaster.get';
const both = (act: Act) => ({ expiry: act, functions: { [ORDER]: act } });
const issued = (minutes: number): Partial<KeyFacts> => ({
  issuedAt: NOW - minutes * MINUTE,
  expiresOn: '2027-02-20',
});

/** The one table: the tester in the worker and the companion must give the same verdict for each. */
export const CASES: KeyTestCase[] = [
  {
    name: 'all is well',
    expiry: REPLY.expiry('2026-12-31'),
    functions: { [ORDER]: REPLY.orders },
    verdict: 'valid',
    expiresOn: '2026-12-31',
  },
  {
    name: 'no order in that minute is as good as one',
    expiry: REPLY.expiry('2026-12-31'),
    functions: { [ORDER]: REPLY.noOrders },
    verdict: 'valid',
    expiresOn: '2026-12-31',
  },
  {
    name: 'the expiry function is not selected, and no tool needs it',
    expiry: REPLY.es0401,
    functions: { [ORDER]: REPLY.noOrders },
    verdict: 'valid',
  },
  {
    name: 'a domain error proves the permission',
    expiry: REPLY.expiry('2026-12-31'),
    functions: { [GET]: REPLY.orderError },
    facts: { requiredFunctions: [GET] },
    verdict: 'valid',
    expiresOn: '2026-12-31',
  },
  {
    name: 'works although the page said that the date had passed',
    expiry: REPLY.expiry('2027-01-31'),
    functions: { [ORDER]: REPLY.orders },
    facts: { expiresOn: '2026-11-20' },
    verdict: 'valid',
    expiresOn: '2027-01-31',
  },
  {
    name: 'no function is required, orders are not selected, the key is alive',
    expiry: REPLY.expiry('2026-12-31'),
    functions: { [ORDER]: REPLY.es0401 },
    verdict: 'valid',
    expiresOn: '2026-12-31',
  },
  {
    name: 'one function refused',
    expiry: REPLY.expiry('2026-12-31'),
    functions: { [ORDER]: REPLY.orders, [GET]: REPLY.es0101 },
    facts: { requiredFunctions: [ORDER, GET] },
    verdict: 'functionNotSelected',
    missing: [GET],
    expiresOn: '2026-12-31',
  },
  {
    name: 'the only required function refused, the expiry told',
    expiry: REPLY.expiry('2026-12-31'),
    functions: { [GET]: REPLY.es0401 },
    facts: { requiredFunctions: [GET, 'item.update'] },
    verdict: 'functionNotSelected',
    missing: [GET],
    expiresOn: '2026-12-31',
  },
  {
    name: 'a tool that needs the expiry function, which is not selected',
    expiry: REPLY.es0401,
    functions: { [ORDER]: REPLY.orders },
    facts: { requiredFunctions: ['license.expiryDate.get', ORDER] },
    verdict: 'functionNotSelected',
    missing: ['license.expiryDate.get'],
  },
  {
    name: 'refused, and the page says that the date has passed',
    ...both(REPLY.ga0001),
    facts: { expiresOn: '2026-11-21' },
    verdict: 'expired',
  },
  {
    name: 'refused on its last day: the day is not over',
    ...both(REPLY.ga0001),
    facts: { expiresOn: '2026-11-22' },
    verdict: 'refused',
    causes: ['wrongKey', 'functionNotSelected'],
  },
  {
    name: 'the API itself gives a past date',
    expiry: REPLY.expiry('2026-11-21'),
    functions: { [ORDER]: REPLY.ga0001 },
    verdict: 'expired',
    expiresOn: '2026-11-21',
  },
  {
    name: 'refused and nothing is known',
    ...both(REPLY.es0101),
    verdict: 'refused',
    causes: ['notYetActive', 'wrongKey', 'functionNotSelected', 'expired'],
  },
  {
    name: 'refused ninety minutes after the first test',
    ...both(REPLY.es0101),
    facts: { firstTestAt: NOW - 90 * MINUTE },
    verdict: 'refused',
    causes: ['wrongKey', 'functionNotSelected', 'expired'],
  },
  {
    name: 'refused with an ES code at status 200',
    ...both(REPLY.es0101At200),
    facts: { issuedAt: NOW - 30 * DAY },
    verdict: 'refused',
    causes: ['wrongKey', 'functionNotSelected', 'expired'],
  },
  {
    name: 'malformed credentials',
    ...both(REPLY.gk0001),
    verdict: 'refused',
    causes: ['wrongKey', 'notYetActive', 'functionNotSelected', 'expired'],
  },
  {
    name: 'refused, far from expiry',
    ...both(REPLY.ga0001),
    facts: { expiresOn: '2026-12-20' },
    verdict: 'refused',
    causes: ['wrongKey', 'functionNotSelected'],
  },
  {
    name: 'refused 89 minutes after issue',
    ...both(REPLY.ga0001),
    facts: issued(89),
    verdict: 'notYetActive',
  },
  {
    name: 'refused 90 minutes after issue',
    ...both(REPLY.ga0001),
    facts: issued(90),
    verdict: 'refused',
    causes: ['wrongKey', 'functionNotSelected'],
  },
  {
    name: 'just issued, and RMS says 停止中',
    ...both(REPLY.es0101),
    facts: { ...issued(5), state: 'stopped' },
    verdict: 'refused',
    causes: ['stopped', 'wrongKey', 'functionNotSelected'],
  },
  {
    name: 'awaiting approval',
    ...both(REPLY.es0101),
    facts: { ...issued(200), state: 'awaitingApproval' },
    verdict: 'refused',
    causes: ['awaitingApproval', 'wrongKey', 'functionNotSelected'],
  },
  {
    name: '利用中 更新あり',
    ...both(REPLY.es0101),
    facts: { expiresOn: '2026-12-20', state: 'updateAvailable' },
    verdict: 'refused',
    causes: ['updateAvailable', 'wrongKey', 'functionNotSelected'],
  },
  {
    name: 'RMS says 有効期限切れ and shows no date: no date, no "expired"',
    ...both(REPLY.es0101),
    facts: { issuedAt: NOW - 95 * DAY, state: 'expired' },
    verdict: 'refused',
    causes: ['expired', 'wrongKey', 'functionNotSelected'],
  },
  {
    name: 'one refused, one unclear: neither the key nor the function',
    expiry: REPLY.es0101,
    functions: { [ORDER]: REPLY.es0101, [GET]: REPLY.login },
    facts: { requiredFunctions: [ORDER, GET], expiresOn: '2026-11-01' },
    verdict: 'undetermined',
    why: 'unclearAnswer',
  },
  { name: 'outage', ...both(REPLY.down), verdict: 'serviceDown' },
  {
    name: 'outage after the date has passed is no "expired"',
    ...both(REPLY.downJson),
    facts: { expiresOn: '2026-11-01' },
    verdict: 'serviceDown',
  },
  { name: 'maintenance page', ...both(REPLY.maintenance), verdict: 'serviceDown' },
  { name: 'silence', ...both('silent'), verdict: 'serviceDown' },
  { name: 'connection reset', ...both('reset'), verdict: 'serviceDown' },
  { name: 'connection cut within the body', ...both('cut'), verdict: 'serviceDown' },
  {
    name: 'refused, then an outage',
    expiry: REPLY.ga0001,
    functions: { [ORDER]: REPLY.down },
    facts: { expiresOn: '2026-11-01' },
    verdict: 'serviceDown',
  },
  {
    name: 'the expiry service alone is down',
    expiry: REPLY.down,
    functions: { [ORDER]: REPLY.orders },
    facts: { requiredFunctions: [ORDER] },
    verdict: 'valid',
  },
  { name: 'a page at status 200', ...both(REPLY.login), verdict: 'undetermined' },
  { name: 'an empty answer', ...both(REPLY.empty), verdict: 'undetermined' },
  { name: 'garbage', ...both(REPLY.garbage), verdict: 'undetermined' },
  { name: 'half a body', ...both(REPLY.halfJson), verdict: 'undetermined' },
  { name: "a proxy's 401", ...both(REPLY.proxy401), verdict: 'undetermined' },
  { name: 'too fast, all the time', ...both(REPLY.tooFast), verdict: 'undetermined' },
  { name: 'our own mistake', ...both(REPLY.dr0005), verdict: 'undetermined' },
  {
    name: 'a vendor app: nothing is sent',
    ...both('reset'),
    facts: { owner: 'vendor' },
    verdict: 'undetermined',
    why: 'vendorKey',
  },
  {
    name: 'the key itself says whose it is, and it is ours',
    ...both(REPLY.orders),
    expiry: REPLY.expiry('2026-12-31'),
    facts: { shopDigits: '123456' },
    verdict: 'valid',
    expiresOn: '2026-12-31',
  },
  {
    name: "another shop's key, as it says itself and RMS confirms",
    expiry: 'reset',
    functions: { [SHOP]: REPLY.shop('123456') },
    facts: { shopDigits: '654321' },
    verdict: 'undetermined',
    why: 'otherShop',
  },
  {
    name: "another shop's key, as it says itself and RMS does not tell",
    expiry: 'reset',
    functions: { [SHOP]: REPLY.ga0001 },
    facts: { shopDigits: '654321' },
    verdict: 'undetermined',
    why: 'otherShop',
  },
  {
    name: 'a key that says another shop, but RMS says ours',
    expiry: REPLY.expiry('2026-12-31'),
    functions: { [SHOP]: REPLY.shop('654321'), [ORDER]: REPLY.orders },
    facts: { shopDigits: '654321' },
    verdict: 'valid',
    expiresOn: '2026-12-31',
  },
];

export const factsOf = (facts: Partial<KeyFacts> = {}): KeyFacts => ({
  owner: 'shop',
  app: null,
  shopDigits: null,
  expiresOn: null,
  state: null,
  issuedAt: null,
  firstTestAt: null,
  requiredFunctions: [],
  ...facts,
});
