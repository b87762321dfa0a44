import type { ChannelId, NoticeKind, Target } from '../../model/notice.ts';
import type { Secret } from '../../model/secret.ts';
import type { Clock, Instant, JstDate } from '../../model/time.ts';

/** One line of a message: plain words. Names in it came from pages: cleaned of keys and control characters, not escaped. */
export interface MessageLine {
  /** `heading` names a shop in a digest over several. */
  kind: 'heading' | 'notice' | 'step' | 'resolved' | 'note';
  text: string;
}

/**
 * What is to be said, as a plain value (`reminders/message.ts` makes it, in one language). A channel
 * escapes every text of it for its own format, cuts it to its own limits, and adds no words.
 */
export interface Message {
  deliveryId: string;
  /** Stands in the text, e.g. `KGB-1a2b3c4d5e6f7788`: by it a class 1 channel finds the message again. */
  ref: string;
  kind: NoticeKind;
  subject: string;
  lines: MessageLine[];
  links: { text: string; url: string }[];
  /**
   * For channels that keep one ticket or task for each reason: which one (the same for every message of
   * that reason), and whether this message closes it. null for a digest over several reasons.
   */
  thread: { id: string; closes: boolean } | null;
  /** By when it must be done, for tasks. */
  dueOn: JstDate | null;
  /** Sent before with a doubtful outcome: the subject says 再送 already. */
  again: boolean;
  lang: 'ja' | 'en';
}

/** Why a channel did not take a message. The words are `channels.why.<code>` in locales/; never its free text. */
export const WHYS = [
  'network',
  'tls',
  'timeout',
  'rateLimited',
  'serverError',
  'noSecret',
  'wrongSecret',
  'notAllowed',
  'notFound',
  'badConfig',
  'badRequest',
  'unexpectedAnswer',
  'noPermission',
  'blocked',
  'notHere',
  'mailboxRefused',
] as const;
export type Why = (typeof WHYS)[number];

/**
 * How an attempt ended.
 * `delivered`: the channel says that it has it; `ref` = its own name of the message, null where it gives none.
 * `retry`: certainly not delivered, may go well later; `after` = ms that the channel asked to wait, null = ours to choose.
 * `refused`: certainly not delivered, and will not be until a person changes something.
 * `doubtful`: the request left and no answer came (or one that says nothing): it may have been delivered.
 */
export type Outcome =
  | { kind: 'delivered'; ref: string | null }
  | { kind: 'retry'; after: number | null; why: Why }
  | { kind: 'refused'; why: Why }
  | { kind: 'doubtful'; why: Why };

/**
 * What asking afterwards answers. `at` = since when it stands there, by the service's clock; null = it does not
 * say. `unknown`: could not be asked; ask again, send nothing. `outOfSight`: nothing
 * of it in what the service still shows, which does not reach back to when it was tried.
 */
export type Found =
  | { kind: 'found'; ref: string | null; at: Instant | null }
  | { kind: 'absent' }
  | { kind: 'outOfSight' }
  | Unknown;

/** It could not be asked. */
export interface Unknown {
  kind: 'unknown';
  after: number | null;
  why: Why;
}

/**
 * What looking for names answers: since when each stands there that does, by the service's clock (null = it does not
 * say), the last time. `outOfSight`: what the service shows does not reach back to `since`.
 */
export type Looked =
  | { kind: 'looked'; found: ReadonlyMap<string, Instant | null>; outOfSight: boolean }
  | Unknown;

/** What is looked for: names that a message like this one would bear, since when they may stand there. */
export interface Names {
  message: Message;
  names: string[];
  since: Instant;
}

/** What a channel gets of the world. Nothing else: no browser API, no store, no timer. */
export interface ChannelPorts {
  fetch: typeof fetch;
  clock: Clock;
  /** A token or address that was sealed under that name; null if there is none (any more). */
  secret: (name: string) => Promise<Secret | null>;
  /** Ends every attempt in good time before its claim runs out (`SEND_LASTS`). Hand it to `fetch`. */
  signal: AbortSignal;
}

export interface ChannelLimits {
  /** Characters of a whole message in the channel's own format. */
  length: number;
  /** Messages to one target; null = none documented. */
  perTarget: { count: number; ms: number } | null;
  /** Calls with one secret; null = none documented. */
  perSecret: { count: number; ms: number } | null;
  /** Attempts without success before the next target of the route speaks instead. */
  attempts: number;
}

interface ChannelBase {
  id: ChannelId;
  limits: ChannelLimits;
  /** One message over many reasons, or one (ticket, task) for each. */
  grouping: 'digest' | 'thread';
  /** Exact origins that must be allowed before `fetch` may go there, from a target as stored. */
  origins: (target: Target) => string[];
  /** Sends it once. Never rejects: what went wrong is an Outcome. Must not retry by itself. */
  send: (message: Message, target: Target, ports: ChannelPorts) => Promise<Outcome>;
  /** Sends a harmless message on a person's click, so that they see the channel's own answer at once. */
  testSend: (message: Message, target: Target, ports: ChannelPorts) => Promise<Outcome>;
}

/**
 * Can be asked afterwards: never sent twice while it can be seen. `find` is given what would be sent, and since
 * when it may stand there.
 */
export interface AskableChannel extends ChannelBase {
  class: 1;
  find: (message: Message, target: Target, ports: ChannelPorts, since: Instant) => Promise<Found>;
  /** Which of those names does it show, whoever said them? One look for all. */
  look: (names: Names, target: Target, ports: ChannelPorts) => Promise<Looked>;
}

/** Cannot be asked: sent again only after a doubtful outcome, marked as such and counted. */
export interface MuteChannel extends ChannelBase {
  class: 2;
}

/** One way to people. One file and one test each. */
export type Channel = AskableChannel | MuteChannel;

/** The channels that a place has; the companion has `mail` besides. */
export type Channels = ReadonlyMap<ChannelId, Channel>;
