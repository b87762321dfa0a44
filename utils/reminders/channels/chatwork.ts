import * as z from 'zod/mini';
import { startOfJstDay } from '../../calendar/jst.ts';
import type { Target } from '../../model/notice.ts';
import { reveal, type Secret } from '../../model/secret.ts';
import { DAY, type Instant } from '../../model/time.ts';
import { CHATWORK_ORIGIN } from './addresses.ts';
import { cut, inert, safeRef, widen } from './escape.ts';
import { LONGEST_FOOT, withFoot } from './foot.ts';
import { ask, failureOf, jsonOf, unknownOf, yesOf, type Answer, type Request } from './http.ts';
import type { AskableChannel, ChannelPorts, Found, Message, Outcome, Unknown } from './port.ts';

const MOST = 65_535;
const MESSAGES = 'messages?force=1';
const TASKS = ['tasks?status=open', 'tasks?status=done'];
/** Of one line; the whole stays far below what a message may have. */
const LINE = 1_000;
/** So many messages of a room can be read back (rms.md §7). */
const LATEST = 100;

/**
 * Text that Chatwork shows as it is. It knows no way to escape its tags ([To:…], [toall], [code], [info] …):
 * they begin with a bracket, and (F) or (beer) is drawn as a picture.
 */
export const escapeChatwork = (text: string): string =>
  widen(inert(text), '[]').replace(/\(([a-z*^_]{1,20}\d?)\)/gi, '（$1）');

/** A room that a person may choose, as Chatwork lists it. */
export interface ChatworkRoom {
  id: string;
  name: string;
}

/** A Chatwork room by the API v2 (rms.md §7): a message, or a task with a due date where the target wants one. */
export const chatwork: AskableChannel = {
  id: 'chatwork',
  class: 1,
  grouping: 'digest',
  limits: {
    length: MOST,
    perTarget: { count: 10, ms: 10_000 },
    perSecret: { count: 300, ms: 300_000 },
    attempts: 5,
  },
  origins: () => [CHATWORK_ORIGIN],
  send: (message, target, ports) =>
    withToken(ports, target, async (token) => {
      const task = taskOf(message, target);
      const call = task
        ? form(token, `${room(target)}/tasks`, task)
        : form(token, `${room(target)}/messages`, {
            body: bodyOf(message, target),
            self_unread: '1',
          });
      return outcomeOf(await ask(ports, call), ports);
    }),
  find: async (message, target, ports, since) => {
    const token = await tokenOf(ports, target);
    if (!token) return { kind: 'unknown', after: null, why: 'noSecret' };
    const ref = safeRef(message.ref);
    for (const path of taskOf(message, target) ? TASKS : [MESSAGES]) {
      const found = await lookFor(ref, await ask(ports, get(token, `${room(target)}/${path}`)), {
        ports,
        since,
      });
      if (found.kind !== 'absent') return found;
    }
    return { kind: 'absent' };
  },
  look: async ({ names, since }, target, ports) => {
    const token = await tokenOf(ports, target);
    if (!token) return { kind: 'unknown', after: null, why: 'noSecret' };
    const found = new Map<string, Instant | null>();
    let outOfSight = false;
    // Another place may have said it as a task, with other things or by other settings.
    for (const path of [MESSAGES, ...(target.config['task'] === 'yes' ? TASKS : [])]) {
      const list = listIn(await ask(ports, get(token, `${room(target)}/${path}`)), ports);
      if ('kind' in list) return list;
      if (path === MESSAGES && !reachesBack(list, since)) outOfSight = true;
      for (const one of list) {
        for (const name of names.filter((known) => footOf(one).includes(known)))
          found.set(name, later(found.get(name), timeOf(one)));
      }
    }
    return { kind: 'looked', found, outOfSight };
  },
  testSend: (message, target, ports) => chatwork.send({ ...message, dueOn: null }, target, ports),
};

/** The group rooms in which the token's account may write. Throws nothing: an Outcome says why not. */
export async function chatworkRooms(
  token: Secret,
  ports: Pick<ChannelPorts, 'fetch' | 'signal' | 'clock'>,
): Promise<{ kind: 'rooms'; rooms: ChatworkRoom[] } | Exclude<Outcome, { kind: 'delivered' }>> {
  const answer = await ask(ports, get(token, '/rooms'));
  const rooms = roomsSchema.safeParse(jsonOf(yesOf(answer) ?? ''));
  if (!rooms.success) return failureOf(answer, ports.clock());
  return {
    kind: 'rooms',
    rooms: rooms.data
      .filter(({ type, role }) => type === 'group' && role !== 'readonly')
      .map(({ room_id, name }) => ({ id: String(room_id), name })),
  };
}

const roomsSchema = z.array(
  z.object({ room_id: z.int(), name: z.string(), type: z.string(), role: z.string() }),
);
const postedSchema = z.object({ message_id: z.string() });
const addedSchema = z.object({ task_ids: z.array(z.int()) });
const listSchema = z.array(
  z.object({
    body: z.string(),
    message_id: z.optional(z.string()),
    task_id: z.optional(z.int()),
    /** Unix seconds, by Chatwork's clock. */
    send_time: z.optional(z.int()),
  }),
);

const room = ({ config }: Target): string => `/rooms/${encodeURIComponent(config['roomId'] ?? '')}`;

const tokenOf = (ports: ChannelPorts, { secretName }: Target): Promise<Secret | null> =>
  secretName === null ? Promise.resolve(null) : ports.secret(secretName);

async function withToken(
  ports: ChannelPorts,
  target: Target,
  act: (token: Secret) => Promise<Outcome>,
): Promise<Outcome> {
  if (!/^\d{1,20}$/.test(target.config['roomId'] ?? ''))
    return { kind: 'refused', why: 'badConfig' };
  const token = await tokenOf(ports, target);
  return token ? act(token) : { kind: 'refused', why: 'noSecret' };
}

const get = (token: Secret, path: string): Request => ({
  method: 'GET',
  url: `${CHATWORK_ORIGIN}/v2${path}`,
  headers: { accept: 'application/json', 'x-chatworktoken': reveal(token) },
});

const form = (token: Secret, path: string, fields: Record<string, string>): Request => ({
  method: 'POST',
  url: `${CHATWORK_ORIGIN}/v2${path}`,
  headers: {
    accept: 'application/json',
    'content-type': 'application/x-www-form-urlencoded',
    'x-chatworktoken': reveal(token),
  },
  body: new URLSearchParams(fields).toString(),
});

const accounts = ({ people }: Target): string[] => people.filter((id) => /^\d{1,20}$/.test(id));

/** Mentions, a box with the subject as its title, links below it, and the reference to find it by. */
function bodyOf(message: Message, target: Target): string {
  const to = accounts(target).map((id) => `[To:${id}]`);
  const { lines, foot: last } = withFoot(message);
  const head = [
    ...(to.length > 0 ? [to.join('')] : []),
    `[info][title]${line(message.subject)}[/title]`,
  ];
  const foot = [...message.links.map(linkOf), cut(escapeChatwork(last), LONGEST_FOOT)].join('\n');
  const room = MOST - head.join('\n').length - foot.length - 20;
  return `${head.join('\n')}${cut(lines.map(lineOf).join('\n'), room)}[/info]\n${foot}`;
}

const line = (text: string): string => cut(escapeChatwork(text), LINE);
const lineOf = ({ kind, text }: Message['lines'][number]): string =>
  kind === 'heading' ? `■ ${line(text)}` : line(text);
const linkOf = ({ text, url }: Message['links'][number]): string => `${line(text)} ${url}`;

/** The message as a task, where the target asks for tasks and there is somebody and a day to do it by. */
function taskOf(message: Message, target: Target): Record<string, string> | null {
  const to = accounts(target);
  const { dueOn, thread } = message;
  if (target.config['task'] !== 'yes' || dueOn === null || to.length === 0 || thread?.closes) {
    return null;
  }
  const { lines, foot } = withFoot(message);
  const body = [line(message.subject), ...lines.map(lineOf), ...message.links.map(linkOf)];
  return {
    body: `${cut(body.join('\n'), MOST - foot.length - 20)}\n${cut(escapeChatwork(foot), LONGEST_FOOT)}`,
    to_ids: to.join(','),
    limit: String((startOfJstDay(dueOn) + DAY - 1_000) / 1_000),
    limit_type: 'date',
  };
}

function outcomeOf(answer: Answer, { clock }: ChannelPorts): Outcome {
  const text = yesOf(answer);
  if (text === null) return failureOf(answer, clock());
  const value = jsonOf(text);
  const posted = postedSchema.safeParse(value).data?.message_id;
  const added = addedSchema.safeParse(value).data?.task_ids[0];
  return { kind: 'delivered', ref: posted ?? (added === undefined ? null : `task:${added}`) };
}

interface Looking {
  ports: ChannelPorts;
  since: Instant;
}

async function lookFor(ref: string, answer: Answer, { ports, since }: Looking): Promise<Found> {
  const list = listIn(answer, ports);
  if ('kind' in list) return list;
  const mine = list.find((one) => ref !== '' && footOf(one).includes(ref));
  if (!mine) return reachesBack(list, since) ? { kind: 'absent' } : { kind: 'outOfSight' };
  return {
    kind: 'found',
    ref: mine.message_id ?? `task:${mine.task_id ?? ''}`,
    at: timeOf(mine),
  };
}

type Listed = z.infer<typeof listSchema>[number];

function listIn(answer: Answer, { clock }: ChannelPorts): Listed[] | Unknown {
  // 204: nothing is there at all.
  if (answer.kind === 'answer' && answer.status === 204) return [];
  const list = listSchema.safeParse(jsonOf(yesOf(answer) ?? ''));
  return list.success ? list.data : unknownOf(failureOf(answer, clock()));
}

/** The line by which a message is found again: what stands above it may be of a page. */
const footOf = ({ body }: Listed): string => body.split('\n').at(-1) ?? '';
const timeOf = ({ send_time }: Listed): Instant | null =>
  send_time === undefined ? null : send_time * 1_000;
const later = (a: Instant | null | undefined, b: Instant | null): Instant | null =>
  a === undefined || a === null ? b : Math.max(a, b ?? a);

/** Does the list show everything since then? A hundred messages may have come after ours. */
function reachesBack(list: { send_time?: number | undefined }[], since: Instant): boolean {
  if (list.length < LATEST) return true;
  const oldest = list.reduce((least, { send_time }) => Math.min(least, send_time ?? 0), Infinity);
  return oldest * 1_000 <= since;
}
