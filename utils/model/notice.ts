import type { JstDate } from './time.ts';

/** Every way by which a notice can leave. `notification` is this browser's own and always there. */
export const CHANNELS = [
  'notification',
  'chatwork',
  'zendesk',
  'mail',
  'slack',
  'googleChat',
  'teams',
  'lineWorks',
  'netshonin',
] as const;
export type ChannelId = (typeof CHANNELS)[number];

/** What a notice is about, as far as its way to people depends on it ("a room for each kind"). */
export const NOTICE_KINDS = ['expiry', 'approval', 'test', 'trouble'] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** Where a notice can be sent: a Chatwork room, a mailbox, a webhook. Stored in the ledger; holds no secret. */
export interface Target {
  id: string;
  channel: ChannelId;
  /** What the person calls it, e.g. 「受注チームの部屋」. */
  name: string;
  /** What the channel needs and is no secret: room id, sub-domain, mail address … One schema per channel. */
  config: Record<string, string>;
  /** Name under which the device vault (or the companion) keeps its token or webhook address; null = it needs none. */
  secretName: string | null;
  /** The kinds of notices that it takes. A route may name it for others only where every other target failed. */
  kinds: NoticeKind[];
  /** Who reads it, as the person wrote it: names to mention. For Chatwork: account ids. */
  people: string[];
  enabled: boolean;
}

/** An inclusive span of dates in Japan with what it is called (「夏季休業」, 「スーパーSALE」). */
export interface Span {
  from: JstDate;
  to: JstDate;
  name: string;
}

/** Which targets hear of a kind of notice. */
export interface Route {
  kind: NoticeKind;
  /** All of them hear of it. */
  targetIds: string[];
  /** In this order: the next one speaks when one of the above fails past its limit. */
  fallbackIds: string[];
  /** Who is told when nobody answered for so many hours; null = nobody. */
  escalation: { targetId: string; afterHours: number } | null;
}

/** How and when a group of shops is told. The one with no shops holds for all that stand in no group. */
export interface Policy {
  id: string;
  name: string;
  shopIds: string[];
  /** Days of the week without work, 0 = Sunday. */
  daysOff: number[];
  /** Public holidays of Japan are days off. */
  holidaysOff: boolean;
  /** The shop's own closed days. */
  closed: Span[];
  /** Sales and the like: no key may expire in them. */
  busy: Span[];
  /** Minutes of the day in Japan between which team channels may speak. */
  office: { from: number; to: number };
  /** Minutes of the day in Japan at which the digest goes out on working days. */
  digestAt: number;
  routes: Route[];
}
