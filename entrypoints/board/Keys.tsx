import { eventData, licenseData } from '../../components/licenseData.ts';
import { RmsLink } from '../../components/RmsLink.tsx';
import { t } from '../../components/say.ts';
import { LevelWord, Shape } from '../../components/Shape.tsx';
import type { Known } from '../../components/useLedger.ts';
import { labelOf } from '../../components/WhichShop.tsx';
import { formatDate, formatMoment, stateWords, timeWords } from '../../components/words.ts';
import type { EventView, LicenseView, ShopView } from '../../utils/overview/types.ts';

/** キー一覧: every key by shop, and the shop's event grants. */
export function Keys({ known, shop }: { known: Known; shop: ShopView | undefined }) {
  const shops = shop ? [shop] : known.overview.shops;
  return (
    <section aria-labelledby="keys-title">
      <h2 id="keys-title">{t('board.tab.keys')}</h2>
      {shops.length === 0 && (
        <div class="nothing">
          <p>{t('board.keysEmpty')}</p>
          <p class="quiet">{t('board.keysEmptyBody')}</p>
          {!known.overview.hint && <RmsLink button>{t('common.openAppList')}</RmsLink>}
        </div>
      )}
      {shops.map((one) => (
        <ShopKeys key={one.id} shop={one} known={known} />
      ))}
    </section>
  );
}

function ShopKeys({ shop, known }: { shop: ShopView; known: Known }) {
  const { overview, now } = known;
  const licenses = overview.licenses.filter((one) => one.shopId === shop.id);
  // A mark is not unique among shops without identity, and those show no events of their own.
  const events = shop.pending ? [] : overview.events.filter((one) => one.shopMark === shop.mark);
  return (
    <section class="shop" aria-label={labelOf(shop)}>
      <h3>
        {labelOf(shop)}
        <span class="quiet">
          {shop.readAt === null
            ? t('common.neverRead')
            : t('common.readAt', [formatMoment(shop.readAt, now, t)])}
        </span>
      </h3>
      <LicenseTable licenses={licenses} known={known} label={labelOf(shop)} />
      {events.length > 0 && <EventTable events={events} />}
    </section>
  );
}

interface TableProps {
  licenses: LicenseView[];
  known: Known;
  label: string;
}

const LicenseTable = ({ licenses, known, label }: TableProps) => (
  <div class="wide" role="group" aria-label={label} tabIndex={0}>
    <table class="keys">
      <thead>
        <tr>
          {(
            ['level', 'app', 'developer', 'last4', 'expires', 'left', 'state', 'seen'] as const
          ).map((column) => (
            <th key={column} scope="col">
              {t(`board.col.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {licenses.map((view) => (
          <tr key={view.licenseId} {...licenseData(view)}>
            <td>
              <Shape level={view.level} /> <LevelWord view={view} />
            </td>
            <th scope="row">{view.app}</th>
            <td>{view.developer}</td>
            <td class="mono">{view.last4 ?? '–'}</td>
            <td>
              {view.expiresOn === null ? (
                t('days.none')
              ) : (
                <time dateTime={view.expiresOn}>{formatDate(view.expiresOn, t)}</time>
              )}
            </td>
            <td>{view.daysLeft === null && view.ageDays === null ? '–' : timeWords(view, t)}</td>
            <td>{stateWords(view, t)}</td>
            <td class={view.stale ? '' : 'quiet'}>{formatMoment(view.seenAt, known.now, t)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

const EventTable = ({ events }: { events: EventView[] }) => (
  <>
    <h4>{t('board.eventsTitle')}</h4>
    <div class="wide" role="group" aria-label={t('board.eventsTitle')} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('board.col.company')}</th>
            <th scope="col">{t('board.col.service')}</th>
            <th scope="col">{t('board.col.state')}</th>
          </tr>
        </thead>
        <tbody>
          {events.map((event) => (
            <tr key={event.id} {...eventData(event)}>
              <td>{event.company}</td>
              <th scope="row">{event.service}</th>
              <td>{event.state === 'unknown' ? event.stateText : t(`state.${event.state}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  </>
);
