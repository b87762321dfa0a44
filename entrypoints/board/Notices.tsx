import { useState } from 'preact/hooks';
import { t } from '../../components/say.ts';
import type { Known } from '../../components/useLedger.ts';
import { formatFull } from '../../components/words.ts';
import type { ShopView } from '../../utils/overview/types.ts';
import { sentenceOf } from '../../utils/reminders/sentences.ts';
import { shopNameOf } from '../../utils/reminders/shop-name.ts';
import { toldOf } from '../../utils/reminders/told.ts';
import { upcoming } from '../../utils/reminders/upcoming.ts';
import { NoticeRow } from './NoticeRow.tsx';

const PAGE = 30;
/** Nobody plans further ahead than this by looking at a list. */
const NEXT = 8;

interface Props {
  known: Known;
  shop: ShopView | undefined;
}

/** お知らせ: what was said to whom, when, how often it was tried; what comes next, and why. */
export const Notices = (props: Props) => (
  <section aria-labelledby="notices-title">
    <h2 id="notices-title">{t('board.tab.notices')}</h2>
    <ComingUp {...props} />
    <TillNow {...props} />
  </section>
);

function ComingUp({ known: { ledger, now }, shop }: Props) {
  const coming = upcoming(ledger, shop?.id ?? null, now).slice(0, NEXT);
  if (coming.length === 0) return null;
  return (
    <>
      <h3>{t('told.next')}</h3>
      <ul class="coming">
        {coming.map(({ at, reminder, silentUntil }) => (
          <li key={`${reminder.subjectId} ${reminder.reason}`} data-kagiban="upcoming">
            <time class="quiet" dateTime={new Date(at).toISOString()}>
              {formatFull(at, now, t)}
            </time>{' '}
            {sentenceOf(reminder, ledger, at, t)?.short}{' '}
            <span class="quiet">
              {shop ? '' : shopNameOf(reminder.shopId, ledger, t)}{' '}
              {silentUntil !== null && t('told.silent')}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

function TillNow({ known, shop }: Props) {
  const [shown, setShown] = useState(PAGE);
  const told = toldOf(known.ledger, shop?.id ?? null, known.now);
  if (told.length === 0) {
    return (
      <div class="nothing">
        <p>{t('told.empty')}</p>
        <p class="quiet">{t('told.emptyBody')}</p>
      </div>
    );
  }
  return (
    <>
      <h3>{t('told.till')}</h3>
      <div class="wide" role="group" aria-labelledby="notices-title" tabIndex={0}>
        <table class="told">
          <thead>
            <tr>
              <th scope="col">{t('board.col.when')}</th>
              <th scope="col">{t('told.col.to')}</th>
              <th scope="col">{t('board.col.what')}</th>
              <th scope="col">{t('told.col.how')}</th>
            </tr>
          </thead>
          <tbody>
            {told.slice(0, shown).map((one) => (
              <NoticeRow key={one.id} told={one} known={known} />
            ))}
          </tbody>
        </table>
      </div>
      {told.length > shown && (
        <button type="button" class="button" onClick={() => setShown(shown + PAGE)}>
          {t('board.historyMore')}
        </button>
      )}
    </>
  );
}
