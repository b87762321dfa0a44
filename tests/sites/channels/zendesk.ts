import { json } from '../lib/reply.ts';
import { route, site } from '../lib/router.ts';
import type { Call, Reply, Site } from '../lib/types.ts';
import { makeLimit, type Limit } from './limits.ts';
import { token } from './random.ts';
import type { Clock, Instant } from '../../../utils/model/time.ts';

export interface Ticket {
  id: number;
  external_id: string | null;
  subject: string;
  status: 'new' | 'open' | 'solved' | 'closed';
  tags: string[];
  comments: { body: string; public: boolean; created_at: string }[];
  created: Instant;
}

export interface ZendeskState {
  clock: Clock;
  email: string;
  token: string;
  tickets: Ticket[];
  /** `Idempotency-Key` → what was asked and answered; kept for two hours. */
  keys: Map<string, { asked: string; reply: Reply; at: Instant }>;
  /** Requests a minute of the plan. */
  calls: Limit;
  /** A 429 names its wait only if so: Zendesk leaves it out sometimes (rms.md §7). */
  saysRetryAfter: boolean;
  /** A new ticket is found by the search only after so many milliseconds. */
  searchLagMs: number;
}

export const makeZendeskState = (clock: Clock): ZendeskState => ({
  clock,
  email: 'staff@akanedo.test',
  token: token(20),
  tickets: [],
  keys: new Map(),
  calls: makeLimit(200, 60_000, clock),
  saysRetryAfter: true,
  searchLagMs: 60_000,
});

const refuse = (status: number, error: string, description = ''): Reply =>
  json({ error, description }, status);

const KEY_LASTS = 2 * 3_600_000;

interface TicketAsk {
  subject?: string;
  external_id?: string;
  status?: Ticket['status'];
  tags?: string[];
  comment?: { body?: string; public?: boolean };
}

/** The `ticket` of a JSON body; null where there is none. */
function askOf({ request }: Call): TicketAsk | null {
  try {
    return (JSON.parse(request.body) as { ticket?: TicketAsk }).ticket ?? null;
  } catch {
    return null;
  }
}

const commentOf = (ask: TicketAsk, at: number): Ticket['comments'] =>
  ask.comment?.body === undefined
    ? []
    : [
        {
          body: ask.comment.body,
          public: ask.comment.public ?? true,
          created_at: new Date(at).toISOString(),
        },
      ];

function create(state: ZendeskState, call: Call): Reply {
  const ask = askOf(call);
  if (!ask || commentOf(ask, state.clock()).every(({ body }) => body === '')) {
    return refuse(422, 'RecordInvalid', 'Description: cannot be blank');
  }
  const ticket: Ticket = {
    id: 35_000 + state.tickets.length,
    external_id: ask.external_id ?? null,
    subject: ask.subject ?? '',
    status: ask.status ?? 'new',
    tags: ask.tags ?? [],
    comments: commentOf(ask, state.clock()),
    created: state.clock(),
  };
  state.tickets.push(ticket);
  return json({ ticket: shown(ticket) }, 201);
}

const shown = ({ comments, created, ...ticket }: Ticket): object => ({
  ...ticket,
  description: comments[0]?.body ?? '',
  created_at: new Date(created).toISOString(),
});

/** The same key again gives the first answer; with another body it is an error. */
function once(state: ZendeskState, call: Call): Reply {
  const key = call.request.headers['idempotency-key'];
  if (key === undefined) return create(state, call);
  if (key.length > 255) return refuse(400, 'IdempotencyKeyInvalid');
  const known = state.keys.get(key);
  if (known && state.clock() - known.at < KEY_LASTS) {
    if (known.asked !== call.request.body) return refuse(400, 'IdempotentRequestError');
    return withHeader(known.reply, 'x-idempotency-lookup', 'hit');
  }
  const reply = create(state, call);
  if (reply.status === 201) {
    state.keys.set(key, { asked: call.request.body, reply, at: state.clock() });
  }
  return withHeader(reply, 'x-idempotency-lookup', 'miss');
}

const withHeader = (reply: Reply, name: string, value: string): Reply => ({
  ...reply,
  headers: { ...reply.headers, [name]: value },
});

function update(state: ZendeskState, call: Call): Reply {
  const ticket = state.tickets.find(({ id }) => id === Number(call.params['id']));
  const ask = askOf(call);
  if (!ticket) return refuse(404, 'RecordNotFound', 'Not found');
  if (!ask) return refuse(422, 'RecordInvalid');
  if (ticket.status === 'closed')
    return refuse(422, 'RecordInvalid', 'Status: closed prevents update');
  ticket.comments.push(...commentOf(ask, state.clock()));
  if (ask.status !== undefined) ticket.status = ask.status;
  return json({ ticket: shown(ticket) });
}

const comments = (state: ZendeskState, call: Call): Reply => {
  const ticket = state.tickets.find(({ id }) => id === Number(call.params['id']));
  if (!ticket) return refuse(404, 'RecordNotFound', 'Not found');
  return json({ comments: ticket.comments.toReversed(), count: ticket.comments.length });
};

/** By external id: exact and at once, the newest first. */
const list = (state: ZendeskState, call: Call): Reply => {
  const wanted = call.query.get('external_id');
  const found = state.tickets.filter(({ external_id }) => external_id === wanted);
  return json({ tickets: found.map(shown).reverse(), count: found.length, next_page: null });
};

/** The search engine knows a ticket only after a while. */
const search = (state: ZendeskState, call: Call): Reply => {
  const wanted = /external_id:"?([^\s"]+)/.exec(call.query.get('query') ?? '')?.[1];
  const found = state.tickets.filter(
    ({ external_id, created }) =>
      external_id === wanted && state.clock() - created >= state.searchLagMs,
  );
  return json({ results: found.map(shown), count: found.length, next_page: null });
};

/** Zendesk's API v2 of one subdomain. */
export function zendeskSite(state: ZendeskState): Site {
  const answer = site([
    route('POST', '/api/v2/tickets', (call) => once(state, call)),
    route('PUT', '/api/v2/tickets/:id', (call) => update(state, call)),
    route('GET', '/api/v2/tickets/:id/comments', (call) => comments(state, call)),
    route('GET', '/api/v2/tickets', (call) => list(state, call)),
    route('GET', '/api/v2/search', (call) => search(state, call)),
    route('GET', '/api/v2/users/me', () => json({ user: { id: 1, email: state.email } })),
  ]);
  const basic = (): string =>
    `Basic ${Buffer.from(`${state.email}/token:${state.token}`).toString('base64')}`;
  return async (call) => {
    if (call.request.headers['authorization'] !== basic()) {
      return refuse(401, "Couldn't authenticate you");
    }
    if (!state.calls.take('all')) {
      const reply = refuse(
        429,
        'APIRateLimitExceeded',
        'Number of allowed API requests per minute exceeded',
      );
      const wait = Math.ceil((state.calls.resetAt('all') - state.clock()) / 1_000);
      return state.saysRetryAfter ? withHeader(reply, 'retry-after', String(wait)) : reply;
    }
    return (await answer(call)) ?? refuse(404, 'InvalidEndpoint');
  };
}
