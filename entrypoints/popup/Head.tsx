import { BOARD, BOARD_SETTINGS } from '../../components/links.ts';
import { Mark } from '../../components/Mark.tsx';
import { Ring } from '../../components/Ring.tsx';
import { t } from '../../components/say.ts';
import { ShopSelect } from '../../components/ShopSelect.tsx';
import { Shape } from '../../components/Shape.tsx';
import type { Known } from '../../components/useLedger.ts';
import { countWords } from '../../components/words.ts';
import type { LicenseView, ShopView } from '../../utils/overview/types.ts';
import { summaryOf } from './summary.ts';

interface Props {
  known: Known | null;
  shop: ShopView | undefined;
  licenses: LicenseView[];
  onShop: (id: string) => void;
  /** What is searched for; null = too few keys to need a search. */
  search: string | null;
  onSearch: (text: string) => void;
}

export const Head = ({ known, shop, licenses, onShop, search, onSearch }: Props) => (
  <header class="head">
    <div class="bar">
      <h1 class="brand">
        <Mark />
        {t('common.brand')}
      </h1>
      {known && known.overview.shops.length > 1 && (
        <ShopSelect shops={known.overview.shops} shop={shop} onShop={onShop} />
      )}
      <nav>
        <a href={BOARD} target="_blank">
          {t('common.board')}
        </a>
        <a href={BOARD_SETTINGS} target="_blank" title={t('common.settings')}>
          <Gear />
          <span class="seen-only-by-readers">{t('common.settings')}</span>
        </a>
      </nav>
    </div>
    {known && <SummaryLine known={known} licenses={licenses} />}
    {search !== null && (
      <div class="search">
        <input
          type="search"
          value={search}
          placeholder={t('common.search')}
          aria-label={t('common.search')}
          onInput={(event) => onSearch(event.currentTarget.value)}
        />
      </div>
    )}
  </header>
);

function SummaryLine({ known, licenses }: { known: Known; licenses: LicenseView[] }) {
  const { count, level, daysLeft } = summaryOf(licenses);
  const alarm = known.overview.unreadable.length > 0;
  const shown = alarm && level === 'fine' ? 'unknown' : level;
  return (
    <div class="summary" role="status">
      <Ring daysLeft={daysLeft} level={licenses.length === 0 ? 'unknown' : shown} />
      <p>
        {licenses.length > 0 && <Shape level={shown} />}
        {headline(known, licenses, count, alarm)}
      </p>
    </div>
  );
}

/** "All is well" is said only of keys that were read, and not while a page cannot be read (promise 3). */
function headline(known: Known, licenses: LicenseView[], count: number, alarm: boolean): string {
  if (count > 0) return countWords(count, t);
  if (alarm) return t('popup.unreadable');
  if (known.overview.empty) return t('popup.emptyHead');
  return licenses.length === 0 ? t('popup.nothingToRead') : t('popup.fine');
}

const Gear = () => (
  <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
    <path
      d="M8 5.5A2.5 2.5 0 1 1 8 10.5 2.5 2.5 0 0 1 8 5.5ZM8 1v2M8 13v2M1 8h2M13 8h2M3.05 3.05l1.4 1.4M11.55 11.55l1.4 1.4M3.05 12.95l1.4-1.4M11.55 4.45l1.4-1.4"
      fill="none"
      stroke="currentColor"
      stroke-width="1.5"
      stroke-linecap="round"
    />
  </svg>
);
