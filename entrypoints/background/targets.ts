import browser from 'webextension-polyfill';
import { i18n } from '#i18n';
import type { Handlers } from '../../utils/messages/dispatch.ts';
import { AppError } from '../../utils/model/errors.ts';
import type { Target } from '../../utils/model/notice.ts';
import type { Say } from '../../utils/model/say.ts';
import { makeSecret, type Secret } from '../../utils/model/secret.ts';
import { chatworkRooms } from '../../utils/reminders/channels/chatwork.ts';
import type { Why } from '../../utils/reminders/channels/port.ts';
import { EVERY_SHOP } from '../../utils/reminders/speaker.ts';
import { testMessage } from '../../utils/reminders/test-message.ts';
import {
  CHATWORK_SECRET,
  secretLeftBy,
  targetFrom,
  type MadeTarget,
} from '../../utils/reminders/targets.ts';
import { change, readLedger } from './change.ts';
import { channelPorts, channels } from './place.ts';
import { deviceVault, newId } from './services.ts';

const t = i18n.t as Say;

/** The Chatwork rooms that may be chosen, by a token just typed or the one that is kept. */
export const targetRooms: Handlers['target.rooms'] = async ({ token }) => {
  const secret = await chatworkToken(token);
  if (!secret) return { rooms: [], why: 'noSecret' };
  const answer = await chatworkRooms(secret, channelPorts());
  return answer.kind === 'rooms'
    ? { rooms: answer.rooms, why: null }
    : { rooms: [], why: answer.why };
};

const chatworkToken = async (typed: string | null): Promise<Secret | null> =>
  typed === null ? (await deviceVault()).open(CHATWORK_SECRET) : makeSecret(typed.trim());

/** Seals the secret, then writes the target: the first one makes this browser the 送信役. */
export const targetAdd: Handlers['target.add'] = async (draft) => {
  const made = targetFrom(draft, newId());
  if (!made) return { targetId: null, why: 'badConfig' };
  const why = await missingFor(made);
  if (why) return { targetId: null, why };
  const { target, secret } = made;
  if (secret && target.secretName) await (await deviceVault()).seal(target.secretName, secret);
  await change(({ meta, targets }) => ({
    targets: [target],
    ...(targets.length === 0 && meta.speaksFor === undefined
      ? { meta: { ...meta, speaksFor: [EVERY_SHOP] } }
      : {}),
  }));
  return { targetId: target.id, why: null };
};

/** Chatwork's group rooms only, whatever a page asks for; and no target without the secret that it needs. */
async function missingFor({ target, secret }: MadeTarget): Promise<Why | null> {
  if (target.channel !== 'chatwork') return null;
  const token = secret ?? (await chatworkToken(null));
  if (!token) return 'noSecret';
  const answer = await chatworkRooms(token, channelPorts());
  if (answer.kind !== 'rooms') return answer.why;
  return answer.rooms.some(({ id }) => id === target.config['roomId']) ? null : 'notFound';
}

async function targetById(targetId: string): Promise<{ target: Target; targets: Target[] }> {
  const { targets } = await readLedger();
  const target = targets.find(({ id }) => id === targetId);
  if (!target) throw new AppError('notFound');
  return { target, targets };
}

export const targetTest: Handlers['target.test'] = async ({ targetId }) => {
  const { target } = await targetById(targetId);
  const channel = channels.get(target.channel);
  if (!channel) return { outcome: { kind: 'refused', why: 'notHere' } };
  const message = testMessage(newId(), t);
  return { outcome: await channel.testSend(message, target, channelPorts()) };
};

/** The secret first: what is left of a half-done removal can send nothing. Then the permission nobody needs. */
export const targetRemove: Handlers['target.remove'] = async ({ targetId }) => {
  const { target, targets } = await targetById(targetId);
  const secretName = secretLeftBy(target, targets);
  if (secretName !== null) await (await deviceVault()).forget(secretName);
  await change(() => ({ remove: { targets: [targetId] } }));
  const originsOf = (one: Target): string[] => channels.get(one.channel)?.origins(one) ?? [];
  const still = new Set(targets.filter(({ id }) => id !== targetId).flatMap(originsOf));
  const free = originsOf(target).filter((origin) => !still.has(origin));
  const patterns = free.map((origin) => `${origin}/*`);
  // One that a person granted for all sites cannot be taken back in part.
  if (patterns.length > 0)
    await browser.permissions.remove({ origins: patterns }).catch(() => false);
  return {};
};

/** Makes this browser the 送信役 of every shop, or ends that. */
export const speakerSet: Handlers['speaker.set'] = async ({ on }) => {
  await change(({ meta }) => ({ meta: { ...meta, speaksFor: on ? [EVERY_SHOP] : [] } }));
  return {};
};
