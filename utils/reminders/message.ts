import { daysBetween, jstDateOf } from '../calendar/jst.ts';
import type { Ledger } from '../model/ledger.ts';
import type { Delivery, Reminder } from '../model/reminder.ts';
import type { Say } from '../model/say.ts';
import type { Instant, JstDate } from '../model/time.ts';
import type { Message, MessageLine } from './channels/port.ts';
import { hashOf } from './id.ts';
import { namesOf } from './in-place.ts';
import { kindOf } from './kinds.ts';
import { sayingOf } from './saying.ts';
import { sentenceOf, type Sentence } from './sentences.ts';
import { shopNameOf } from './shop-name.ts';
import { urgency } from './urgency.ts';
import { noticeText } from './words.ts';

/** Where the next step begins. It carries nothing of the shop. */
export const APP_LIST = 'https://ichiba-bs.rms.rakuten.co.jp/apisson/';
/** A message over more reasons counts the rest: nobody reads further, and channels cut. */
const MOST = 60;
/** So many fit into the line that holds them (`channels/foot.ts`). */
const MOST_NAMES = 300;

interface Saying {
  now: Instant;
  t: Say;
  lang: Message['lang'];
  /** Sent before with a doubtful outcome. */
  again: boolean;
  /** A browser speaks in place of a companion that is not heard. */
  standsIn: boolean;
  /** Another place may speak of the same, and asks whether it was said: each thing is named. */
  named: boolean;
}

interface Said {
  reminder: Reminder;
  sentence: Sentence;
}

/** Stands in the text of a message: by it a channel that can be asked finds it again. */
export const refOf = (deliveryId: string): string => `KGB-${hashOf(deliveryId)}`;

/** The words of one delivery, in the form that its channel shows. */
export function wordsOf(delivery: Delivery, ledger: Ledger, saying: Saying): Message {
  const message = messageOf(delivery, ledger, saying);
  if (delivery.channel !== 'notification') return message;
  const { title, message: text } = noticeText(delivery, ledger, saying.now, saying.t);
  return { ...message, subject: title, lines: [{ kind: 'notice', text }], links: [] };
}

/** The words of one delivery for a team channel: for each shop what, by when, what stops, and the next step. */
export function messageOf(delivery: Delivery, ledger: Ledger, saying: Saying): Message {
  const { now, t, again } = saying;
  const says = sayingOf(delivery, ledger.reminders);
  const said = (reminders: Reminder[]): Said[] =>
    reminders
      .toSorted((a, b) => urgency(a, now) - urgency(b, now))
      .flatMap((reminder) => {
        const sentence = sentenceOf(reminder, ledger, now, t);
        return sentence ? [{ reminder, sentence }] : [];
      });
  const [standing, over] = [said(says.standing), said(says.over)];
  const first = standing[0] ?? over[0];
  const ref = refOf(delivery.id);
  const subject = subjectOf(standing, over, ledger, t);
  return {
    deliveryId: delivery.id,
    ref,
    kind: kindOf(first?.reminder.reason ?? 'expiring'),
    subject: again ? t('notice.again', [subject]) : subject,
    lines: [
      ...standingLines(standing, ledger, t),
      ...over.map(({ reminder, sentence }) => resolvedLine(reminder, sentence, ledger, t)),
      ...noteLines(delivery, ledger, { ...saying, ref }),
    ],
    links: [{ text: t('notice.openList'), url: APP_LIST }],
    thread: delivery.threadId
      ? { id: delivery.threadId, closes: standing.length === 0 && over.length > 0 }
      : null,
    dueOn: dueOf(standing, now),
    again,
    lang: saying.lang,
  };
}

function subjectOf(standing: Said[], over: Said[], ledger: Ledger, t: Say): string {
  const [first] = standing.length > 0 ? standing : over;
  if (!first) return t('notice.over');
  const shop = shopNameOf(first.reminder.shopId, ledger, t);
  if (standing.length === 1) return t('notice.title', [shop, first.sentence.short]);
  if (standing.length === 0) {
    const solved = t('notice.resolved.short', [first.sentence.topic]);
    return over.length === 1
      ? t('notice.title', [shop, solved])
      : t('notice.resolved.several', [String(over.length)]);
  }
  const shops = new Set(standing.map(({ reminder }) => reminder.shopId));
  const several = t('notice.several', [String(standing.length)]);
  return shops.size === 1
    ? t('notice.title', [shop, several])
    : t('notice.acrossShops', [String(shops.size), String(standing.length)]);
}

/** Grouped by shop, the shop with the most urgent first. */
function standingLines(standing: Said[], ledger: Ledger, t: Say): MessageLine[] {
  const shown = standing.slice(0, MOST);
  const shops = [...new Set(shown.map(({ reminder }) => reminder.shopId))];
  const lines: MessageLine[] = [];
  for (const shopId of shops) {
    lines.push({ kind: 'heading', text: shopNameOf(shopId, ledger, t) });
    for (const { reminder, sentence } of shown) {
      if (reminder.shopId === shopId) lines.push({ kind: 'notice', text: sentence.full });
    }
  }
  const more = standing.length - shown.length;
  return more > 0 ? [...lines, { kind: 'note', text: t('notice.more', [String(more)]) }] : lines;
}

const resolvedLine = (
  reminder: Reminder,
  { topic }: Sentence,
  ledger: Ledger,
  t: Say,
): MessageLine => ({
  kind: 'resolved',
  text: t('notice.resolved.full', [shopNameOf(reminder.shopId, ledger, t), topic]),
});

/** Why it comes here, and by whom: a fallback, a second person, a browser in the companion's place. */
function noteLines(
  delivery: Delivery,
  ledger: Ledger,
  { t, again, standsIn, named, ref }: Saying & { ref: string },
): MessageLine[] {
  const notes: string[] = [];
  if (delivery.fallbackFor !== null) {
    const failed = ledger.deliveries.find((one) => one.id === delivery.fallbackFor);
    const name = ledger.targets.find((one) => one.id === failed?.target)?.name ?? '';
    notes.push(t('notice.fallback', [name]));
  }
  if (delivery.escalated) notes.push(t('notice.escalated'));
  if (standsIn) notes.push(t('notice.standsIn'));
  if (again) notes.push(t('notice.againNote'));
  const names = named ? namesOf(delivery, ledger).slice(0, MOST_NAMES) : [];
  notes.push(t('notice.ref', [[ref, ...names].join(' ')]));
  return notes.map((text) => ({ kind: 'note', text }));
}

/** The earliest date by which something must be done; never one that has passed. */
function dueOf(standing: Said[], now: Instant): JstDate | null {
  const today = jstDateOf(now);
  const dates = standing
    .flatMap(({ reminder }) => (reminder.reason === 'expiring' ? (reminder.expiresOn ?? []) : []))
    .filter((on) => daysBetween(today, on) >= 0);
  return dates.reduce<JstDate | null>((a, b) => (a === null || b < a ? b : a), null);
}
