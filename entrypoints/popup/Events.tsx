import { eventData } from '../../components/licenseData.ts';
import { t } from '../../components/say.ts';
import type { EventView } from '../../utils/overview/types.ts';

/** Grants of システムイベント通知サービス: no keys and no expiry, so they stand below, folded. */
export function Events({ events }: { events: EventView[] }) {
  if (events.length === 0) return null;
  return (
    <details class="events">
      <summary>{t('popup.events', [String(events.length)])}</summary>
      <ul>
        {events.map((event) => (
          <li key={event.id} {...eventData(event)}>
            <span>{event.service}</span>
            <span class="quiet">
              {event.company} · {event.stateText}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
