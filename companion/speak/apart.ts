import { databaseTrouble } from '../database/troubles.ts';
import { errorFields, shortId } from '../log.ts';
import type { Deps } from '../types.ts';

/**
 * What fails for one shop must not keep the others silent: it is logged, counted, and tried again at its time.
 * What the database cannot do it can do for none, and is rethrown.
 */
export async function apart(
  { log, metrics }: Pick<Deps, 'log' | 'metrics'>,
  { shopId, step }: { shopId: string; step: 'plan' | 'tell' },
  act: () => Promise<unknown>,
): Promise<void> {
  try {
    await act();
  } catch (error) {
    if (error instanceof Error && databaseTrouble(error) !== null) throw error;
    log('error', 'shopFailed', { shop: shortId(shopId), step, ...errorFields(error) });
    metrics.count('kagiban_shops_failed_total', { step });
  }
}
