import { Mark } from '../../components/Mark.tsx';
import { ShopSelect } from '../../components/ShopSelect.tsx';
import { t } from '../../components/say.ts';
import type { Known } from '../../components/useLedger.ts';
import { formatDate } from '../../components/words.ts';
import type { ShopView } from '../../utils/overview/types.ts';
import { todoOf } from './todoOf.ts';
import { SECTIONS, type Section } from './useSection.ts';

interface Props {
  known: Known | null;
  shop: ShopView | undefined;
  section: Section;
  onShop: (id: string) => void;
}

export const Header = ({ known, shop, section, onShop }: Props) => (
  <header class="board-head">
    <div class="bar">
      <h1 class="brand">
        <Mark /> {t('common.brand')} <span class="quiet">{t('board.title')}</span>
      </h1>
      {known && known.overview.shops.length > 1 && (
        <ShopSelect shops={known.overview.shops} shop={shop} onShop={onShop} />
      )}
      {known && <p class="today">{t('board.today', [formatDate(known.overview.today, t)])}</p>}
    </div>
    <nav aria-label={t('board.sections')}>
      {SECTIONS.map((one) => (
        <a key={one} href={`#${one}`} aria-current={one === section ? 'page' : undefined}>
          {t(`board.tab.${one}`)}
          {one === 'todo' && known && <Count known={known} shop={shop} />}
        </a>
      ))}
    </nav>
  </header>
);

const Count = ({ known, shop }: { known: Known; shop: ShopView | undefined }) => {
  const count = todoOf(known.overview, shop).length;
  return count === 0 ? null : <span class="count">{count}</span>;
};
