import { useState } from 'preact/hooks';
import { ask } from '../../../../components/background.ts';
import { ErrorLine } from '../../../../components/ErrorLine.tsx';
import { t } from '../../../../components/say.ts';
import { useAction } from '../../../../components/useAction.ts';
import type { Known } from '../../../../components/useLedger.ts';
import { labelOf } from '../../../../components/WhichShop.tsx';
import { formatMoment } from '../../../../components/words.ts';
import type { CalendarLink } from '../../../../utils/sharing/calendar-links.ts';
import type { Asked } from './useAsked.ts';

interface Props {
  asked: Asked<CalendarLink[]>;
  known: Known;
}

/** カレンダーの購読: addresses for calendar programs, one shop each; shown once, ended at any time. */
export function CalendarLinks({ asked: { value: links, error, look }, known }: Props) {
  return (
    <div class="card" data-kagiban="calendar-links">
      <h3>{t('calendarLink.title')}</h3>
      <p class="quiet">{t('calendarLink.intro')}</p>
      <ErrorLine code={error} />
      {links && links.length > 0 && (
        <ul class="handed">
          {links.map((link) => (
            <li key={link.id} data-kagiban="calendar-link">
              <Link link={link} now={known.now} ended={look} />
            </li>
          ))}
        </ul>
      )}
      {links && <Add known={known} added={look} />}
    </div>
  );
}

function Add({ known, added }: { known: Known; added: () => void }) {
  const shops = known.overview.shops.filter(({ pending }) => !pending);
  const [shopId, setShopId] = useState(shops[0]?.id ?? '');
  const [address, setAddress] = useState('');
  const add = useAction(async () => {
    setAddress((await ask('companion.addLink', { shopId })).address);
    added();
  });
  if (shops.length === 0) return null;
  return (
    <>
      <div class="buttons">
        {shops.length > 1 && (
          <select
            aria-label={t('calendarLink.shop')}
            value={shopId}
            onChange={(event) => setShopId(event.currentTarget.value)}
          >
            {shops.map((one) => (
              <option key={one.id} value={one.id}>
                {labelOf(one)}
              </option>
            ))}
          </select>
        )}
        <button type="button" class="button" disabled={add.busy} onClick={add.run}>
          {t('calendarLink.add')}
        </button>
      </div>
      {address !== '' && (
        <div class="nothing" role="status" data-kagiban="calendar-address">
          <p>{t('calendarLink.once')}</p>
          <input
            type="text"
            class="mono wide-field"
            readOnly
            aria-label={t('calendarLink.address')}
            value={address}
            onFocus={(event) => event.currentTarget.select()}
          />
        </div>
      )}
      <ErrorLine code={add.error} />
    </>
  );
}

interface LinkProps {
  link: CalendarLink;
  now: Known['now'];
  ended: () => void;
}

function Link({ link: { id, shop, createdAt }, now, ended }: LinkProps) {
  const end = useAction(async () => {
    await ask('companion.endLink', { linkId: id });
    ended();
  });
  return (
    <>
      {shop} <span class="quiet">{t('calendarLink.since', [formatMoment(createdAt, now, t)])}</span>{' '}
      <button
        type="button"
        class="link-button"
        aria-label={t('calendarLink.endLabel', [shop])}
        disabled={end.busy}
        onClick={end.run}
      >
        {t('calendarLink.end')}
      </button>
      <ErrorLine code={end.error} />
    </>
  );
}
