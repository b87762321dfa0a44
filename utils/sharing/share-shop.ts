import { applyChange, joinChanges } from '../ledger/apply.ts';
import { remindersAnswerSchema, saidAnswerSchema } from '../model/companion-notices.schema.ts';
import {
  licensesAnswerSchema,
  placementsAnswerSchema,
  type PlacementsAnswer,
} from '../model/companion-shared.schema.ts';
import type { Ledger, LedgerChange } from '../model/ledger.ts';
import { hearOf, saidHere, type SaidElsewhere } from '../reminders/handover.ts';
import { takePlacement, type PlacementSaid } from '../tools/take-placement.ts';
import { adopt } from './adopt.ts';
import { aliasesOf, localShop, type Aliases, type SharedShop } from './aliases.ts';
import { saidThere, toSay } from './placements.ts';
import type { SharePort } from './port.ts';
import { translated } from './said.ts';
import { unlessRefused } from './refused.ts';

/** One shop, both ways: keys, tools, and what was said of them on team channels. */
export async function shareShop(port: SharePort, shop: SharedShop): Promise<void> {
  const { ask, change, newId } = port;
  const about = (path: string) => ({
    method: 'GET',
    path: `${path}?shop=${encodeURIComponent(shop.id)}`,
  });
  const keys = await ask(about('/v1/licenses'), licensesAnswerSchema);
  const tools = await ask(about('/v1/placements'), placementsAnswerSchema);
  const spoken = await ask(about('/v1/reminders'), remindersAnswerSchema);
  const said = { reminders: spoken.reminders, deliveries: spoken.said };
  await change((ledger) => adopt(ledger, shop, keys));
  // The ids are compared once more in there: the ledger may have changed since.
  const ledger = await change((before, at) => {
    const aliases = aliasesOf(before, shop, keys);
    const heard = hearOf(before, translated(said, aliases.here));
    return takeAll(before, heard, saidThere(tools, aliases), { now: at, newId });
  });
  await sendOurs(port, shop, { ledger, tools, said, aliases: aliasesOf(ledger, shop, keys) });
}

function takeAll(
  before: Ledger,
  first: LedgerChange,
  said: PlacementSaid[],
  around: Parameters<typeof takePlacement>[2],
): LedgerChange {
  let [made, ledger] = [first, applyChange(before, first)];
  for (const one of said) {
    const taken = takePlacement(ledger, one, around);
    if (!taken) continue;
    ledger = applyChange(ledger, taken);
    made = joinChanges(made, taken);
  }
  return made;
}

interface Known {
  ledger: Ledger;
  tools: PlacementsAnswer;
  said: SaidElsewhere;
  aliases: Aliases;
}

async function sendOurs(
  { ask }: SharePort,
  shop: SharedShop,
  { ledger, tools, said, aliases }: Known,
): Promise<void> {
  const here = localShop(ledger, shop);
  if (!here) return;
  for (const body of toSay(ledger, { here: here.id, there: shop.id }, tools, aliases)) {
    const asked = { method: 'PUT', path: '/v1/placements', body };
    await unlessRefused(ask(asked, placementsAnswerSchema));
  }
  const ours = unheard(ledger, here.id, said);
  if (ours.deliveries.length === 0) return;
  const body = { shopId: shop.id, ...translated(ours, aliases.there) };
  await unlessRefused(ask({ method: 'POST', path: '/v1/reminders', body }, saidAnswerSchema));
}

/** The most that one request takes. */
const MOST = 1_000;

/** What was said here of that shop and the companion has not heard of, newest first. */
function unheard(ledger: Ledger, shopId: string, there: SaidElsewhere): SaidElsewhere {
  const heard = new Set(there.deliveries.map(({ id }) => id));
  const { reminders, deliveries } = saidHere(ledger);
  const ofShop = reminders.filter((one) => one.shopId === shopId).slice(-MOST);
  const ids = new Set(ofShop.map(({ id }) => id));
  const isOurs = (one: { reminderIds: string[]; resolvedIds: string[] }): boolean =>
    [...one.reminderIds, ...one.resolvedIds].some((id) => ids.has(id));
  return {
    reminders: ofShop,
    deliveries: deliveries.filter((one) => !heard.has(one.id) && isOurs(one)).slice(-MOST),
  };
}
