import { useEffect, useState } from 'preact/hooks';
import { t } from '../../components/say.ts';
import { labelOf } from '../../components/WhichShop.tsx';
import type { Known } from '../../components/useLedger.ts';
import type { LicenseView } from '../../utils/overview/types.ts';
import { Row } from './Row.tsx';

/** What fits a popup twice over is drawn first; the rest follows frame by frame (500 keys and more). */
const FIRST = 30;
const MORE = 80;

interface Props {
  licenses: LicenseView[];
  known: Known;
  /** Rows name their shop. */
  severalShops: boolean;
}

export function LicenseList({ licenses, known, severalShops }: Props) {
  const shown = useGrowing(licenses.length);
  const { overview } = known;
  const shops = new Map(overview.shops.map((shop) => [shop.id, labelOf(shop)]));
  return (
    <ul class="licenses" aria-label={t('popup.list')}>
      {licenses.slice(0, shown).map((view, index) => (
        <Row
          key={view.licenseId}
          view={view}
          first={index === 0}
          known={known}
          aside={severalShops ? (shops.get(view.shopId) ?? view.shopMark) : view.developer}
        />
      ))}
    </ul>
  );
}

function useGrowing(total: number): number {
  const [shown, setShown] = useState(FIRST);
  useEffect(() => {
    if (shown >= total) return undefined;
    const timer = setTimeout(() => setShown(shown + MORE), 16);
    return () => clearTimeout(timer);
  }, [shown, total]);
  return shown;
}
