import { BOARD_SETTINGS } from '../../components/links.ts';
import { RmsLink } from '../../components/RmsLink.tsx';
import { t } from '../../components/say.ts';
import type { Known } from '../../components/useLedger.ts';
import type { StatusState } from '../../components/useStatus.ts';
import { formatMoment } from '../../components/words.ts';
import type { ShopView } from '../../utils/overview/types.ts';

interface Props {
  known: Known | null;
  shop: ShopView | undefined;
  background: StatusState;
}

/** How old what stands above is, the way to make it new, and who cannot speak when. */
export function Foot({ known, shop, background }: Props) {
  const one = shop ?? (known?.overview.shops.length === 1 ? known.overview.shops[0] : undefined);
  const alone = background.status !== null && background.status.companion === null;
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
      {alone && (
        <p class="quiet">
          {t('popup.nobodySpeaks')}{' '}
          <a href={BOARD_SETTINGS} target="_blank">
            {t('popup.nobodySpeaksLink')}
          </a>
        </p>
      )}
    </footer>
  );
}
