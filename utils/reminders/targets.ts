import type { ChannelId, Target } from '../model/notice.ts';
import { NOTICE_KINDS } from '../model/notice.ts';
import { makeSecret, redactKeys, type Secret } from '../model/secret.ts';
import {
  CHATWORK_ORIGIN,
  GOOGLE_CHAT,
  isZendeskEmail,
  LINE_WORKS,
  SLACK,
  TEAMS,
  zendeskOrigin,
} from './channels/addresses.ts';
import { netshoninForm } from './channels/netshonin.ts';
import { webhookAddress, type WebhookKind } from './channels/webhook.ts';

/** The channels that a person sets up with a target each. Mail needs a companion's SMTP server. */
export const TARGET_CHANNELS = [
  'chatwork',
  'zendesk',
  'slack',
  'googleChat',
  'teams',
  'lineWorks',
  'netshonin',
] as const satisfies ChannelId[];
export type TargetChannel = (typeof TARGET_CHANNELS)[number];

/** A target as a person types it. `secret` is its token or webhook address; null = the one that is kept. */
export interface TargetDraft {
  channel: TargetChannel;
  name: string;
  config: Record<string, string>;
  people: string[];
  secret: string | null;
}

export interface MadeTarget {
  target: Target;
  /** To be sealed under `target.secretName`; null = nothing new. */
  secret: Secret | null;
  /** What the browser must be allowed to reach. */
  origin: string;
}

/** One Chatwork token serves every room of this browser. */
export const CHATWORK_SECRET = 'channel:chatwork';

const WEBHOOKS: Partial<Record<TargetChannel, WebhookKind>> = {
  slack: SLACK,
  googleChat: GOOGLE_CHAT,
  teams: TEAMS,
  lineWorks: LINE_WORKS,
};

/** A draft as a target; null where something of it cannot be right. Nothing secret gets into the target. */
export function targetFrom(draft: TargetDraft, id: string): MadeTarget | null {
  const place = placeOf(draft, id);
  if (!place) return null;
  // Kept in the clear: a token that somebody pasted into the wrong field must not be.
  const name = redactKeys(draft.name.normalize('NFKC').trim()).slice(0, 60);
  if (name === '') return null;
  const { origin, config, secretName, secret } = place;
  const people = draft.people.filter((one) => /^\d{1,20}$/.test(one));
  const target: Target = {
    id,
    channel: draft.channel,
    name,
    config,
    secretName,
    kinds: [...NOTICE_KINDS],
    people,
    enabled: true,
  };
  return { target, secret, origin };
}

type Place = Pick<Target, 'config' | 'secretName'> & { secret: Secret | null; origin: string };

function placeOf(draft: TargetDraft, id: string): Place | null {
  const webhook = WEBHOOKS[draft.channel];
  if (webhook) return webhookPlace(webhook, draft, id);
  if (draft.channel === 'chatwork') return chatworkPlace(draft);
  if (draft.channel === 'zendesk') return zendeskPlace(draft);
  return netshoninPlace(draft);
}

function webhookPlace(kind: WebhookKind, { secret }: TargetDraft, id: string): Place | null {
  const address = webhookAddress(kind, secret ?? '');
  if (!address) return null;
  const { origin } = address;
  return { origin, config: { origin }, secretName: `channel:${id}`, secret: address.secret };
}

function chatworkPlace({ config, secret }: TargetDraft): Place | null {
  const { roomId = '', task } = config;
  if (!/^\d{1,20}$/.test(roomId)) return null;
  return {
    origin: CHATWORK_ORIGIN,
    config: { roomId, ...(task === 'yes' ? { task } : {}) },
    secretName: CHATWORK_SECRET,
    secret: tokenOf(secret),
  };
}

function zendeskPlace({ config, secret }: TargetDraft): Place | null {
  const subdomain = (config['subdomain'] ?? '').trim().toLowerCase();
  const email = (config['email'] ?? '').trim();
  const origin = zendeskOrigin(subdomain);
  const token = tokenOf(secret);
  if (!origin || !isZendeskEmail(email) || !token) return null;
  const secretName = `channel:zendesk:${subdomain}`;
  return { origin, config: { subdomain, email }, secretName, secret: token };
}

function netshoninPlace({ config }: TargetDraft): Place | null {
  const names = ['url', 'planField', 'plan', 'mailField', 'mail'] as const;
  const kept = Object.fromEntries(names.map((name) => [name, (config[name] ?? '').trim()]));
  const form = netshoninForm({ config: kept });
  return form && { origin: form.url.origin, config: kept, secretName: null, secret: null };
}

/** A token is one word of printable ASCII. */
function tokenOf(text: string | null): Secret | null {
  const token = (text ?? '').trim();
  return /^[\x21-\x7e]{1,500}$/.test(token) ? makeSecret(token) : null;
}

/** The secret that nobody needs any more once that target is gone; null = another target uses it, or it has none. */
export function secretLeftBy(gone: Target, targets: Target[]): string | null {
  const others = targets.filter((one) => one.id !== gone.id);
  return others.some((one) => one.secretName === gone.secretName) ? null : gone.secretName;
}
