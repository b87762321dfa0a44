import { useState } from 'preact/hooks';
import { ask } from '../../../components/background.ts';
import { ErrorLine } from '../../../components/ErrorLine.tsx';
import { Last4 } from '../../../components/Last4.tsx';
import { t } from '../../../components/say.ts';
import { useAction } from '../../../components/useAction.ts';
import type { Known } from '../../../components/useLedger.ts';
import { isJstDate } from '../../../utils/calendar/jst.ts';
import { AppError } from '../../../utils/model/errors.ts';
import type { License } from '../../../utils/model/ledger.ts';
import type { ShopView } from '../../../utils/overview/types.ts';

/** Keys for which RMS shows 「-」: a person may give the date, and take it back. */
export function Expiries({ known, shop }: { known: Known; shop: ShopView | undefined }) {
  const { licenses, apps } = known.ledger;
  const undated = licenses.filter(
    (one) =>
      one.goneAt === null &&
      // A request that waits for approval has no key yet.
      one.last4 !== null &&
      (one.expiry === null || one.expiry.basis === 'person') &&
      (!shop || one.shopId === shop.id),
  );
  const names = new Map(apps.map((app) => [app.id, app.name]));
  return (
    <section aria-labelledby="expiries-title">
      <h2 id="expiries-title">{t('board.expiryTitle')}</h2>
      <p class="quiet">{t(undated.length === 0 ? 'board.expiryEmpty' : 'board.expiryIntro')}</p>
      {undated.map((license) => (
        <Expiry key={license.id} license={license} app={names.get(license.appId) ?? ''} />
      ))}
    </section>
  );
}

function Expiry({ license, app }: { license: License; app: string }) {
  const stored = license.expiry?.on ?? '';
  const [typed, setTyped] = useState<string>(stored);
  const [saved, setSaved] = useState(false);
  const save = useAction(async (on: string | null) => {
    setSaved(false);
    if (on !== null && !isJstDate(on)) throw new AppError('badMessage');
    await ask('license.setExpiry', { licenseId: license.id, on });
    setTyped(on ?? '');
    setSaved(true);
  });
  return (
    <form
      class="card inline-form"
      onSubmit={(event) => {
        event.preventDefault();
        save.run(typed);
      }}
    >
      <p class="grow">
        <strong>{app}</strong> <Last4 last4={license.last4} />
      </p>
      <input
        type="date"
        required
        aria-label={t('board.expiryLabel', [app, license.last4 ?? '–'])}
        value={typed}
        onInput={(event) => setTyped(event.currentTarget.value)}
      />
      <button type="submit" class="button" disabled={save.busy}>
        {t('board.expirySave')}
      </button>
      {stored !== '' && (
        <button
          type="button"
          class="link-button"
          disabled={save.busy}
          onClick={() => save.run(null)}
        >
          {t('board.expiryClear')}
        </button>
      )}
      <span role="status">{saved && t('board.expirySaved')}</span>
      <ErrorLine code={save.error} />
    </form>
  );
}
