import { describe, expect, test } from 'vitest';
import { MAX_ROWS, parseReading } from '../../../utils/model/reading.schema.ts';
import { anEvent, aProblem, aReading, aRow } from './make.ts';

const KEY = 'SL123456_AbCdEfGh12345678';

describe('a reading that a page sends', () => {
  test('is taken as it is', () => {
    const reading = aReading({
      licenses: [aRow(), aRow({ last4: null, expiresOn: null, extra: [['備考', 'なし']] })],
      events: [anEvent()],
      problems: [aProblem()],
    });
    expect(parseReading(reading)).toEqual(reading);
  });

  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['a text', 'reading'],
    ['an unknown field', { ...aReading(), key: 'x' }],
    ['a field left out', { ...aReading(), shop: undefined }],
    ['an unknown page class', aReading({ pageClass: 'fine' as never })],
    ['an impossible date', aReading({ licenses: [aRow({ expiresOn: '2027-02-30' })] })],
    [
      'a date with a time',
      aReading({ licenses: [aRow({ expiresOn: '2027-02-03T00:00' as never })] }),
    ],
    ['a name without end', aReading({ licenses: [aRow({ app: 'あ'.repeat(201) })] })],
    ['a whole key as last4', aReading({ licenses: [aRow({ last4: KEY })] })],
    ['too many rows', aReading({ licenses: Array.from({ length: MAX_ROWS + 1 }, () => aRow()) })],
    ['digits that are none', aReading({ shop: { digits: '12a', slug: null, name: null } })],
    ['a key as slug', aReading({ shop: { digits: null, slug: KEY, name: null } })],
    ['a time that is none', aReading({ at: Number.NaN })],
    ['a time before this product', aReading({ at: 0 })],
    ['a text as time', aReading({ at: '1' as never })],
  ])('with %s is refused', (_name, value) => {
    expect(parseReading(value)).toBeNull();
  });

  test('holds no key wherever a text may stand', () => {
    const reading = aReading({
      shop: { digits: '123456', slug: 'a', name: KEY },
      licenses: [
        aRow({ developer: KEY, app: `x ${KEY}`, stateText: KEY, extra: [[KEY, `: ${KEY}`]] }),
      ],
      events: [anEvent({ company: KEY, service: KEY, stateText: KEY })],
      problems: [aProblem({ where: KEY, text: KEY, developer: KEY, app: KEY })],
    });
    const parsed = parseReading(reading);
    expect(parsed).not.toBeNull();
    expect(JSON.stringify(parsed)).not.toContain('AbCdEfGh');
  });
});
