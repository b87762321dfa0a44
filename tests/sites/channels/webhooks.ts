import { json } from '../lib/reply.ts';
import type { Call, Reply, Site } from '../lib/types.ts';
import { makeLimit, type Limit } from './limits.ts';
import { token } from './random.ts';
import type { Clock } from '../../../utils/model/time.ts';

/** One incoming webhook: where it is, what arrived there, and whether it is still there. */
export interface Webhook {
  /** Path and query; the secret is in it. */
  readonly address: string;
  received: unknown[];
  /** `gone`: somebody removed it. `archived`: its channel is closed (Slack). */
  state: 'open' | 'gone' | 'archived';
  limit: Limit;
}

export interface Webhooks {
  slack: Webhook;
  googleChat: Webhook;
  teams: Webhook;
  lineWorks: Webhook;
}

const webhook = (address: string, limit: Limit): Webhook => ({
  address,
  received: [],
  state: 'open',
  limit,
});

export function makeWebhooks(clock: Clock): Webhooks {
  const teams = new URLSearchParams({
    'api-version': '2016-06-01',
    sp: '/triggers/manual/run',
    sv: '1.0',
    sig: token(32),
  });
  return {
    // One a second is what Slack documents, with short bursts allowed.
    slack: webhook(`/services/T0AKANE00/B0KAGIBAN/${token(12)}`, makeLimit(3, 3_000, clock)),
    // One a second for each space.
    googleChat: webhook(
      `/v1/spaces/AAAAkagiban/messages?key=${token()}&token=${token()}`,
      makeLimit(1, 1_000, clock),
    ),
    // More than four in a second are throttled.
    teams: webhook(
      `/workflows/${token()}/triggers/manual/paths/invoke?${teams}`,
      makeLimit(4, 1_000, clock),
    ),
    lineWorks: webhook(`/message/${token()}`, makeLimit(60, 60_000, clock)),
  };
}

const plain = (status: number, body: string, headers: Record<string, string> = {}): Reply => ({
  status,
  headers: { 'content-type': 'text/plain; charset=utf-8', ...headers },
  body,
});

function bodyOf(call: Call): Record<string, unknown> | null {
  try {
    const body: unknown = JSON.parse(call.request.body);
    return typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

const bytes = (text: string): number => Buffer.byteLength(text, 'utf8');
const sizeOf = (value: unknown): number => (typeof value === 'string' ? value.length : 0);

/** The texts of a Slack message are within their limits (api.slack.com: header 150, section 3,000, 50 blocks). */
function fitsSlack({ text, blocks }: Record<string, unknown>): boolean {
  if (blocks === undefined) return sizeOf(text) > 0 && sizeOf(text) <= 40_000;
  if (!Array.isArray(blocks) || blocks.length === 0 || blocks.length > 50) return false;
  return (blocks as { type?: string; text?: { type?: string; text?: string } }[]).every((block) => {
    const most = block.type === 'header' ? 150 : 3_000;
    if (block.type === 'header' && block.text?.type !== 'plain_text') return false;
    return sizeOf(block.text?.text) > 0 && sizeOf(block.text?.text) <= most;
  });
}

export const slackSite =
  ({ slack }: Webhooks): Site =>
  (call) => {
    if (call.request.url !== slack.address) return plain(403, 'invalid_token');
    if (slack.state === 'gone') return plain(404, 'no_service');
    if (slack.state === 'archived') return plain(410, 'channel_is_archived');
    if (!slack.limit.take('')) return plain(429, 'rate_limited', { 'retry-after': '1' });
    const body = bodyOf(call);
    if (!body) return plain(400, 'invalid_payload');
    if (!fitsSlack(body)) return plain(400, body['blocks'] ? 'invalid_blocks' : 'no_text');
    slack.received.push(body);
    return plain(200, 'ok');
  };

const google = (code: number, status: string): Reply => json({ error: { code, status } }, code);

export const googleChatSite =
  ({ googleChat }: Webhooks): Site =>
  (call) => {
    const wanted = new URL(googleChat.address, 'https://x');
    if (call.request.path !== wanted.pathname || googleChat.state !== 'open') {
      return google(404, 'NOT_FOUND');
    }
    const same = ['key', 'token'].every(
      (name) => call.query.get(name) === wanted.searchParams.get(name),
    );
    if (!same) return google(401, 'UNAUTHENTICATED');
    if (!googleChat.limit.take('')) return google(429, 'RESOURCE_EXHAUSTED');
    const body = bodyOf(call);
    const text = body?.['text'];
    if (typeof text !== 'string' || text === '') return google(400, 'INVALID_ARGUMENT');
    if (bytes(call.request.body) > 32_000) return google(400, 'INVALID_ARGUMENT');
    googleChat.received.push(body);
    return json({ name: `spaces/AAAAkagiban/messages/${googleChat.received.length}.1`, text });
  };

const CARD = 'application/vnd.microsoft.card.adaptive';

export const teamsSite =
  ({ teams }: Webhooks): Site =>
  (call) => {
    const wanted = new URL(teams.address, 'https://x');
    if (call.request.path !== wanted.pathname || teams.state !== 'open') {
      return json({ error: { code: 'WorkflowNotFound' } }, 404);
    }
    if (call.query.get('sig') !== wanted.searchParams.get('sig')) {
      return json({ error: { code: 'DirectApiAuthorizationRequired' } }, 401);
    }
    if (!teams.limit.take('')) return json({ error: { code: 'TooManyRequests' } }, 429);
    if (bytes(call.request.body) > 28 * 1_024) return plain(413, 'Request Entity too large');
    const body = bodyOf(call);
    const cards = body?.['attachments'] as
      | { contentType?: string; content?: { type?: string } }[]
      | undefined;
    const fits =
      body?.['type'] === 'message' &&
      cards?.length === 1 &&
      cards[0]?.contentType === CARD &&
      cards[0].content?.type === 'AdaptiveCard';
    if (!fits) return json({ error: { code: 'TriggerInputSchemaMismatch' } }, 400);
    teams.received.push(body);
    return { status: 202, headers: {}, body: '' };
  };

const works = (code: number, description: string): Reply => json({ code, description }, code);

export const lineWorksSite =
  ({ lineWorks }: Webhooks): Site =>
  (call) => {
    if (call.request.url !== lineWorks.address || lineWorks.state !== 'open') {
      return works(404, 'webhook not found');
    }
    if (!lineWorks.limit.take('')) return works(429, 'API rate limit exceeded');
    const body = bodyOf(call);
    const text = (body?.['body'] as { text?: unknown } | undefined)?.text;
    if (typeof text !== 'string' || text === '') return works(400, 'missing parameter');
    if (text.length > 2_000 || sizeOf(body?.['title']) > 300) return works(400, 'too long');
    lineWorks.received.push(body);
    return works(200, 'success');
  };
