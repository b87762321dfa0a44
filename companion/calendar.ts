import type { Ledger, License } from '../utils/model/ledger.ts';
import type { Instant } from '../utils/model/time.ts';
import { calendarFile, type CalendarEntry } from '../utils/reminders/channels/ical.ts';

/** Days before the last day on which a calendar rings, at nine in Japan. */
const RING_DAYS = [14, 7, 3, 1] as const;
const RING_AT = 9;

/**
 * The days on which the keys of a shop end, for whoever holds the address. It carries no key, not even
 * last4 (DESIGN §2), and no date that is still to be confirmed.
 */
export function calendarOf(ledger: Ledger, now: Instant): string {
  const [shop] = ledger.shops;
  const name = shop?.name ?? shop?.slug ?? shop?.digits ?? '';
  return calendarFile({
    name: `鍵番 ${name}`,
    entries: ledger.licenses.flatMap((license) => entryOf(ledger, license, name)),
    now,
    ringDays: RING_DAYS,
    ringAt: RING_AT,
  });
}

function entryOf({ apps }: Ledger, license: License, shop: string): CalendarEntry[] {
  if (license.expiry === null || license.goneAt !== null) return [];
  const app = apps.find(({ id }) => id === license.appId);
  return [
    {
      uid: license.id,
      on: license.expiry.on,
      title: `${app?.name ?? ''} のキーの有効期限 / key expires`,
      lines: [shop, app?.developer ?? ''],
      url: null,
    },
  ];
}
