import { RmsLink } from '../../components/RmsLink.tsx';
import { t } from '../../components/say.ts';
import type { Known } from '../../components/useLedger.ts';

/** Teaches what will stand here, and the one click that fills it. */
export const Empty = ({ known }: { known: Known }) => (
  <section class="empty">
    <h2>{t('popup.emptyTitle')}</h2>
    <p class="quiet">{t(known.overview.empty ? 'popup.emptyBody' : 'popup.nothingToReadBody')}</p>
    {/* The hint above leads there already, until it is dismissed. */}
    {!known.overview.hint && <RmsLink button>{t('common.openAppList')}</RmsLink>}
  </section>
);
