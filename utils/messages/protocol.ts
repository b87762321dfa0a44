import type { CarriedInfo } from '../model/carry.ts';
import type { ErrorCode } from '../model/errors.ts';
import type { KeyTest } from '../model/key-test.ts';
import type { Route } from '../model/notice.ts';
import type { Reading } from '../model/reading.ts';
import type { Instant, JstDate } from '../model/time.ts';
import type { FieldName } from '../model/tool.ts';
import type { PageNote } from '../overview/note.ts';
import type { RenewalWish } from '../renewals/begin.ts';
import type { Lesson, PointedInFront } from '../tools/custom.ts';
import type { FillAnswer, FillRequest, ToolInFront, ToolTestAnswer } from '../tools/desk-types.ts';
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
import type { CompanionCommands } from './companion-commands.ts';

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

export interface PrivilegedCommands extends CompanionCommands {
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

/** BroadcastChannel on which the background tells our pages what changed. */
export const CHANGED_CHANNEL = 'kagiban-changed';
/** `status`: only what the ledger does not hold, which may be long and need not be read for it. */
export type Changed = 'ledger' | 'status';
