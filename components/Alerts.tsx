import { browser } from 'wxt/browser';
import { ask } from './background.ts';
import { ErrorLine } from './ErrorLine.tsx';
import { RMS_PAGES } from './links.ts';
import { Notice } from './Notice.tsx';
import { RmsLink } from './RmsLink.tsx';
import { t } from './say.ts';
import { NotLooked, Unreadable } from './Troubles.tsx';
import { useAction } from './useAction.ts';
import type { Known } from './useLedger.ts';
import type { StatusState } from './useStatus.ts';
import { formatMoment } from './words.ts';
import type { Status } from '../utils/messages/protocol.ts';
import type { Instant } from '../utils/model/time.ts';
import { AppError, type ErrorCode } from '../utils/model/errors.ts';
import type { PageTrouble, ShopView } from '../utils/overview/types.ts';

interface Props {
  known: Known | null;
  shop: ShopView | undefined;
  ledgerError: ErrorCode | null;
  background: StatusState;
}

/** Everything that keeps Kagiban from watching, before anything that it watches. */
export function Alerts({ known, shop, ledgerError, background }: Props) {
  const { status, error } = background;
  const here = (trouble: PageTrouble): boolean => !shop || trouble.shopMark === shop.mark;
  return (
    <>
      <ErrorLine code={ledgerError ?? error} />
      {status && !status.rmsAccess && <GrantAccess granted={background.refresh} />}
      {status?.companionEnd && known && (
        <CompanionEnd end={status.companionEnd} now={known.now} seen={background.refresh} />
      )}
      {known?.overview.unreadable.filter(here).map((one) => (
        <Unreadable key={one.id} trouble={one} now={known.now} />
      ))}
      {known?.overview.notLooked.filter(here).map((one) => (
        <NotLooked key={one.id} trouble={one} now={known.now} />
      ))}
      {known?.overview.outage && (
        <Notice level="waiting" data={{ 'data-kagiban': 'outage' }}>
          {t('popup.outage', [known.overview.outage.title])}
        </Notice>
      )}
      {status?.notificationsBlocked && (
        <Notice level="soon">{t('popup.notificationsBlocked')}</Notice>
      )}
      {known?.overview.hint && <Hint />}
    </>
  );
}

/** The native prompt closes a popup; the background finishes when the grant arrives (DESIGN §7). */
function GrantAccess({ granted }: { granted: () => void }) {
  const grant = useAction(async () => {
    const yes = await browser.permissions.request({ origins: [RMS_PAGES] });
    if (!yes) throw new AppError('permissionDenied');
    granted();
  });
  return (
    <Notice level="unknown" role="alert">
      {t('popup.rmsAccess')}
      <div>
        <button type="button" class="button primary" disabled={grant.busy} onClick={grant.run}>
          {t('popup.grant')}
        </button>
      </div>
      <ErrorLine code={grant.error} />
    </Notice>
  );
}

interface EndProps {
  end: NonNullable<Status['companionEnd']>;
  now: Instant;
  seen: () => void;
}

/** Keys of colleagues are gone from the list: why, and what to do. */
function CompanionEnd({ end, now, seen }: EndProps) {
  const close = useAction(async () => {
    await ask('companion.endSeen', {});
    seen();
  });
  return (
    <Notice level="waiting" role="status" data={{ 'data-kagiban': 'companion-end' }}>
      <p>{t('popup.companionEnd', [end.address, formatMoment(end.at, now, t)])}</p>
      <div>
        <button type="button" class="link-button" disabled={close.busy} onClick={close.run}>
          {t('popup.companionEndSeen')}
        </button>
      </div>
      <ErrorLine code={close.error} />
    </Notice>
  );
}

function Hint() {
  const dismiss = useAction(async () => {
    await ask('hint.dismiss', {});
  });
  return (
    <Notice level="waiting">
      <p>
        {t('popup.hint')} <RmsLink>{t('common.openAppList')}</RmsLink>
      </p>
      <div>
        <button type="button" class="link-button" disabled={dismiss.busy} onClick={dismiss.run}>
          {t('popup.dismiss')}
        </button>
      </div>
      <ErrorLine code={dismiss.error} />
    </Notice>
  );
}
