import type { ShopView } from '../utils/overview/types.ts';
import { t } from './say.ts';
import { labelOf } from './WhichShop.tsx';

interface Props {
  shops: ShopView[];
  shop: ShopView | undefined;
  onShop: (id: string) => void;
}

/** One shop, or all of them. */
export const ShopSelect = ({ shops, shop, onShop }: Props) => (
  <select
    aria-label={t('common.shop')}
    value={shop?.id ?? ''}
    onChange={(event) => onShop(event.currentTarget.value)}
  >
    <option value="">{t('common.allShops')}</option>
    {shops.map((one) => (
      <option key={one.id} value={one.id}>
        {labelOf(one)}
      </option>
    ))}
  </select>
);
