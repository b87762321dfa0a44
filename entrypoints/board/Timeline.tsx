import { Last4 } from '../../components/Last4.tsx';
import { t } from '../../components/say.ts';
import { Shape } from '../../components/Shape.tsx';
import type { Known } from '../../components/useLedger.ts';
import { labelOf } from '../../components/WhichShop.tsx';
import { formatShortDate, timeWords } from '../../components/words.ts';
import type { JstDate } from '../../utils/model/time.ts';
import { breaksOf, type Break } from '../../utils/overview/breaks.ts';
import {
  monthsIn,
  placeOf,
  timelinesOf,
  type Timeline as ShopTimeline,
  type TimelineBar,
} from '../../utils/overview/timeline.ts';
import type { ShopView } from '../../utils/overview/types.ts';

/** 予定: a bar for each key up to its expiry, today at the left third. The words beside it say the same. */
export function Timeline({ known, shop }: { known: Known; shop: ShopView | undefined }) {
  const { ledger, overview } = known;
  const shops = shop ? [shop] : overview.shops;
  const ids = shops.map(({ id }) => id);
  const timelines = timelinesOf(ledger, overview, ids);
  return (
    <section aria-labelledby="plan-title">
      <h2 id="plan-title">{t('board.tab.plan')}</h2>
      {timelines.length === 0 ? (
        <div class="nothing">
          <p>{t('board.planEmpty')}</p>
          <p class="quiet">{t('board.keysEmptyBody')}</p>
        </div>
      ) : (
        <Axis today={overview.today} />
      )}
      {timelines.map((one) => (
        <Shop key={one.shopId} timeline={one} known={known} />
      ))}
    </section>
  );
}

const percent = (part: number): string => `${(part * 100).toFixed(2)}%`;

/** Where the word for today stands, no month is written over it. */
const isClearOfToday =
  (today: JstDate) =>
  ({ at }: { at: number }): boolean =>
    Math.abs(at - placeOf(today, today)) > 0.06;

const Axis = ({ today }: { today: JstDate }) => (
  <div class="plan-row plan-axis" aria-hidden="true">
    <span />
    <svg width="100%" height="24">
      {monthsIn(today)
        .filter(isClearOfToday(today))
        .map(({ on, at }) => (
          <text key={on} x={percent(at)} y="16">
            {formatShortDate(on, today, t)}
          </text>
        ))}
      <text class="now" x={percent(placeOf(today, today))} y="16">
        {t('board.planToday')}
      </text>
    </svg>
  </div>
);

function Shop({ timeline, known }: { timeline: ShopTimeline; known: Known }) {
  const shop = known.overview.shops.find(({ id }) => id === timeline.shopId);
  const label = shop ? labelOf(shop) : t('common.unknownShop');
  const { policies } = known.ledger;
  const breaks = breaksOf(policies, timeline.shopId, known.overview.today);
  return (
    <section class="shop" aria-label={label}>
      <h3>
        {label} <Legend breaks={breaks} today={known.overview.today} />
      </h3>
      <ul class="plan" tabIndex={0} aria-label={label}>
        {timeline.bars.map((bar) => (
          <Bar key={bar.view.licenseId} bar={bar} breaks={breaks} known={known} />
        ))}
      </ul>
    </section>
  );
}

/** The breaks in words: what is shaded. */
const Legend = ({ breaks, today }: { breaks: Break[]; today: JstDate }) =>
  breaks.length === 0 ? null : (
    <span class="quiet" data-kagiban="breaks">
      {breaks
        .filter(({ to }) => to >= today)
        .map(({ kind, name, from, to }) => {
          const dates = [from, to].map((on) => formatShortDate(on, today, t));
          const words = name === '' ? t(`board.break.${kind}`) : name;
          return t('board.breakSpan', [words, [...new Set(dates)].join('–')]);
        })
        .join(' · ')}
    </span>
  );

interface BarProps {
  bar: TimelineBar;
  breaks: Break[];
  known: Known;
}

const Bar = ({ bar, breaks, known }: BarProps) => {
  const { view, from, to, openEnd } = bar;
  const { today } = known.overview;
  return (
    <li class="plan-row" data-kagiban="bar" data-last4={view.last4 ?? 'none'}>
      <span class="plan-name">
        <Shape level={view.level} /> {view.app} <Last4 last4={view.last4} />{' '}
        <span class="quiet">
          {view.expiresOn && formatShortDate(view.expiresOn, today, t)} {timeWords(view, t)}
        </span>
      </span>
      <svg class={`plan-bar ${view.level}`} width="100%" height="24" aria-hidden="true">
        {breaks.map(({ kind, start, end, from: on }) => (
          <rect
            key={`${kind} ${on}`}
            class={`break ${kind}`}
            x={percent(start)}
            y="0"
            width={percent(end - start)}
            height="24"
          />
        ))}
        <rect
          class={openEnd ? 'life open' : 'life'}
          x={percent(from)}
          y="7"
          width={percent(Math.max(0.004, to - from))}
          height="10"
          rx="3"
        />
        {!openEnd && <line class="end" x1={percent(to)} x2={percent(to)} y1="3" y2="21" />}
        <line
          class="now"
          x1={percent(placeOf(today, today))}
          x2={percent(placeOf(today, today))}
          y1="0"
          y2="24"
        />
      </svg>
    </li>
  );
};
