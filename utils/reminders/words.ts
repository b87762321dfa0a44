import { daysBetween, jstDateOf } from '../calendar/jst.ts';
import type { Ledger } from '../model/ledger.ts';
import type { Delivery, Reminder } from '../model/reminder.ts';
import type { Say } from '../model/say.ts';
import { DAY, type Instant } from '../model/time.ts';
import { dateText } from './days.ts';
import { sentenceOf, type Sentence } from './sentences.ts';
import { NO_SHOP } from './outbox.ts';
import { plainText } from './plain.ts';

export interface NoticeText {
  title: string;
  message: string;
}

/** Lines of a digest; the rest is counted. A notification shows about four. */
const LINES = 3;
/** A reading older than this is said to be old. */
const OLD_AFTER = 7 * DAY;

/** The words of one delivery: what, by when, what stops, and the one next step. Reasons that ended are left out. */
export function noticeText(delivery: Delivery, ledger: Ledger, now: Instant, t: Say): NoticeText {
  const wanted = new Set(delivery.reminderIds);
  const sentences = ledger.reminders
    .filter((one) => wanted.has(one.id) && one.endedAt === null)
    .sort((a, b) => urgency(a, now) - urgency(b, now))
    .flatMap((one) => sentenceOf(one, ledger, now, t) ?? []);
  const shop = shopName(delivery, ledger, t);
  const [first, ...others] = sentences;
  if (!first)
    return { title: t('notice.title', [shop, t('notice.over')]), message: t('notice.look') };
  const text = others.length === 0 ? single(first, shop, t) : digest(sentences, shop, t);
  return { ...text, message: text.message + oldReading(delivery, ledger, now, t) };
}

const single = ({ short, full }: Sentence, shop: string, t: Say): NoticeText => ({
  title: t('notice.title', [shop, short]),
  message: full,
});

function digest(sentences: Sentence[], shop: string, t: Say): NoticeText {
  const lines = sentences.slice(0, LINES).map(({ short }) => t('notice.line', [short]));
  const more = sentences.length - LINES;
  const rest = more > 0 ? [t('notice.more', [String(more)])] : [];
  return {
    title: t('notice.title', [shop, t('notice.several', [String(sentences.length)])]),
    message: [...lines, ...rest, sentences[0]?.step ?? ''].join('\n'),
  };
}

const RANK: Record<Reminder['reason'], number> = {
  expired: -1000,
  expiring: 0,
  conflict: 4,
  unreadable: 5,
  age: 10,
  retest: 20,
  eventGone: 30,
  approval: 40,
  update: 50,
};

/** Smaller is more urgent: what is dead, then by days left; a key of 83 days stands where 7 days left do. */
function urgency({ reason, expiresOn, threshold }: Reminder, now: Instant): number {
  if (reason === 'expiring' && expiresOn) return daysBetween(jstDateOf(now), expiresOn);
  if (reason === 'age' && threshold !== null) return 90 - threshold;
  return RANK[reason];
}

/** Whose it is: as the page names it, as far as it does. */
function shopName({ target }: Delivery, { shops }: Ledger, t: Say): string {
  if (target === NO_SHOP) return t('notice.rms');
  const shop = shops.find((one) => one.id === target);
  const name = shop?.name ?? shop?.slug ?? shop?.digits;
  return name ? plainText(name, 24) : t('notice.unknownShop');
}

/** What is said rests on a reading of some days ago: staff may have renewed elsewhere since. */
function oldReading({ target }: Delivery, { pages }: Ledger, now: Instant, t: Say): string {
  const readAt = Math.max(
    0,
    ...pages.filter((page) => page.shopId === target).map((page) => page.readAt ?? 0),
  );
  if (readAt === 0 || now - readAt <= OLD_AFTER) return '';
  return `\n${t('notice.readAt', [dateText(jstDateOf(readAt), t)])}`;
}
