import { describe, expect, test } from 'vitest';
import type { LicenseRow, LicenseState } from '../../../utils/model/reading.ts';
import type { JstDate } from '../../../utils/model/time.ts';
import type { Say } from '../../../utils/model/say.ts';
import { markOf } from '../../../utils/rms/mark.ts';

const t: Say = (key, values) => [key.replace('mark.', ''), ...(values ?? [])].join(':');
const mark = (expiresOn: JstDate | null, state: LicenseState = 'active') => {
  const row: LicenseRow = {
    developer: 'd',
    app: 'a',
    owner: 'vendor',
    last4: 'A9FR',
    expiresOn,
    state,
    stateText: '',
    extra: [],
  };
  const { text, daysLeft, tone } = markOf(row, '2025-05-26', t);
  return [text.replace('\u00a0', ' '), daysLeft, tone];
};

describe('what a mark says', () => {
  test.each<[JstDate | null, LicenseState, string, number | null, string]>([
    ['2025-05-28', 'active', '▲ daysLeft:2', 2, 'urgent'],
    ['2025-05-27', 'active', '▲ oneDay', 1, 'urgent'],
    ['2025-05-26', 'active', '▲ today', 0, 'urgent'],
    ['2025-05-25', 'active', '× yesterday', -1, 'broken'],
    ['2025-05-23', 'expired', '× ago:3', -3, 'broken'],
    ['2025-06-05', 'active', '△ daysLeft:10', 10, 'soon'],
    ['2025-08-01', 'active', '○ daysLeft:67', 67, 'fine'],
    ['2025-08-01', 'updateAvailable', '△ daysLeft:67・update', 67, 'soon'],
    ['2025-08-01', 'expired', '× daysLeft:67・expired', 67, 'broken'],
    ['2025-08-01', 'unknown', '? daysLeft:67・stateUnknown', 67, 'unknown'],
    [null, 'active', '? noDate', null, 'unknown'],
    [null, 'awaitingApproval', '… noDate・awaitingApproval', null, 'waiting'],
    [null, 'stopped', '… noDate・stopped', null, 'waiting'],
  ])('%s %s', (on, state, text, daysLeft, tone) => {
    expect(mark(on, state)).toEqual([text, daysLeft, tone]);
  });
});
