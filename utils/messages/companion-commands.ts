import type { DepartureAnswer } from '../model/companion-devices.schema.ts';
import type { CalendarLink } from '../sharing/calendar-links.ts';
import type { HandedChannel, HandedOver } from '../sharing/hand-over.ts';
import type { Further, SharedHistory } from '../sharing/history.ts';
import type { PersonThere } from '../sharing/people.ts';
import type { WatchedKey } from '../sharing/watches.ts';

/** Commands about the paired companion; part of `PrivilegedCommands`. */
export interface CompanionCommands {
  'companion.pair': [
    { address: string; code: string; person: string; device: string },
    Record<string, never>,
  ];
  /** Lets keys leave for the paired companion to be tested there, or keeps their tests in this browser. */
  'companion.keys': [{ allowed: boolean }, Record<string, never>];
  'companion.unpair': [Record<string, never>, Record<string, never>];
  'companion.endSeen': [Record<string, never>, Record<string, never>];
  /** What the companion was given to speak on. */
  'companion.channels': [Record<string, never>, { channels: HandedChannel[] }];
  /** Gives it this browser's targets with their tokens, and the rules. */
  'companion.handOver': [Record<string, never>, HandedOver];
  'companion.mail': [{ to: string }, Record<string, never>];
  /** Has the companion keep a carried key of the shop's own app, sealed, and test it every day. */
  'companion.watch': [{ carryId: string }, Record<string, never>];
  'companion.watches': [Record<string, never>, { watches: WatchedKey[] }];
  'companion.unwatch': [{ watchId: string }, Record<string, never>];
  /** Read-only calendar addresses that the companion serves; the address itself is told once. */
  'companion.links': [Record<string, never>, { links: CalendarLink[] }];
  'companion.addLink': [{ shopId: string }, { address: string }];
  'companion.endLink': [{ linkId: string }, Record<string, never>];
  /** What happened in other browsers; `further` = where the last answer ended, null = from the newest. */
  'companion.history': [{ further: Further[] | null }, SharedHistory];
  /** Who is paired with the companion, and on which browsers. */
  'companion.people': [Record<string, never>, { people: PersonThere[] }];
  'companion.endBrowser': [{ browserId: string }, Record<string, never>];
  /** A person leaves; `to` takes over (null = nobody). */
  'companion.leaves': [{ personId: string; to: string | null }, DepartureAnswer];
  'companion.takeBack': [{ channelId: string }, Record<string, never>];
}
