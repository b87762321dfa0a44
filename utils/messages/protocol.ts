import type { CarriedInfo } from '../model/carry.ts';
import type { DepartureAnswer } from '../model/companion-devices.schema.ts';
import type { ErrorCode } from '../model/errors.ts';
import type { KeyTest } from '../model/key-test.ts';
import type { Route } from '../model/notice.ts';
import type { Reading } from '../model/reading.ts';
import type { Instant, JstDate } from '../model/time.ts';
import type { FieldName, FieldResult } from '../model/tool.ts';
import type { PageNote } from '../overview/note.ts';
import type { RenewalWish } from '../renewals/begin.ts';
import type { FieldChoice } from '../tools/choose.ts';
import type { Lesson, PointedInFront } from '../tools/custom.ts';
import type { FillAsk } from '../tools/plan.ts';
import type { KnownComparison } from '../tools/compare-known.ts';
import type { SeenKey } from '../tools/see-key.ts';
import type { CopiedMark } from '../vault/clipboard.ts';
import type { Comparison } from '../vault/compare.ts';
import type { TokenField, TokenService } from '../vault/safe/items.ts';
import type { Kdf } from '../vault/safe/kdf.ts';
import type { VaultStatus } from '../vault/safe/status.ts';
import type { ChatworkRoom } from '../reminders/channels/chatwork.ts';
import type { Outcome, Why } from '../reminders/channels/port.ts';
import type { AnswerGiven } from '../reminders/answer-kinds.ts';
import type { GroupWish } from '../reminders/groups.ts';
import type { WorkRules } from '../reminders/set-policy.ts';
import type { TargetDraft } from '../reminders/targets.ts';
import type { CalendarLink } from '../sharing/calendar-links.ts';
import type { Further, SharedHistory } from '../sharing/history.ts';
import type { PersonThere } from '../sharing/people.ts';
import type { HandedChannel, HandedOver } from '../sharing/hand-over.ts';
import type { WatchedKey } from '../sharing/watches.ts';

export interface PageAnswer {
  stored: boolean;
  problem: ErrorCode | null;
  /** What the page is to show of what the ledger knows. */
  notes: PageNote[];
}

/**
 * Every message of the extension: name → [what is sent, what comes back].
 * Two tables, because privilege belongs to where a command is defined: a content script may send
 * `PageCommands` only, and is taken to be hostile; the rest needs one of our own pages as sender.
 */
export interface PageCommands {
  /** One reading of one page. Answers what the page should show. */
  'page.report': [{ reading: Reading }, PageAnswer];
  /** Puts the reader into the frame that asks. */
  'page.bringReader': [Record<string, never>, Record<string, never>];
  /** Should the main menu show the line that leads to アプリ一覧? */
  'page.hint': [Record<string, never>, { show: boolean }];
  'page.dismissHint': [Record<string, never>, Record<string, never>];
}

export interface Status {
  storeProblem: ErrorCode | null;
  /** false = the person withheld the extension's access to RMS. */
  rmsAccess: boolean;
  notificationsBlocked: boolean;
  carried: CarriedInfo[];
  /** `keys`: may keys leave for it to be tested? null = the person was not asked yet. */
  companion: { address: string; pairedAt: Instant; keys: boolean | null } | null;
  /** Somebody ended the pairing with that companion, and nobody here has read so; null = no. */
  companionEnd: { address: string; at: Instant } | null;
  vault: VaultStatus;
  /** Several people use this computer: no vault, and carried keys live for five minutes. */
  sharedPc: boolean;
  /** What Kagiban copied is taken off the clipboard after a minute. */
  clearsClipboard: boolean;
}

/** What a passphrase became in the page, and how: 32 bytes as base64. The passphrase stays there. */
export interface DerivedKey {
  kdf: Kdf;
  key: string;
}

/** What the page in front is to Kagiban. */
export interface PageInFront {
  kind: 'rms' | 'tool' | 'other';
  tabId: number;
  tool: ToolInFront | null;
  /** The field that the person pointed at, to be named; null = none. */
  pointed: PointedInFront | null;
}

export interface ToolInFront {
  /** Names this look at this document; a fill refers to it and is refused for any other document. */
  lookId: string;
  connectorId: string;
  origin: string;
  /** e.g. `next-engine.com`: shown large before the first fill. */
  domain: string;
  /** The tool is bound to this origin already. */
  bound: boolean;
  fields: (FieldName & { label: string; found: 'one' | 'none' | 'many' })[];
  /** The shop that the tool's page names; null = unreadable, the person must confirm. */
  shopOnPage: string | null;
  hasTest: boolean;
  /** The last fill in this tab: the popup has been closed since, and its test and save are still to come. */
  filled: { bindingId: string; last4: string; at: Instant } | null;
}

export interface FillRequest {
  tabId: number;
  lookId: string;
  carryId: string;
  /** The person confirmed, for this fill, that the page belongs to the key's shop. */
  shopConfirmed: boolean;
  /** The person saw the domain and agreed to bind the tool to it. */
  originConfirmed: boolean;
  /** The person read what the guard says of the key. */
  warningsConfirmed: boolean;
  /** Which of several fields that look alike the person meant; null = not asked yet, [] = none of them. */
  choices: FieldChoice[] | null;
}

export type FillAnswer =
  | { kind: 'done'; results: FieldResult[] }
  /** Something to ask first; nothing was filled. */
  | FillAsk;

export interface ToolTestAnswer {
  result: 'ok' | 'failed' | 'notRun';
}

export interface PrivilegedCommands {
  status: [Record<string, never>, Status];
  'page.look': [{ tabId: number }, PageInFront];
  /** How the RMS page in front is built, for support: no word of the shop in it. */
  'page.diagnose': [{ tabId: number }, { text: string }];
  'carry.page': [{ tabId: number }, CarriedInfo];
  'carry.paste': [{ licenseKey: string; serviceSecret: string | null }, CarriedInfo];
  'carry.copy': [{ carryId: string; part: 'licenseKey' | 'serviceSecret' }, { text: string }];
  /** 照合: is what the person copied out of a tool's field this key? It is kept nowhere. */
  'carry.compare': [
    {
      carryId: string;
      part: 'licenseKey' | 'serviceSecret';
      text: string;
      /** The tool that it was copied from; null = not said. */
      connectorId: string | null;
    },
    /** `recorded`: it now stands in the matrix that the tool holds this key. */
    { comparison: Comparison; otherApp: boolean; recorded: boolean },
  ];
  'carry.drop': [{ carryId: string }, Record<string, never>];
  'carry.keep': [{ carryId: string }, CarriedInfo];
  'vault.create': [DerivedKey, Record<string, never>];
  /** `raised`: the same passphrase with today's parameters, where the vault's are older. */
  'vault.unlock': [{ key: string; raised: DerivedKey | null }, Record<string, never>];
  'vault.unlockDevice': [{ key: string }, Record<string, never>];
  'vault.lock': [Record<string, never>, Record<string, never>];
  'vault.changePassphrase': [{ key: string; next: DerivedKey }, Record<string, never>];
  'vault.setDevice': [{ credentialId: string; salt: string; key: string }, Record<string, never>];
  'vault.removeDevice': [Record<string, never>, Record<string, never>];
  'vault.remove': [Record<string, never>, Record<string, never>];
  /** The person has read that an older state of the vault was put back. */
  'vault.acknowledge': [Record<string, never>, Record<string, never>];
  /** Puts a carried key into the vault. */
  'vault.hold': [{ carryId: string }, Record<string, never>];
  'vault.holdToken': [
    { service: TokenService; name: string; values: Partial<Record<TokenField, string>> },
    Record<string, never>,
  ];
  /** Carries a key that the vault holds, as if it had been taken from RMS. */
  'vault.take': [{ itemId: string }, CarriedInfo];
  'vault.copyToken': [{ itemId: string; field: TokenField }, { text: string }];
  'vault.forget': [{ itemId: string }, Record<string, never>];
  'vault.export': [DerivedKey, { file: string }];
  'vault.import': [{ file: string; key: string }, { added: number }];
  'sharedPc.set': [{ on: boolean }, Record<string, never>];
  /** Throws `permissionDenied` where the clipboard may not be read. */
  'clipboard.set': [{ on: boolean }, Record<string, never>];
  /** Asked by the page that clears the clipboard: by what the copied text is known; null = nothing is due. */
  'clipboard.due': [Record<string, never>, { mark: CopiedMark | null }];
  'clipboard.done': [Record<string, never>, Record<string, never>];
  'tool.fill': [FillRequest, FillAnswer];
  /** Fills what the vault holds of another service into the tool's settings for it (Luxliner). */
  'tool.fillSettings': [
    { tabId: number; lookId: string; itemId: string; originConfirmed: boolean },
    FillAnswer,
  ];
  /** Lets the person point at a field of the page; the popup closes, and the next look says which. */
  'tool.point': [{ tabId: number }, Record<string, never>];
  'tool.teach': [Lesson, Record<string, never>];
  'tool.forget': [{ connectorId: string }, Record<string, never>];
  /** Takes in tools from a file of another browser. */
  'tool.take': [{ file: string }, Record<string, never>];
  'tool.readTest': [{ tabId: number; lookId: string }, ToolTestAnswer];
  'tool.saved': [{ bindingId: string }, Record<string, never>];
  /** The person says that a shop uses a tool with an app's key, and which key it holds (null = not known). */
  'tool.add': [
    { appId: string; connectorId: string; licenseId: string | null },
    Record<string, never>,
  ];
  'tool.remove': [{ bindingId: string }, Record<string, never>];
  /** Puts back the tool that was removed last. */
  'tool.restore': [Record<string, never>, Record<string, never>];
  /** The person says which key a tool's field holds (null = takes back what is known). */
  'tool.state': [
    FieldName & { bindingId: string; licenseId: string | null },
    Record<string, never>,
  ];
  /** The person saw the tool work with the key that it holds, or fail. */
  'tool.worked': [{ bindingId: string; ok: boolean }, Record<string, never>];
  /** 照合 without a carried key: is what was copied out of the tool a key that was carried here before? */
  'tool.compare': [{ bindingId: string; text: string }, KnownComparison];
  /** Reads the last four of the key in each of the tool's own key fields. */
  'tool.seeKey': [{ tabId: number; lookId: string }, SeenKey[]];
  'renewal.open': [RenewalWish, Record<string, never>];
  'renewal.close': [{ renewalId: string; reason: string }, Record<string, never>];
  'renewal.note': [{ renewalId: string; notes: string }, Record<string, never>];
  'keytest.run': [{ carryId: string }, KeyTest];
  'license.setExpiry': [{ licenseId: string; on: JstDate | null }, Record<string, never>];
  'license.resolveConflict': [{ licenseId: string; accept: boolean }, Record<string, never>];
  /** Says whose the pending pages are: a known shop, or a new one by name. */
  'shop.confirm': [
    { pendingId: string; intoShopId: string | null; name: string | null },
    Record<string, never>,
  ];
  'hint.dismiss': [Record<string, never>, Record<string, never>];
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
  /** A person's answer to a matter (`topicOf`), in place of an earlier one. */
  'matter.answer': [{ topic: string; given: AnswerGiven }, Record<string, never>];
  'matter.takeBack': [{ topic: string }, Record<string, never>];
  /** When people work, in a group of shops; null = in all shops that stand in none. */
  'policy.set': [WorkRules & { group: string | null }, Record<string, never>];
  /** Who hears of a kind of notice. */
  'policy.route': [Route & { group: string | null }, Record<string, never>];
  /** Makes a group of shops, or changes its name and shops. */
  'policy.group': [GroupWish, { groupId: string }];
  'policy.ungroup': [{ groupId: string }, Record<string, never>];
  /** Is this browser the 送信役 of every shop? */
  'speaker.set': [{ on: boolean }, Record<string, never>];
  /** Group rooms of Chatwork; `token: null` = the one that is kept. */
  'target.rooms': [{ token: string | null }, { rooms: ChatworkRoom[]; why: Why | null }];
  'target.add': [TargetDraft, { targetId: string | null; why: Why | null }];
  'target.test': [{ targetId: string }, { outcome: Outcome }];
  'target.remove': [{ targetId: string }, Record<string, never>];
}

export type Commands = PageCommands & PrivilegedCommands;
export type CommandName = keyof Commands;
export type Sent<N extends CommandName> = Commands[N][0];
export type Returned<N extends CommandName> = Commands[N][1];

export type Envelope<N extends CommandName = CommandName> = { command: N; payload: Sent<N> };
export type Answer<N extends CommandName = CommandName> =
  | { ok: true; value: Returned<N> }
  | { ok: false; error: ErrorCode };

/** BroadcastChannel on which the background tells our pages that the ledger or status changed. */
export const CHANGED_CHANNEL = 'kagiban-changed';
