import type * as z from 'zod/mini';
import { inTurn } from '../ledger/apply.ts';
import { remindersAnswerSchema, saidAnswerSchema } from '../model/companion-notices.schema.ts';
import { renewalsAnswerSchema, type RenewalsAnswer } from '../model/companion-renewals.schema.ts';
import {
  licensesAnswerSchema,
  placementsAnswerSchema,
  readingAnswerSchema,
  type LicensesAnswer,
  type PlacementsAnswer,
} from '../model/companion-shared.schema.ts';
import type { Ledger, LedgerChange } from '../model/ledger.ts';
import { hearOf, isNews, saidHere, type SaidElsewhere } from '../reminders/handover.ts';
import { takePlacement, type PlacementSaid } from '../tools/take-placement.ts';
import { takeRemoval } from '../tools/take-removal.ts';
import { adopt } from './adopt.ts';
import { adoptAnswers } from './answers.ts';
import { aliasesOf, localShop, type SharedShop } from './aliases.ts';
import { removalsToSay, removedThere, saidThere, toSay } from './placements.ts';
import { aboutShop, type SharePort } from './port.ts';
import { adoptRuns, runsToSay } from './runs.ts';
import { fingerprintKeyOf, fingerprintsToSay } from './fingerprints.ts';
import { translated } from './said.ts';
import { testsToSay } from './tests.ts';
import { unlessRefused } from './refused.ts';

/** One shop, both ways: keys, tools, runs, what was said of them on team channels, and what people answered. */
export async function shareShop(port: SharePort, shop: SharedShop): Promise<void> {
  const { ask, change, newId } = port;
  const about = (path: string) => aboutShop(path, shop.id);
  const keys = await ask(about('/v1/licenses'), licensesAnswerSchema);
  const tools = await ask(about('/v1/placements'), placementsAnswerSchema);
  const runs = await ask(about('/v1/renewals'), renewalsAnswerSchema);
  const spoken = await ask(about('/v1/reminders'), remindersAnswerSchema);
  const said = { reminders: spoken.reminders, deliveries: spoken.said };
  // In one change: what follows for the runs from a colleague's key must see the colleague's run.
  const ledger = await change((before, at) => {
    // The pairing ended while we asked: nothing of it comes in any more.
    if (before.meta.companionHeardAt === undefined) return {};
    return inTurn(before, [
      (one) => adopt(one, shop, keys),
      (one) => removeAll(one, removedThere(tools, aliasesOf(one, shop, keys)), { now: at, newId }),
      (one) => takeAll(one, saidThere(tools, aliasesOf(one, shop, keys)), { now: at, newId }),
      (one) => {
        const { here } = aliasesOf(one, shop, keys);
        return adoptRuns(one, localShop(one, shop)?.id ?? shop.id, runs, { here, now: at });
      },
      (one) => hearOf(one, translated(said, aliasesOf(one, shop, keys, runs.renewals).here)),
      (one) => adoptAnswers(one, spoken.answers, aliasesOf(one, shop, keys).here),
    ]);
  });
  await sendOurs(port, shop, { ledger, keys, tools, runs, said });
}

const takeAll = (
  ledger: Ledger,
  said: PlacementSaid[],
  around: Parameters<typeof takePlacement>[2],
): LedgerChange =>
  inTurn(
    ledger,
    said.map((one) => (before) => takePlacement(before, one, around) ?? {}),
  );

const removeAll = (
  ledger: Ledger,
  removed: ReturnType<typeof removedThere>,
  around: Parameters<typeof takeRemoval>[2],
): LedgerChange =>
  inTurn(
    ledger,
    removed.map((one) => (before) => takeRemoval(before, one, around)?.change ?? {}),
  );

interface Known {
  ledger: Ledger;
  keys: LicensesAnswer;
  tools: PlacementsAnswer;
  runs: RenewalsAnswer;
  said: SaidElsewhere;
}

/** Evidence first: whether a run is done, the companion judges by what it knows then. */
async function sendOurs(
  port: SharePort,
  shop: SharedShop,
  { ledger, keys, tools, runs, said }: Known,
): Promise<void> {
  const { ask } = port;
  const here = localShop(ledger, shop);
  if (!here) return;
  const aliases = aliasesOf(ledger, shop, keys, runs.renewals);
  const ids = { here: here.id, there: shop.id };
  const put = <T>(path: string, bodies: unknown[], schema: z.ZodMiniType<T>) =>
    inOrder(bodies, (body) => unlessRefused(ask({ method: 'PUT', path, body }, schema)));
  await inOrder(removalsToSay(ledger, ids, tools, aliases), (body) =>
    unlessRefused(ask({ method: 'POST', path: '/v1/tool-removals', body }, placementsAnswerSchema)),
  );
  await put('/v1/placements', toSay(ledger, ids, tools, aliases), placementsAnswerSchema);
  await put('/v1/key-tests', testsToSay(ledger, ids, keys, aliases), readingAnswerSchema);
  await put('/v1/renewals', runsToSay(ledger, ids, runs, aliases), renewalsAnswerSchema);
  const hmacKeyId = await fingerprintKeyOf(port, ids, keys);
  const fingerprints = fingerprintsToSay(ledger, here.id, hmacKeyId, keys, aliases);
  if (fingerprints.length > 0)
    await put('/v1/fingerprints', [{ shopId: shop.id, fingerprints }], readingAnswerSchema);
  const ours = unheard(ledger, here.id, said);
  if (ours.deliveries.length === 0) return;
  const body = { shopId: shop.id, ...translated(ours, aliases.there) };
  await unlessRefused(ask({ method: 'POST', path: '/v1/reminders', body }, saidAnswerSchema));
}

async function inOrder<T>(all: T[], act: (one: T) => Promise<void>): Promise<void> {
  for (const one of all) await act(one);
}

/** The most that one request takes. */
const MOST = 1_000;

/** What was said here of that shop and the companion has not heard of, newest first. */
function unheard(ledger: Ledger, shopId: string, there: SaidElsewhere): SaidElsewhere {
  const heard = new Map(there.deliveries.map((one) => [one.id, one]));
  const { reminders, deliveries } = saidHere(ledger);
  const ofShop = reminders.filter((one) => one.shopId === shopId).slice(-MOST);
  const ids = new Set(ofShop.map(({ id }) => id));
  const isOurs = (one: { reminderIds: string[]; resolvedIds: string[] }): boolean =>
    [...one.reminderIds, ...one.resolvedIds].some((id) => ids.has(id));
  return {
    reminders: ofShop,
    deliveries: deliveries
      .filter((one) => isNews(one, heard.get(one.id)) && isOurs(one))
      .slice(-MOST),
  };
}
