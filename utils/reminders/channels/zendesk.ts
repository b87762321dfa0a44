import * as z from 'zod/mini';
import type { Target } from '../../model/notice.ts';
import { reveal } from '../../model/secret.ts';
import type { Instant } from '../../model/time.ts';
import { isZendeskEmail, zendeskOrigin } from './addresses.ts';
import { cut, inert, safeRef, widen } from './escape.ts';
import { withFoot } from './foot.ts';
import { ask, failureOf, jsonOf, unknownOf, yesOf, type Answer, type Failed } from './http.ts';
import type { AskableChannel, ChannelPorts, Found, Message, Outcome, Unknown } from './port.ts';

const SUBJECT = 150;
const MOST = 60_000;
const LINE = 1_000;

/**
 * Text that Zendesk shows as it is: comments are Markdown, and {{…}} in an agent's comment is filled in with
 * data of the ticket.
 */
export const escapeZendesk = (text: string): string => widen(inert(text), '*_~`[]<>#|\\{}');

/** Zendesk's API v2: one ticket for each reason, found again by its external id, commented on and solved. */
export const zendesk: AskableChannel = {
  id: 'zendesk',
  class: 1,
  grouping: 'thread',
  limits: {
    length: MOST,
    perTarget: null,
    // The smallest plan's, per account.
    perSecret: { count: 200, ms: 60_000 },
    attempts: 5,
  },
  origins: ({ config }) => {
    const origin = zendeskOrigin(config['subdomain'] ?? '');
    return origin ? [origin] : [];
  },
  send: (message, target, ports) => withCaller(target, ports, (call) => speak(message, call)),
  find: async (message, target, ports) => {
    const call = await callerOf(target, ports);
    if ('why' in call) return unknownOf(call);
    const ticket = await ticketOf(message, call);
    if ('why' in ticket) return unknownOf(ticket);
    if (ticket.id === null) return { kind: 'absent' };
    return findIn(ticket.id, message, call);
  },
  look: async ({ message, names }, target, ports) => {
    const call = await callerOf(target, ports);
    if ('why' in call) return unknownOf(call);
    const ticket = await ticketOf(message, call);
    if ('why' in ticket) return unknownOf(ticket);
    const found = new Map<string, Instant | null>();
    const comments = ticket.id === null ? [] : await commentsOf(ticket.id, call);
    if ('kind' in comments) return comments;
    for (const one of comments.toReversed()) {
      for (const name of names.filter((known) => one.body.includes(known)))
        found.set(name, timeOf(one));
    }
    return { kind: 'looked', found, outOfSight: false };
  },
  testSend: (message, target, ports) =>
    withCaller(target, ports, (call) => create({ ...message, thread: null }, call, 'solved')),
};

interface Caller {
  /** Asks Zendesk; every call as the account's agent. */
  ask: (
    method: 'GET' | 'POST' | 'PUT',
    path: string,
    body?: object,
    key?: string,
  ) => Promise<Answer>;
  failed: (answer: Answer) => Failed;
}

async function callerOf(target: Target, ports: ChannelPorts): Promise<Caller | Failed> {
  const { subdomain = '', email = '' } = target.config;
  const origin = zendeskOrigin(subdomain);
  if (!origin || !isZendeskEmail(email)) return { kind: 'refused', why: 'badConfig' };
  const token = target.secretName === null ? null : await ports.secret(target.secretName);
  if (!token) return { kind: 'refused', why: 'noSecret' };
  const pair = new TextEncoder().encode(`${email}/token:${reveal(token)}`);
  const coded = btoa(Array.from(pair, (byte) => String.fromCharCode(byte)).join(''));
  return {
    ask: (method, path, body, key) =>
      ask(ports, {
        method,
        url: `${origin}/api/v2${path}`,
        headers: {
          accept: 'application/json',
          authorization: `Basic ${coded}`,
          ...(body ? { 'content-type': 'application/json' } : {}),
          ...(key ? { 'idempotency-key': key } : {}),
        },
        ...(body ? { body: JSON.stringify(body) } : {}),
      }),
    failed: (answer) => failureOf(answer, ports.clock()),
  };
}

async function withCaller(
  target: Target,
  ports: ChannelPorts,
  act: (call: Caller) => Promise<Outcome>,
): Promise<Outcome> {
  const call = await callerOf(target, ports);
  return 'why' in call ? call : act(call);
}

/** All messages of one reason are one ticket; a message over several has a ticket of its own. */
const externalId = ({ thread, deliveryId }: Message): string =>
  `kagiban-${thread ? thread.id : deliveryId}`;

async function speak(message: Message, call: Caller): Promise<Outcome> {
  const ticket = await ticketOf(message, call);
  // Nothing was written yet, so nothing is doubtful.
  if ('why' in ticket) return ticket.kind === 'doubtful' ? laterOf(ticket) : ticket;
  if (ticket.id === null) {
    // Somebody deleted or closed it: there is nothing left to solve.
    if (message.thread?.closes) return { kind: 'delivered', ref: null };
    return create(message, call, 'new');
  }
  const status = message.thread?.closes ? 'solved' : ticket.status === 'solved' ? 'open' : null;
  const comment = { body: bodyOf(message), public: false };
  const body = { ticket: { comment, ...(status ? { status } : {}) } };
  const answer = await call.ask('PUT', `/tickets/${ticket.id}`, body);
  return yesOf(answer) === null ? call.failed(answer) : { kind: 'delivered', ref: `${ticket.id}` };
}

const laterOf = ({ why }: Failed): Outcome => ({ kind: 'retry', after: null, why });

async function create(message: Message, call: Caller, status: 'new' | 'solved'): Promise<Outcome> {
  const ticket = {
    subject: cut(escapeZendesk(message.subject), SUBJECT),
    // An internal note: it tells the staff, and mails nobody outside.
    comment: { body: bodyOf(message), public: false },
    external_id: externalId(message),
    tags: ['kagiban'],
    ...(status === 'solved' ? { status } : {}),
    ...(message.dueOn ? { type: 'task', due_at: `${message.dueOn}T23:59:59+09:00` } : {}),
  };
  const answer = await call.ask('POST', '/tickets', { ticket }, message.deliveryId.slice(0, 255));
  const text = yesOf(answer);
  if (text === null) return call.failed(answer);
  const made = createdSchema.safeParse(jsonOf(text)).data?.ticket.id;
  return { kind: 'delivered', ref: made === undefined ? null : String(made) };
}

/** The newest ticket of that reason that can still be written to; `id: null` = there is none. */
async function ticketOf(
  message: Message,
  call: Caller,
): Promise<{ id: number | null; status: string } | Failed> {
  // Not the search: it knows a new ticket only minutes later.
  const query = new URLSearchParams({ external_id: externalId(message) });
  const answer = await call.ask('GET', `/tickets?${query}`);
  const list = listSchema.safeParse(jsonOf(yesOf(answer) ?? ''));
  if (!list.success) return call.failed(answer);
  const open = list.data.tickets.filter(({ status }) => status !== 'closed');
  const [newest] = open.sort((a, b) => b.id - a.id);
  return newest ?? { id: null, status: '' };
}

async function findIn(id: number, message: Message, call: Caller): Promise<Found> {
  const comments = await commentsOf(id, call);
  if ('kind' in comments) return comments;
  const ref = safeRef(message.ref);
  const mine = comments.find(({ body }) => ref !== '' && body.includes(ref));
  return mine ? { kind: 'found', ref: String(id), at: timeOf(mine) } : { kind: 'absent' };
}

type Comment = z.infer<typeof commentsSchema>['comments'][number];

/** The newest first. */
async function commentsOf(id: number, call: Caller): Promise<Comment[] | Unknown> {
  const answer = await call.ask('GET', `/tickets/${id}/comments?sort_order=desc`);
  const list = commentsSchema.safeParse(jsonOf(yesOf(answer) ?? ''));
  return list.success ? list.data.comments : unknownOf(call.failed(answer));
}

function timeOf({ created_at }: Comment): Instant | null {
  const at = Date.parse(created_at ?? '');
  return Number.isNaN(at) ? null : at;
}

function bodyOf(message: Message): string {
  const { lines, foot: last } = withFoot(message);
  const text = lines.map((line) => cut(escapeZendesk(line.text), LINE)).join('\n\n');
  const foot = message.links.map(({ text: words, url }) => `${escapeZendesk(words)} ${url}`);
  return [cut(text, MOST), ...foot, escapeZendesk(last)].join('\n\n');
}

const createdSchema = z.object({ ticket: z.object({ id: z.int() }) });
const listSchema = z.object({
  tickets: z.array(z.object({ id: z.int(), status: z.string() })),
});
const commentsSchema = z.object({
  comments: z.array(z.object({ body: z.string(), created_at: z.optional(z.string()) })),
});
