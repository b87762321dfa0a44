import { useState } from 'preact/hooks';
import { save as saveFile } from '../../../components/save.ts';
import { t } from '../../../components/say.ts';
import type { Known } from '../../../components/useLedger.ts';
import type { ShopView } from '../../../utils/overview/types.ts';
import { calendarFile } from '../../../utils/reminders/channels/ical.ts';
import { calendarEntries } from './calendarEntries.ts';

/** Days before the end on which the calendar rings, at nine in the morning. */
const RING_DAYS = [14, 7, 3, 1, 0];
const RING_AT = 9;

/** 今のうちに予定を入れる: the keys' dates as a file for any calendar, which rings while no browser is open. */
export function Calendar({ known, shop }: { known: Known; shop: ShopView | undefined }) {
  const [made, setMade] = useState(0);
  const entries = calendarEntries(known.overview, shop?.id ?? null, t);
  const save = (): void => {
    const file = { name: t('channels.ics.name'), entries, now: Date.now() };
    const text = calendarFile({ ...file, ringDays: RING_DAYS, ringAt: RING_AT });
    saveFile(t('channels.ics.file'), 'text/calendar', text);
    setMade(entries.length);
  };
  return (
    <section aria-labelledby="calendar-title">
      <h2 id="calendar-title">{t('channels.ics.title')}</h2>
      <p class="quiet">{t('channels.ics.intro')}</p>
      {entries.length === 0 && <p>{t('channels.ics.none')}</p>}
      {entries.length > 0 && (
        <button type="button" class="button" data-kagiban="calendar" onClick={save}>
          {t('channels.ics.button')}
        </button>
      )}
      <p role="status" class="said">
        {made > 0 && t('channels.ics.made', [String(made)])}
      </p>
    </section>
  );
}
