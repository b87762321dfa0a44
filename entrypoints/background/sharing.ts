import { askCompanion, type PairedCompanion } from '../../utils/keytest/companion-client.ts';
import { AppError } from '../../utils/model/errors.ts';
import { MINUTE, type Instant } from '../../utils/model/time.ts';
import { sendAnswers } from '../../utils/sharing/answers.ts';
import { keepShopKey, shopKeyId } from '../../utils/vault/fingerprint.ts';
import type { SharePort } from '../../utils/sharing/port.ts';
import { shareAll } from '../../utils/sharing/share.ts';
import { shareRules } from '../../utils/sharing/share-rules.ts';
import { change, readLedger } from './change.ts';
import { atCompanion, pairedCompanion } from './companion.ts';
import { newId, now } from './services.ts';
import {
  changeCompanion,
  companionSetting,
  rulesChangedAt,
  setRulesChangedAt,
} from './settings.ts';

/** Well within the time after which a companion is taken to be silent (`HEARTBEAT_MISSED`). */
const EVERY = 10 * MINUTE;

// Lost with the worker, and with the pairing: then it meets the companion at once, and takes everything once more.
let metFor: Instant | null = null;
const adopted = new Map<string, string>();
const rulesSeen = new Map<string, number>();
let metAt: Instant = -Infinity;
let meeting: Promise<void> | null = null;

/** For what a person asks of the companion. Throws `companionUnreachable` where none is paired. */
export async function companionPort(): Promise<SharePort> {
  const paired = await pairedCompanion();
  if (!paired) throw new AppError('companionUnreachable');
  return portTo(paired);
}

/** This browser, as `utils/sharing` sees it. */
const portTo = (paired: PairedCompanion): SharePort => ({
  ask: (asked, schema) =>
    atCompanion(askCompanion((url, init) => fetch(url, init), paired, asked, schema)),
  read: readLedger,
  change: (decide) => change(decide, 'companion'),
  fingerprints: { keyId: shopKeyId, keep: keepShopKey },
  rules: {
    changedAt: rulesChangedAt,
    sent: async (at) => {
      if ((await rulesChangedAt()) === at) await setRulesChangedAt(0);
    },
    alike: async () => (await companionSetting())?.rulesAlike ?? {},
    keepAlike: (rules) =>
      changeCompanion(({ rulesAlike }) => ({ rulesAlike: { ...rulesAlike, ...rules } })),
  },
  newId,
  now,
});

/**
 * Meets the paired companion if it is time, or if there is something to send, and says when to come back
 * (Infinity where none is paired). Never rejects, and does not wait for the companion.
 */
export async function share(): Promise<Instant> {
  const [paired, setting] = [await pairedCompanion(), await companionSetting()];
  if (!paired || !setting) return Infinity;
  if (metFor !== setting.pairedAt) {
    metFor = setting.pairedAt;
    metAt = -Infinity;
    adopted.clear();
    rulesSeen.clear();
  }
  // A clock that was ahead then says nothing of when to meet next.
  const due = metAt > now() ? now() : metAt + EVERY;
  if (meeting !== null) return due;
  const { unsent, answers } = await readLedger();
  const since = setting.answersSentAt ?? 0;
  const hasNews =
    unsent.length > 0 || (await rulesChangedAt()) > 0 || answers.some(({ at }) => at > since);
  if (!hasNews && now() < due) return due;
  metAt = now();
  meeting = meet(portTo(paired), since)
    // A companion that is away is met again at the next time; what was not sent stays.
    .catch(() => undefined)
    .finally(() => {
      meeting = null;
    });
  return metAt + EVERY;
}

/** `since`: up to when it knows what was answered here. */
async function meet(port: SharePort, since: Instant): Promise<void> {
  const shops = await shareAll(port, adopted);
  const answersSentAt = await sendAnswers(port, shops, since);
  await changeCompanion(() => ({ answersSentAt }));
  await shareRules(port, shops, rulesSeen);
}
