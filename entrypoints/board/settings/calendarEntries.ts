import { APP_LIST } from '../../../components/links.ts';
import type { Say } from '../../../utils/model/say.ts';
import type { Overview } from '../../../utils/overview/types.ts';
import type { CalendarEntry } from '../../../utils/reminders/channels/ical.ts';

/** An entry for each key whose date is known and has not passed; of one shop, or of all (null). */
export function calendarEntries(
  { licenses, shops, today }: Overview,
  shopId: string | null,
  t: Say,
): CalendarEntry[] {
  return licenses.flatMap((one) => {
    const wanted = shopId === null || one.shopId === shopId;
    const alive = one.expiresOn !== null && one.expiresOn >= today && !one.replaced;
    if (!wanted || !alive || one.expiresOn === null || one.state === 'stopped') return [];
    const shop = shops.find(({ id }) => id === one.shopId);
    return {
      uid: one.licenseId,
      on: one.expiresOn,
      title: t('channels.ics.entry', [one.app, one.last4 ?? '-']),
      lines: [
        t('channels.ics.what', [shop?.label ?? t('common.unknownShop')]),
        t('channels.ics.stop'),
      ],
      url: APP_LIST,
    };
  });
}
