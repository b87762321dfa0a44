import { describe, expect, test } from 'vitest';
import { classify } from '../../../utils/keytest/classify.ts';
import { expiryDateOf } from '../../../utils/keytest/expiry-date.ts';
import { EXPIRY_FUNCTION, functionsToAsk, PROBEABLE } from '../../../utils/keytest/probes.ts';
import { REPLY, type Reply } from './cases.ts';

const ORDER = 'rpay.order.searchOrder';
const whole = ({ status, body }: Reply) =>
  ({ kind: 'whole', status, text: body, retryAfterMs: null }) as const;
const outcome = (reply: Reply, name = ORDER) => {
  const { probe } = classify(name, whole(reply));
  return [probe.outcome, probe.status, probe.code];
};

describe('what an answer says (rms.md §6)', () => {
  test.each([
    ['orders', 'permitted', 200, 'ORDER_EXT_API_SEARCH_ORDER_INFO_101'],
    ['noOrders', 'permitted', 200, 'ORDER_EXT_API_SEARCH_ORDER_INFO_102'],
    ['orderError', 'permitted', 400, 'ORDER_EXT_API_GET_ORDER_ERROR_009'],
    ['ge0014', 'permitted', 404, 'GE0014'],
    ['ie', 'permitted', 400, 'IE0002'],
    ['ga0001', 'refused', 401, 'GA0001'],
    ['es0101', 'refused', 401, 'ES01-01'],
    ['es0101At200', 'refused', 200, 'ES01-01'],
    ['es0401', 'refused', 400, 'ES04-01'],
    ['gk0001', 'refused', 400, 'GK0001'],
    ['dr0005', 'unclear', 400, 'DR0005'],
    ['wrongMethod', 'unclear', 405, null],
    ['tooFast', 'tooFast', 429, null],
    ['down', 'serviceDown', 500, null],
    ['downJson', 'serviceDown', 503, 'GA0001'],
    ['login', 'unclear', 200, null],
    ['maintenance', 'serviceDown', 200, null],
    ['empty', 'unclear', 200, null],
    ['garbage', 'unclear', 200, null],
    ['halfJson', 'unclear', 200, null],
    ['proxy401', 'unclear', 401, null],
  ] as const)('%s → %s', (name, ...said) => {
    expect(outcome(REPLY[name])).toEqual(said);
  });

  test('XML answers', () => {
    const xml = (status: number, inner: string) =>
      outcome({ status, body: `<?xml version="1.0"?>\n<result>${inner}</result>\n` });
    expect(xml(200, '<status><systemStatus>OK</systemStatus></status>')[0]).toBe('permitted');
    expect(xml(401, '<errorCode>ES01-01</errorCode>')).toEqual(['refused', 401, 'ES01-01']);
    expect(outcome({ status: 200, body: '<?xml version="1.0"?><result><status>' })[0]).toBe(
      'unclear',
    );
    expect(outcome({ status: 200, body: '<?xml version="1.0"?><html>x</html>' })[0]).toBe(
      'unclear',
    );
  });

  test('a code of the gateway that nobody has seen proves nothing', () => {
    const body = JSON.stringify({ Results: { errorCode: 'ES09-07', message: '?' } });
    expect(outcome({ status: 200, body })).toEqual(['unclear', 200, 'ES09-07']);
  });

  test('a code in one odd body is not hidden by the rest of it', () => {
    const body = JSON.stringify({ errors: 'none', Results: { errorCode: 'ES01-01' } });
    expect(outcome({ status: 400, body })[0]).toBe('refused');
  });

  test('free text where a code should stand is not kept, a key least of all', () => {
    const codes = ['SL123456_AbCdEfGh12345678', 'licenseKey is wrong', 'SL12345678901234', 5, null];
    for (const code of codes) {
      const body = JSON.stringify({ errors: [{ code }] });
      expect(outcome({ status: 401, body })).toEqual(['refused', 401, null]);
    }
  });

  test('the expiry is told or it proves nothing', () => {
    const expiry = (body: unknown) =>
      classify(EXPIRY_FUNCTION, whole({ status: 200, body: JSON.stringify(body) }));
    expect(expiry({ expiryDate: '2026-11-28T23:59:59' })).toMatchObject({
      expiresOn: '2026-11-28',
      probe: { outcome: 'permitted' },
    });
    for (const bad of [{}, { expiryDate: null }, { expiryDate: '2026-02-30T00:00:00' }, []]) {
      expect(expiry(bad)).toMatchObject({ expiresOn: null, probe: { outcome: 'unclear' } });
    }
    // A date beside a refusal is not believed.
    const beside = { expiryDate: '2020-01-01T23:59:59', errors: [{ code: 'GA0001' }] };
    expect(expiry(beside)).toMatchObject({ expiresOn: null, probe: { outcome: 'refused' } });
  });
});

describe('the date of the API', () => {
  test.each([
    ['2026-11-28T23:59:59', '2026-11-28'],
    ['2026-11-28T23:59:59.000', '2026-11-28'],
    ['2026-11-28T23:59:59+09:00', '2026-11-28'],
    ['2026-11-28T23:59:59+0900', '2026-11-28'],
    ['2026-11-28T14:59:59Z', '2026-11-28'],
    ['2026-11-28T15:00:00Z', '2026-11-29'],
    ['2028-02-29T00:00:00', '2028-02-29'],
    ['2026-02-29T00:00:00', null],
    ['2026-11-28', null],
    ['2026/11/28 23:59:59', null],
    ['2026-11-28T25:00:00', null],
    ['', null],
  ])('%s → %s', (text, date) => {
    expect(expiryDateOf(text)).toBe(date);
  });
});

test('what is asked: the expiry first, nothing twice, nothing that cannot be asked', () => {
  expect(functionsToAsk([])).toEqual([EXPIRY_FUNCTION, ORDER]);
  expect(functionsToAsk(['item.update', 'constructor', '__proto__'])).toEqual([
    EXPIRY_FUNCTION,
    ORDER,
  ]);
  expect(functionsToAsk(['coupon.search', EXPIRY_FUNCTION, 'coupon.search'])).toEqual([
    EXPIRY_FUNCTION,
    'coupon.search',
  ]);
  expect(PROBEABLE.filter((name) => /update|insert|delete|issue|patch/.test(name))).toEqual([]);
});
