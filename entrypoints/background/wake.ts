import browser from 'webextension-polyfill';
import { i18n } from '#i18n';
import type { Say } from '../../utils/model/say.ts';
import type { Instant } from '../../utils/model/time.ts';
import { nextWake } from '../../utils/reminders/alarm.ts';
import { clearSolved } from '../../utils/reminders/channels/notification.browser.ts';
import { deliverDue } from '../../utils/reminders/deliver.ts';
import { companionBeside } from '../../utils/reminders/in-place.ts';
import { wordsOf } from '../../utils/reminders/message.ts';
import { standsIn } from '../../utils/reminders/speaker.ts';
import { trueNow } from '../../utils/reminders/true-time.ts';
import { watchTabsIfNeeded } from './carry.ts';
import { change, readLedger } from './change.ts';
import { clearClipboard } from './clipboard.ts';
import { runDueRetests } from './keytest.ts';
import { channelPorts, channels, placeFor } from './place.ts';
import { dropKeysOfEndedRuns } from './renewals.ts';
import { carry, now, safe } from './services.ts';
import { share } from './sharing.ts';

const ALARM = 'kagiban-wake';
const t = i18n.t as Say;

let waking: Promise<void> = Promise.resolve();

/**
 * Does everything that is due and sets the next alarm. Due times live in the ledger; an alarm or a
 * message is only a hint, so this runs at every worker start and after every change. One at a time.
 * Never rejects: what failed stays due, and `change` has shown why.
 */
export function wake(): Promise<void> {
  waking = waking.then(doWhatIsDue).catch(() => setAlarm(now() + RETRY_MS));
  return waking;
}

/** When the ledger itself can't be used, the next try comes then: no crash loop, no silence. */
const RETRY_MS = 5 * 60_000;

async function doWhatIsDue(): Promise<void> {
  // First what guards secrets: it must not wait for a ledger that can't be read.
  const clearsAt = await clearClipboard();
  const locksAt = await safe.sweep();
  await change(() => ({}));
  await dropKeysOfEndedRuns();
  const carriedUntil = await carry.sweep();
  await watchTabsIfNeeded();
  await runDueRetests().catch(() => undefined);
  await deliverDue({
    update: change,
    channels,
    messageOf: (delivery, ledger, again) => {
      const [at, lang] = [
        trueNow(ledger, now()),
        t('common.lang') === 'ja' ? ('ja' as const) : ('en' as const),
      ];
      const named = companionBeside(ledger) !== null && channels.get(delivery.channel)?.class === 1;
      const saying = { now: at, t, lang, again, standsIn: standsIn(ledger, at), named };
      return wordsOf(delivery, ledger, saying);
    },
    ports: channelPorts,
    clock: now,
    random: Math.random,
    other: companionBeside,
  });
  const ledger = await readLedger();
  await clearSolved(ledger);
  const at = trueNow(ledger, now());
  // An alarm goes by the browser's clock, also where that one is behind.
  const due = now() + nextWake(ledger, at, placeFor(ledger, at)) - at;
  const meetsAt = await share();
  await setAlarm(Math.min(due, meetsAt, carriedUntil ?? due, locksAt ?? due, clearsAt ?? due));
}

/** An alarm that stands already is left alone: creating it anew would put it off for ever. */
async function setAlarm(at: Instant): Promise<void> {
  const standing = await browser.alarms.get(ALARM);
  if (standing?.scheduledTime !== at) browser.alarms.create(ALARM, { when: at });
}
