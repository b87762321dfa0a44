import browser from 'webextension-polyfill';
import * as z from 'zod/mini';

/** What `storage.local` holds: nothing sensitive (DESIGN §7). The companion's token is in the device vault. */
const companionSchema = z.object({ address: z.string(), pairedAt: z.number() });
export type CompanionSetting = z.infer<typeof companionSchema>;

const COMPANION = 'companion';

/** The companion that this browser is paired with; null = none, or what is stored makes no sense. */
export async function companionSetting(): Promise<CompanionSetting | null> {
  const stored = (await browser.storage.local.get(COMPANION))[COMPANION];
  const parsed = companionSchema.safeParse(stored);
  return parsed.success ? parsed.data : null;
}

export const setCompanion = (setting: CompanionSetting): Promise<void> =>
  browser.storage.local.set({ [COMPANION]: setting });

export const forgetCompanion = (): Promise<void> => browser.storage.local.remove(COMPANION);
