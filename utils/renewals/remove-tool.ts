import * as z from 'zod/mini';
import { AppError } from '../model/errors.ts';
import type { HistoryEntry, HistoryKind, Ledger, LedgerChange } from '../model/ledger.ts';
import { ledgerSchema } from '../model/stored.schema.ts';
import type { Instant } from '../model/time.ts';
import type { ToolBinding, ToolRemoval } from '../model/tool.ts';
import { recordUnbound } from '../tools/records.ts';
import { bindingIn } from '../tools/statements.ts';

const { bindings, placements, renewals } = ledgerSchema.shape;
const removedSchema = z.strictObject({ bindings, placements, renewals });

/** What a removal took away, to be put back: the runs too, which may have ended for want of that tool. */
export type RemovedTool = z.infer<typeof removedSchema>;

/** The shop no longer uses the tool. Throws `notFound`. */
export function removeTool(
  ledger: Ledger,
  bindingId: string,
  now: Instant,
): { change: LedgerChange; removed: RemovedTool } {
  const binding = bindingIn(ledger, bindingId);
  const own = ledger.placements.filter((one) => one.bindingId === bindingId);
  const open = ledger.renewals.filter((one) => one.appId === binding.appId && one.closed === null);
  return {
    change: {
      ...recordUnbound({ binding, placements: own }),
      toolRemovals: [removalOf(binding, now)],
      history: [toolLine('toolRemoved', binding, now)],
    },
    removed: { bindings: [binding], placements: own, renewals: open },
  };
}

/** For the other browsers of the shop, which know of the tool as well. */
const removalOf = (
  { id, shopId, connectorId, origin, appId }: ToolBinding,
  at: Instant,
): ToolRemoval => ({ id, shopId, connectorId, origin, appId, at });

/** Puts it back as it was, used from now on, so that its removal is over everywhere. Throws `notFound` where nothing was removed, or the app is gone since. */
export function restoreTool(ledger: Ledger, stored: unknown, now: Instant): LedgerChange {
  const parsed = removedSchema.safeParse(stored);
  const [binding] = parsed.data?.bindings ?? [];
  if (!parsed.success || !binding || !ledger.apps.some(({ id }) => id === binding.appId)) {
    throw new AppError('notFound');
  }
  const used = { ...binding, createdAt: now };
  return { ...parsed.data, bindings: [used], history: [toolLine('toolRestored', binding, now)] };
}

/** The line of history of a tool that was removed, or put back. */
export const toolLine = (
  kind: Extract<HistoryKind, 'toolRemoved' | 'toolRestored'>,
  { shopId, appId, connectorId, origin }: ToolBinding,
  now: Instant,
): HistoryEntry => ({
  at: now,
  kind,
  shopId,
  subjectId: appId,
  detail: { tool: connectorId, origin },
});
