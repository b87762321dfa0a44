import type { Handlers } from '../../utils/messages/dispatch.ts';
import { openRenewal } from '../../utils/renewals/begin.ts';
import { closeWithReason, noteRenewal } from '../../utils/renewals/end.ts';
import { keysOfEndedRuns } from '../../utils/renewals/carried.ts';
import { type RemovedTool, removeTool, restoreTool } from '../../utils/renewals/remove-tool.ts';
import { makeSecret } from '../../utils/model/secret.ts';
import { compareKnown, type KnownComparison } from '../../utils/tools/compare-known.ts';
import { cleanKey } from '../../utils/vault/clean.ts';
import { fingerprintsOf } from '../../utils/vault/fingerprint.ts';
import { couldBeKey } from '../../utils/vault/shape.ts';
import { sessionArea } from '../../utils/vault/session.browser.ts';
import { readHeldInTab } from '../../utils/tools/page.browser.ts';
import { readHeldIn, seeKeys, type SeenKey } from '../../utils/tools/see-key.ts';
import { recordHeld, recordSeenWorking, recordTool } from '../../utils/tools/statements.ts';
import { change, readLedger, tellPages } from './change.ts';
import { carry, newId, tools } from './services.ts';

/** A change by a person, which is either written or refused with its reason. */
async function byPerson(decide: Parameters<typeof change>[0]): Promise<Record<string, never>> {
  await change(decide);
  return {};
}

export const renewalOpen: Handlers['renewal.open'] = (wish) =>
  byPerson((ledger, at) => openRenewal(ledger, wish, newId, at));

export const renewalClose: Handlers['renewal.close'] = (said) =>
  byPerson((ledger, at) => closeWithReason(ledger, said, at));

export const renewalNote: Handlers['renewal.note'] = (said) =>
  byPerson((ledger) => noteRenewal(ledger, said));

export const toolAdd: Handlers['tool.add'] = (tool) =>
  byPerson((ledger, at) => recordTool(ledger, tool, newId, at));

/** Where what was removed last can be put back from, until the browser is closed. */
const REMOVED = 'removed-tool';

export const toolRemove: Handlers['tool.remove'] = async ({ bindingId }) => {
  let taken: RemovedTool | null = null;
  await change((ledger, at) => {
    const made = removeTool(ledger, bindingId, at);
    taken = made.removed;
    return made.change;
  });
  await sessionArea.set(REMOVED, taken);
  return {};
};

export const toolRestore: Handlers['tool.restore'] = async () => {
  const stored = await sessionArea.get(REMOVED);
  await change((ledger, at) => restoreTool(ledger, stored, at));
  await sessionArea.remove([REMOVED]);
  return {};
};

export const toolState: Handlers['tool.state'] = (said) =>
  byPerson((ledger, at) => recordHeld(ledger, said, 'stated', newId, at));

export const toolWorked: Handlers['tool.worked'] = (said) =>
  byPerson((ledger, at) => recordSeenWorking(ledger, said, at));

export const toolSeeKey: Handlers['tool.seeKey'] = async (where) => {
  const { customTools } = await readLedger();
  const deps = { readHeld: readHeldInTab, session: tools, newId };
  const page = await readHeldIn(deps, where, customTools);
  let answer: SeenKey[] = [];
  await change((ledger, at) => {
    const seen = seeKeys(ledger, { page, newId, now: at });
    answer = seen.answer;
    return seen.change;
  });
  return answer;
};

/** What was copied is compared by its fingerprint, answered, and forgotten. */
export const toolCompare: Handlers['tool.compare'] = async ({ bindingId, text }) => {
  // A line of text holds no line break: one at the end came with the copying.
  const copied = text.replace(/[\r\n]+$/, '');
  const cleaned = cleanKey(copied).text;
  if (!couldBeKey(cleaned)) return { sight: 'notKey', last4: null };
  if (cleaned !== copied) return { sight: 'spaced', last4: null };
  const { bindings, apps } = await readLedger();
  const appId = bindings.find(({ id }) => id === bindingId)?.appId;
  const shopId = apps.find(({ id }) => id === appId)?.shopId ?? null;
  const found = await fingerprintsOf(makeSecret(cleaned), shopId);
  let answer: KnownComparison = { sight: 'unknown', last4: null };
  await change((ledger, at) => {
    const made = compareKnown(ledger, { bindingId, found }, newId, at);
    answer = made.answer;
    return made.change;
  });
  return answer;
};

/** A carried key dies with the run that it was carried for (DESIGN §5). */
export async function dropKeysOfEndedRuns(): Promise<void> {
  const ended = keysOfEndedRuns(await readLedger(), await carry.list());
  if (ended.length === 0) return;
  for (const id of ended) await carry.drop(id);
  tellPages();
}
