import browser from 'webextension-polyfill';
import * as z from 'zod/mini';
import { workRulesSchema } from '../../utils/model/companion-notices.schema.ts';
import { inTurn } from '../../utils/vault/in-turn.ts';

/** What `storage.local` holds: nothing sensitive (DESIGN §7). The companion's token is in the device vault. */
const companionSchema = z.object({
  address: z.string(),
  pairedAt: z.number(),
  /** May keys leave for it? null = the person was not asked yet. */
  keys: z.nullable(z.boolean()),
  /** Up to when it was told what people answered here, ms; absent = of nothing yet. */
  answersSentAt: z.exactOptional(z.number()),
  /** When people work, as it and this browser last had it alike, by its ids of shops; absent = of none yet. */
  rulesAlike: z.exactOptional(z.record(z.string(), workRulesSchema)),
});
export type CompanionSetting = z.infer<typeof companionSchema>;

const COMPANION = 'companion';

/** The companion that this browser is paired with; null = none, or what is stored makes no sense. */
export async function companionSetting(): Promise<CompanionSetting | null> {
  const stored = (await browser.storage.local.get(COMPANION))[COMPANION];
  const parsed = companionSchema.safeParse(stored);
  return parsed.success ? parsed.data : null;
}

// One after another: what is read and written back must not bring back what was replaced in between.
const turn = inTurn();
const write = (setting: CompanionSetting): Promise<void> =>
  browser.storage.local.set({ [COMPANION]: setting });

export const setCompanion = (setting: CompanionSetting): Promise<void> =>
  turn(() => write(setting));

/** Nothing where none is paired any more. */
export const changeCompanion = (
  decide: (setting: CompanionSetting) => Partial<CompanionSetting>,
): Promise<void> =>
  turn(async () => {
    const setting = await companionSetting();
    if (setting) await write({ ...setting, ...decide(setting) });
  });

export const forgetCompanion = (): Promise<void> =>
  turn(() => browser.storage.local.remove(COMPANION));

/** That somebody ended the pairing with that companion: said until the person has read it or pairs again. */
const endSchema = z.object({ address: z.string(), at: z.number() });
const END = 'companionEnd';

export async function companionEnd(): Promise<z.infer<typeof endSchema> | null> {
  return endSchema.safeParse((await browser.storage.local.get(END))[END]).data ?? null;
}
export const noteEnd = (end: z.infer<typeof endSchema>): Promise<void> =>
  browser.storage.local.set({ [END]: end });
export const forgetEnd = (): Promise<void> => browser.storage.local.remove(END);

const SHARED_PC = 'sharedPc';
const CLEAR_CLIPBOARD = 'clearClipboard';

const isOn = async (name: string): Promise<boolean> =>
  (await browser.storage.local.get(name))[name] === true;
const setOn = (name: string, on: boolean): Promise<void> =>
  on ? browser.storage.local.set({ [name]: true }) : browser.storage.local.remove(name);

/** Do several people use this computer? Then nothing is kept, and carried keys die after five minutes. */
export const isSharedPc = (): Promise<boolean> => isOn(SHARED_PC);
export const setSharedPc = (on: boolean): Promise<void> => setOn(SHARED_PC, on);

/** Rules that a person changed and the companion has not heard of: when that was, in ms; 0 = it knows them. */
const RULES_CHANGED = 'rulesChanged';
export const rulesChangedAt = async (): Promise<number> => {
  const stored = (await browser.storage.local.get(RULES_CHANGED))[RULES_CHANGED];
  return typeof stored === 'number' ? stored : 0;
};
export const setRulesChangedAt = (at: number): Promise<void> =>
  at === 0
    ? browser.storage.local.remove(RULES_CHANGED)
    : browser.storage.local.set({ [RULES_CHANGED]: at });

/** Did a person ask that what was copied is taken off the clipboard again? */
export const clipboardIsCleared = (): Promise<boolean> => isOn(CLEAR_CLIPBOARD);
export const setClipboardIsCleared = (on: boolean): Promise<void> => setOn(CLEAR_CLIPBOARD, on);
