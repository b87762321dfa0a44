import { jstDateOf } from '../calendar/jst.ts';
import type { Ledger } from '../model/ledger.ts';
import type { Reason, Reminder } from '../model/reminder.ts';
import type { Say } from '../model/say.ts';
import { dateText } from './days.ts';
import { plainText } from './plain.ts';
import type { Sentence } from './sentences.ts';

/** Reasons whose subject is no key. */
const OTHERS = ['unreadable', 'eventGone', 'oldKey', 'notLooked', 'outage', 'runOpen'] as const;
export type OtherReason = (typeof OTHERS)[number];

export const isOther = (reason: Reason): reason is OtherReason =>
  (OTHERS as readonly Reason[]).includes(reason);

interface Talk {
  reminder: Reminder;
  ledger: Ledger;
  t: Say;
}

const SENTENCES: Record<OtherReason, (talk: Talk) => Sentence | null> = {
  unreadable,
  eventGone,
  oldKey,
  notLooked,
  outage,
  runOpen,
};

/** null where what it speaks of is not in the ledger any more. */
export const otherSentence = (
  reason: OtherReason,
  reminder: Reminder,
  ledger: Ledger,
  t: Say,
): Sentence | null => SENTENCES[reason]({ reminder, ledger, t });

function unreadable({ reminder, ledger: { pages }, t }: Talk): Sentence | null {
  const page = pages.find((one) => one.id === reminder.subjectId);
  if (!page) return null;
  const where = t(`notice.page.${page.page}`);
  const step = t('notice.unreadable.step');
  const rows = page.pageClass !== 'unreadable';
  return {
    short: t('notice.unreadable.short', [where]),
    full: t('notice.withStep', [
      rows ? t('notice.unreadable.rows', [where]) : t('notice.unreadable.full', [where]),
      step,
    ]),
    step,
    topic: t('notice.topic.page', [where]),
  };
}

function eventGone({ reminder, ledger: { events }, t }: Talk): Sentence | null {
  const event = events.find((one) => one.id === reminder.subjectId);
  if (!event) return null;
  const service = plainText(event.service, 32);
  const step = t('notice.eventGone.step');
  return {
    short: t('notice.eventGone.short', [service]),
    full: t('notice.withStep', [
      t('notice.eventGone.full', [service, plainText(event.company, 32)]),
      step,
    ]),
    step,
    topic: service,
  };
}

function oldKey({ reminder, ledger, t }: Talk): Sentence | null {
  const placement = ledger.placements.find((one) => one.id === reminder.subjectId);
  const binding = ledger.bindings.find((one) => one.id === placement?.bindingId);
  const license = ledger.licenses.find((one) => one.id === placement?.holds?.licenseId);
  if (!binding || !license) return null;
  const tool = plainText(hostOf(binding.origin), 48);
  const step = t('notice.oldKey.step');
  const last4 = plainText(license.last4 ?? '-', 4);
  return {
    short: t('notice.oldKey.short', [tool]),
    full: t('notice.withStep', [t('notice.oldKey.full', [tool, last4]), step]),
    step,
    topic: tool,
  };
}

function hostOf(origin: string): string {
  try {
    return new URL(origin).hostname;
  } catch {
    return origin;
  }
}

function notLooked({ reminder, ledger: { pages }, t }: Talk): Sentence {
  const readAt = pages
    .filter((page) => page.shopId === reminder.subjectId)
    .reduce((latest, page) => Math.max(latest, page.readAt ?? 0), 0);
  const step = t('notice.notLooked.step');
  const on = readAt === 0 ? '-' : dateText(jstDateOf(readAt), t);
  return {
    short: t('notice.notLooked.short'),
    full: t('notice.withStep', [t('notice.notLooked.full', [on]), step]),
    step,
    topic: t('notice.topic.look'),
  };
}

function outage({ t }: Talk): Sentence {
  const step = t('notice.outage.step');
  return {
    short: t('notice.outage.short'),
    full: t('notice.withStep', [t('notice.outage.full'), step]),
    step,
    topic: t('notice.topic.api'),
  };
}

function runOpen({ reminder, ledger: { renewals, apps }, t }: Talk): Sentence | null {
  const run = renewals.find((one) => one.id === reminder.subjectId);
  if (!run) return null;
  const app = apps.find((one) => one.id === run.appId);
  const name = plainText(app?.name ?? '', 32) || t('notice.unnamedApp');
  const step = t('notice.runOpen.step');
  return {
    short: t('notice.runOpen.short', [name]),
    full: t('notice.withStep', [
      t('notice.runOpen.full', [name, dateText(jstDateOf(run.openedAt), t)]),
      step,
    ]),
    step,
    topic: t('notice.runOpen.topic', [name]),
  };
}
