import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeBreaker } from '../../../companion/keytest/breaker.ts';
import { makeShare } from '../../../companion/keytest/share.ts';
import { readVendorSecrets } from '../../../companion/keytest/vendor-secrets.ts';
import type { Asking, Probed } from '../../../utils/keytest/types.ts';
import { makeSecret, reveal } from '../../../utils/model/secret.ts';
import { DAY, MINUTE } from '../../../utils/model/time.ts';

const asking = (key = 'SL123456_CanaryKey0aBcDeF', functions = ['a']): Asking => ({
  licenseKey: makeSecret(key),
  serviceSecret: makeSecret('SP123456_CanarySecret1xYz'),
  functions,
});
const answer = (outcome: Probed['probe']['outcome']): Probed[] => [
  {
    probe: { function: 'a', outcome, status: null, code: null },
    expiresOn: null,
    shopDigits: null,
  },
];
const counted = (outcome: Probed['probe']['outcome']) => {
  const counting = { times: 0 };
  const ask = async () => {
    counting.times += 1;
    return answer(outcome);
  };
  return { counting, ask };
};

describe('ten staff who ask the same', () => {
  test('make one request: at once, and for a minute', async () => {
    let now = 0;
    const share = makeShare(() => now);
    const { counting, ask } = counted('permitted');
    const all = await Promise.all(Array.from({ length: 10 }, () => share(asking(), ask)));
    expect([counting.times, new Set(all).size]).toEqual([1, 1]);
    now += MINUTE - 1;
    await share(asking(), ask);
    expect(counting.times).toBe(1);
    now += 1;
    await share(asking(), ask);
    expect(counting.times).toBe(2);
  });

  test('another key, secret or function is another question', async () => {
    const share = makeShare(() => 0);
    const { counting, ask } = counted('refused');
    await share(asking(), ask);
    await share(asking('SL123456_CanaryKey0aBcDeG'), ask);
    await share(asking(undefined, ['b']), ask);
    expect(counting.times).toBe(3);
  });

  test.each(['serviceDown', 'tooFast', 'unclear'] as const)(
    '%s is asked again',
    async (outcome) => {
      const share = makeShare(() => 0);
      const { counting, ask } = counted(outcome);
      await share(asking(), ask);
      await share(asking(), ask);
      expect(counting.times).toBe(2);
    },
  );

  test('an error is nobody else’s', async () => {
    const share = makeShare(() => 0);
    const failing = share(asking(), () => Promise.reject(new Error('x')));
    await expect(failing).rejects.toThrow('x');
    expect(await share(asking(), counted('permitted').ask)).toEqual(answer('permitted'));
  });
});

describe('an outage', () => {
  test('is met by four tests; then it is one answer for all, and one test looks each minute', async () => {
    let now = 0;
    const breaker = makeBreaker(() => now);
    const { counting, ask } = counted('serviceDown');
    for (let i = 0; i < 20; i += 1) {
      expect(await breaker.around(asking(), ask)).toEqual(answer('serviceDown'));
    }
    expect([counting.times, breaker.isOpen()]).toEqual([4, true]);
    now += MINUTE;
    await Promise.all([1, 2, 3].map(() => breaker.around(asking(), ask)));
    expect([counting.times, breaker.isOpen()]).toEqual([5, true]);
    now += MINUTE;
    const back = counted('permitted');
    await breaker.around(asking(), back.ask);
    await breaker.around(asking(), back.ask);
    expect([back.counting.times, breaker.isOpen()]).toEqual([2, false]);
  });

  test('nor does a clock that is set back keep it open', async () => {
    let now = 365 * DAY;
    const breaker = makeBreaker(() => now);
    for (let i = 0; i < 4; i += 1) await breaker.around(asking(), counted('serviceDown').ask);
    expect(breaker.isOpen()).toBe(true);
    now = 0;
    expect(breaker.isOpen()).toBe(false);
  });

  test('of some is none: one refusal between says that RMS is there', async () => {
    const breaker = makeBreaker(() => 0);
    for (let i = 0; i < 10; i += 1) {
      await breaker.around(asking(), counted('serviceDown').ask);
      await breaker.around(asking(), counted('refused').ask);
    }
    expect(breaker.isOpen()).toBe(false);
  });
});

describe("a vendor's secrets", () => {
  const read = (text: string | null) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'kagiban-'));
    const file = path.join(folder, 'secrets.json');
    if (text !== null) writeFileSync(file, text);
    try {
      return readVendorSecrets(file);
    } finally {
      rmSync(folder, { recursive: true });
    }
  };

  test('are found by the names that RMS shows', () => {
    const entry = { developer: 'Hamee株式会社', app: 'ネクストエンジン', serviceSecret: 'SP0_x' };
    const secretOf = read(JSON.stringify([entry]));
    const found = secretOf({ developer: 'Ｈａｍｅｅ 株式会社', app: 'ネクスト エンジン' });
    expect(found && reveal(found)).toBe('SP0_x');
    expect(secretOf({ developer: 'Hamee株式会社', app: '別' })).toBe(null);
  });

  test.each([null, '', '{}', '[{"developer":"a"}]', '[{"serviceSecret":"Canary 1"}]', 'Canary'])(
    '%s stops the start, and is not repeated',
    (text) => {
      expect(() => read(text)).toThrow(/^KAGIBAN_VENDOR_SECRETS: /);
      expect(() => read(text)).not.toThrow(/Canary/);
    },
  );
});
