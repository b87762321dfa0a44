import * as z from 'zod/mini';
import { channelsAnswerSchema, type ChannelAsk } from '../model/companion-notices.schema.ts';
import { NOTICE_KINDS, type Target } from '../model/notice.ts';
import { reveal, type Secret } from '../model/secret.ts';
import type { Instant } from '../model/time.ts';
import type { SharedShop } from './aliases.ts';
import { aboutShop, type SharePort } from './port.ts';
import { hearOfShops } from './hear.ts';
import { shareAll } from './share.ts';
import { sendRules } from './share-rules.ts';

/** A channel that the companion was given, for one shop or several. */
export interface HandedChannel {
  id: string;
  channel: Target['channel'];
  name: string;
  /** For how many shops. */
  shops: number;
  /** When it last sent something there; null = nothing yet. */
  sentAt: Instant | null;
  /** The newest attempt did not arrive. */
  fails: boolean;
}

/** What became of a hand-over. */
export interface HandedOver {
  channels: number;
  shops: number;
  /** Names of targets that stay here alone: their token is not in this browser any more. */
  left: string[];
}

type Port = Pick<SharePort, 'ask' | 'read' | 'change'>;

/** The answer of a route that answers nothing. */
const nothing = z.null();

/** What the companion was given for the shops of its token. */
export async function handedChannels(port: Port): Promise<HandedChannel[]> {
  const found = new Map<string, HandedChannel>();
  for (const shop of await hearOfShops(port)) {
    const { channels } = await port.ask(aboutShop('/v1/channels', shop.id), channelsAnswerSchema);
    for (const { id, channel, name, last, enabled } of channels) {
      if (!enabled) continue;
      const known = found.get(id) ?? { id, channel, name, shops: 0, sentAt: null, fails: false };
      const sentAt = last?.state === 'sent' ? last.at : null;
      found.set(id, {
        ...known,
        shops: known.shops + 1,
        sentAt: Math.max(known.sentAt ?? 0, sentAt ?? 0) || null,
        fails: known.fails || (last !== null && last.error !== null),
      });
    }
  }
  return [...found.values()];
}

/**
 * Gives the companion every target of this browser with its token, and the rules, for every shop of the
 * pairing; first what was said there, or it would say it again. The tokens leave for it, so a person must have
 * chosen it. What was given before stays once.
 */
export async function handOver(
  port: SharePort,
  secretOf: (name: string) => Promise<Secret | null>,
): Promise<HandedOver> {
  const shops = await shareAll(port, new Map());
  const { targets } = await port.read();
  const left: string[] = [];
  let channels = 0;
  for (const target of targets.filter(({ enabled }) => enabled)) {
    const secret = target.secretName === null ? null : await secretOf(target.secretName);
    if (target.secretName !== null && secret === null) {
      left.push(target.name);
      continue;
    }
    for (const shop of shops) await give(port, channelOf(target, shop, secret));
    channels += 1;
  }
  // A shop that it speaks for by what a colleague set, and this browser has not heard of, keeps that (`share-rules.ts`).
  const alike = await port.rules.alike();
  await sendRules(
    port,
    shops.filter(({ id, speaks }) => !speaks || alike[id] !== undefined),
  );
  await hearOfShops(port);
  return { channels, shops: shops.length, left };
}

/**
 * Mail, which only a companion sends, for every shop of the pairing, and the rules where it did not speak yet.
 * Throws `companionNoMail`.
 */
export async function giveMail(
  port: Port & Pick<SharePort, 'rules'>,
  { id, to }: { id: string; to: string },
): Promise<void> {
  const said = { id, channel: 'mail' as const, name: to, config: { to }, secretName: null };
  const mail: Target = { ...said, kinds: [...NOTICE_KINDS], people: [], enabled: true };
  const shops = await hearOfShops(port);
  for (const shop of shops) await give(port, channelOf(mail, shop, null));
  await sendRules(
    port,
    shops.filter(({ speaks }) => !speaks),
  );
  await hearOfShops(port);
}

/** Ends a channel at the companion, for every shop; its token is deleted there. */
export async function takeBack(port: Port, channelId: string): Promise<void> {
  for (const shop of await hearOfShops(port)) {
    const asked = aboutShop('/v1/channels', shop.id);
    const { channels } = await port.ask(asked, channelsAnswerSchema);
    if (!channels.some(({ id }) => id === channelId)) continue;
    const { path } = aboutShop(`/v1/channels/${encodeURIComponent(channelId)}`, shop.id);
    await port.ask({ method: 'DELETE', path }, nothing);
  }
  await hearOfShops(port);
}

const give = ({ ask }: Port, body: ChannelAsk): Promise<unknown> =>
  ask({ method: 'PUT', path: '/v1/channels', body }, channelsAnswerSchema);

const channelOf = (
  { id, channel, name, config, people, kinds, enabled }: Target,
  shop: SharedShop,
  secret: Secret | null,
): ChannelAsk => ({
  shopId: shop.id,
  id,
  channel,
  name,
  config,
  people,
  kinds,
  enabled,
  secret: secret && reveal(secret),
});
