import { RmsLink } from '../../components/RmsLink.tsx';
import { t } from '../../components/say.ts';
import type { Known } from '../../components/useLedger.ts';
import { formatMoment } from '../../components/words.ts';
import type { ShopView } from '../../utils/overview/types.ts';

interface Props {
  known: Known | null;
  shop: ShopView | undefined;
}

/** How old what stands above is, the way to make it new, and who cannot speak when. */
export function Foot({ known, shop }: Props) {
  const one = shop ?? (known?.overview.shops.length === 1 ? known.overview.shops[0] : undefined);
  return (
    <footer class="foot">
      {known && one && (
        <span>
          {one.readAt === null
            ? t('common.neverRead')
            : t('common.readAt', [formatMoment(one.readAt, known.now, t)])}
        </span>
      )}
      <RmsLink>{t('common.openAppList')}</RmsLink>
      {/* With a companion too: it tests keys, it does not give notices yet. */}
      <p class="quiet">{t('popup.nobodySpeaks')}</p>
    </footer>
  );
}
