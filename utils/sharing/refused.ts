import { errorCodeOf } from '../model/errors.ts';

const FOR_GOOD = new Set(['companionRefused', 'companionOtherShop']);

/** What the companion will refuse next time too is let go; anything else is passed on. */
export async function unlessRefused(asking: Promise<unknown>): Promise<void> {
  try {
    await asking;
  } catch (error) {
    if (!FOR_GOOD.has(errorCodeOf(error))) throw error;
  }
}
