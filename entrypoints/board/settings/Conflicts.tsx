import { ask } from '../../../components/background.ts';
import { ErrorLine } from '../../../components/ErrorLine.tsx';
import { Last4 } from '../../../components/Last4.tsx';
import { t } from '../../../components/say.ts';
import { useAction } from '../../../components/useAction.ts';
import type { Known } from '../../../components/useLedger.ts';
import { formatDate } from '../../../components/words.ts';
import type { LicenseView, ShopView } from '../../../utils/overview/types.ts';

/** A later date for the same key is to be confirmed, not believed (promise 3). */
export function Conflicts({ known, shop }: { known: Known; shop: ShopView | undefined }) {
  const found = known.overview.licenses.filter(
    (one) => one.conflictOn !== null && (!shop || one.shopId === shop.id),
  );
  if (found.length === 0) return null;
  return (
    <section aria-labelledby="conflicts-title">
      <h2 id="conflicts-title">{t('board.conflictTitle')}</h2>
      <p class="quiet">{t('board.conflictIntro')}</p>
      {found.map((view) => (
        <Conflict key={view.licenseId} view={view} />
      ))}
    </section>
  );
}

function Conflict({ view }: { view: LicenseView }) {
  const resolve = useAction(async (accept: boolean) => {
    await ask('license.resolveConflict', { licenseId: view.licenseId, accept });
  });
  const kept = view.expiresOn === null ? t('days.none') : formatDate(view.expiresOn, t);
  const seen = view.conflictOn === null ? '' : formatDate(view.conflictOn, t);
  return (
    <div class="card" data-kagiban="conflict" data-last4={view.last4 ?? 'none'}>
      <p>
        <strong>{view.app}</strong> <Last4 last4={view.last4} />
      </p>
      <dl class="pairs">
        <dt>{t('board.conflictKept')}</dt>
        <dd>{kept}</dd>
        <dt>{t('board.conflictSeen')}</dt>
        <dd>{seen}</dd>
      </dl>
      <div class="buttons">
        <button
          type="button"
          class="button"
          disabled={resolve.busy}
          onClick={() => resolve.run(true)}
        >
          {t('board.conflictAccept', [seen])}
        </button>
        <button
          type="button"
          class="button"
          disabled={resolve.busy}
          onClick={() => resolve.run(false)}
        >
          {t('board.conflictKeep', [kept])}
        </button>
      </div>
      <ErrorLine code={resolve.error} />
    </div>
  );
}
