import { jstDateOf } from '../calendar/jst.ts';
import type { Ledger } from '../model/ledger.ts';
import type { Delivery } from '../model/reminder.ts';
import type { Say } from '../model/say.ts';
import { DAY, type Instant } from '../model/time.ts';
import { dateText } from './days.ts';
import { sentenceOf, type Sentence } from './sentences.ts';
import { shopNameOf } from './shop-name.ts';
import { urgency } from './urgency.ts';

export interface NoticeText {
  title: string;
  message: string;
}

/** Lines of a digest; the rest is counted. A notification shows about four. */
const LINES = 3;
/** A reading older than this is said to be old. */
const OLD_AFTER = 7 * DAY;

interface Said {
  shopId: string | null;
  sentence: Sentence;
}

/** The words of one notification: what, by when, what stops, and the one next step. Reasons that ended are left out. */
export function noticeText(delivery: Delivery, ledger: Ledger, now: Instant, t: Say): NoticeText {
  const wanted = new Set(delivery.reminderIds);
  const said = ledger.reminders
    .filter((one) => wanted.has(one.id) && one.endedAt === null)
    .sort((a, b) => urgency(a, now) - urgency(b, now))
    .flatMap(({ shopId, ...one }): Said[] => {
      const sentence = sentenceOf({ ...one, shopId }, ledger, now, t);
      return sentence ? [{ shopId, sentence }] : [];
    });
  const [first, ...others] = said;
  if (!first) return { title: t('notice.over'), message: t('notice.look') };
  const shop = shopNameOf(first.shopId, ledger, t);
  if (others.length === 0) {
    const { short, full } = first.sentence;
    const message = full + oldReading(first.shopId, ledger, now, t);
    return { title: t('notice.title', [shop, short]), message };
  }
  const shops = new Set(said.map((one) => one.shopId));
  const count = String(said.length);
  const title =
    shops.size === 1
      ? t('notice.title', [shop, t('notice.several', [count])])
      : t('notice.acrossShops', [String(shops.size), count]);
  const old = shops.size === 1 ? oldReading(first.shopId, ledger, now, t) : '';
  return { title, message: lines(said, shops.size > 1, ledger, t) + old };
}

function lines(said: Said[], named: boolean, ledger: Ledger, t: Say): string {
  const shown = said
    .slice(0, LINES)
    .map(({ shopId, sentence: { short } }) =>
      t('notice.line', [named ? t('notice.title', [shopNameOf(shopId, ledger, t), short]) : short]),
    );
  const more = said.length - LINES;
  const rest = more > 0 ? [t('notice.more', [String(more)])] : [];
  return [...shown, ...rest, said[0]?.sentence.step ?? ''].join('\n');
}

/** What is said rests on a reading of some days ago: staff may have renewed elsewhere since. */
function oldReading(shopId: string | null, { pages }: Ledger, now: Instant, t: Say): string {
  const readAt = Math.max(
    0,
    ...pages.filter((page) => page.shopId === shopId).map((page) => page.readAt ?? 0),
  );
  if (readAt === 0 || now - readAt <= OLD_AFTER) return '';
  return `\n${t('notice.readAt', [dateText(jstDateOf(readAt), t)])}`;
}
