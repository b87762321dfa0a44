import { daysBetween, jstDateOf } from '../calendar/jst.ts';
import type { App, Ledger, License } from '../model/ledger.ts';
import type { Reminder } from '../model/reminder.ts';
import type { Say } from '../model/say.ts';
import type { Instant } from '../model/time.ts';
import { dateText, daysLeftText } from './days.ts';
import { plainText } from './plain.ts';
import { isOther, otherSentence, type OtherReason } from './other-sentences.ts';

/** One reason in words. */
export interface Sentence {
  /** For a title or a line of a digest. */
  short: string;
  /** What, by when, what stops, and the next step. */
  full: string;
  /** The next step alone, under a digest. */
  step: string;
  /** What it is about, as in 「…の件は解決しました」. */
  topic: string;
}

interface Talk {
  reminder: Reminder;
  license: License;
  /** The app and, where there is one, the key's last four characters. */
  name: string;
  app: App | undefined;
  now: Instant;
  t: Say;
}

/** null where what it speaks of is not in the ledger any more. */
export function sentenceOf(
  reminder: Reminder,
  ledger: Ledger,
  now: Instant,
  t: Say,
): Sentence | null {
  const { reason } = reminder;
  if (isOther(reason)) return otherSentence(reason, reminder, ledger, t);
  const license = ledger.licenses.find((one) => one.id === reminder.subjectId);
  if (!license) return null;
  const app = ledger.apps.find((one) => one.id === license.appId);
  const name = plainText(app?.name ?? '', 32) || t('notice.unnamedApp');
  return SENTENCES[reason]({ reminder, license, name, app, now, t });
}

const keyName = ({ name, license, t }: Talk): string =>
  license.last4 === null ? name : t('notice.key', [name, plainText(license.last4, 4)]);

/** Reasons whose subject is a key. */
type OfLicense = Exclude<Reminder['reason'], OtherReason>;

const SENTENCES: Record<OfLicense, (talk: Talk) => Sentence> = {
  expiring: (talk) => {
    const { reminder, license, name, now, t } = talk;
    const on = reminder.expiresOn ?? license.expiry?.on;
    if (!on) return age(talk);
    const left = daysLeftText(Math.max(0, daysBetween(jstDateOf(now), on)), t);
    const step = t('notice.expiring.step');
    return {
      short: t('notice.expiring.short', [name, left]),
      full: t('notice.withStep', [
        t('notice.expiring.full', [keyName(talk), dateText(on, t), left]),
        step,
      ]),
      step,
      topic: keyName(talk),
    };
  },
  expired: (talk) => {
    const { reminder, name, t } = talk;
    const step = t('notice.expired.step');
    const full = reminder.expiresOn
      ? t('notice.expired.full', [keyName(talk), dateText(reminder.expiresOn, t)])
      : t('notice.expired.fullNoDate', [keyName(talk)]);
    return {
      short: t('notice.expired.short', [name]),
      full: t('notice.withStep', [full, step]),
      step,
      topic: keyName(talk),
    };
  },
  age: (talk) => age(talk),
  update: (talk) => {
    const step = talk.t('notice.update.step');
    return {
      short: talk.t('notice.update.short', [talk.name]),
      full: talk.t('notice.withStep', [talk.t('notice.update.full', [keyName(talk)]), step]),
      step,
      topic: keyName(talk),
    };
  },
  approval: (talk) => {
    const { app, name, t } = talk;
    const who = plainText(app?.developer ?? '', 32) || name;
    const step = t('notice.approval.step');
    return {
      short: t('notice.approval.short', [name]),
      full: t('notice.withStep', [t('notice.approval.full', [who]), step]),
      step,
      topic: keyName(talk),
    };
  },
  conflict: (talk) => {
    const { license, reminder, name, t } = talk;
    const known = license.expiry ? dateText(license.expiry.on, t) : '-';
    const shown = reminder.expiresOn ? dateText(reminder.expiresOn, t) : '-';
    const step = t('notice.conflict.step');
    return {
      short: t('notice.conflict.short', [name]),
      full: t('notice.withStep', [t('notice.conflict.full', [keyName(talk), known, shown]), step]),
      step,
      topic: keyName(talk),
    };
  },
  testFailed: (talk) => {
    const step = talk.t('notice.testFailed.step');
    return {
      short: talk.t('notice.testFailed.short', [talk.name]),
      full: talk.t('notice.withStep', [talk.t('notice.testFailed.full', [keyName(talk)]), step]),
      step,
      topic: keyName(talk),
    };
  },
  retest: (talk) => {
    const step = talk.t('notice.retest.step');
    return {
      short: talk.t('notice.retest.short', [talk.name]),
      full: talk.t('notice.withStep', [talk.t('notice.retest.full', [keyName(talk)]), step]),
      step,
      topic: keyName(talk),
    };
  },
};

/** No date in RMS: worded as age, never as an expiry (DESIGN §3). */
function age(talk: Talk): Sentence {
  const { license, name, now, t } = talk;
  const since = jstDateOf(license.issuedSeenAt ?? license.firstSeenAt);
  const days = String(daysBetween(since, jstDateOf(now)));
  const step = t('notice.age.step');
  return {
    short: t('notice.age.short', [name, days]),
    full: t('notice.withStep', [t('notice.age.full', [keyName(talk), days]), step]),
    step,
    topic: keyName(talk),
  };
}
