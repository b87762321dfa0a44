import type { Handlers } from '../../utils/messages/dispatch.ts';
import { openRenewal } from '../../utils/renewals/begin.ts';
import { closeWithReason, noteRenewal } from '../../utils/renewals/end.ts';
import { keysOfEndedRuns } from '../../utils/renewals/carried.ts';
import { recordUnbound } from '../../utils/tools/records.ts';
import { readHeldInTab } from '../../utils/tools/page.browser.ts';
import { readHeldIn, seeKeys, type SeenKey } from '../../utils/tools/see-key.ts';
import {
  bindingIn,
  recordHeld,
  recordSeenWorking,
  recordTool,
} from '../../utils/tools/statements.ts';
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

export const toolRemove: Handlers['tool.remove'] = ({ bindingId }) =>
  byPerson(({ bindings, placements }) =>
    recordUnbound({ binding: bindingIn({ bindings }, bindingId), placements }),
  );

export const toolState: Handlers['tool.state'] = (said) =>
  byPerson((ledger, at) => recordHeld(ledger, said, 'stated', newId, at));

export const toolWorked: Handlers['tool.worked'] = (said) =>
  byPerson((ledger, at) => recordSeenWorking(ledger, said, at));

export const toolSeeKey: Handlers['tool.seeKey'] = async (where) => {
  const page = await readHeldIn({ readHeld: readHeldInTab, session: tools, newId }, where);
  let answer: SeenKey[] = [];
  await change((ledger, at) => {
    const seen = seeKeys(ledger, { page, newId, now: at });
    answer = seen.answer;
    return seen.change;
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
