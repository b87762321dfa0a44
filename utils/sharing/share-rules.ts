import { channelsAnswerSchema, rulesAnswerSchema } from '../model/companion-notices.schema.ts';
import type { Ledger } from '../model/ledger.ts';
import type { Policy, Route } from '../model/notice.ts';
import { ruleBook } from '../reminders/policy.ts';
import { workRules, type WorkRules } from '../reminders/set-policy.ts';
import { localShop, type SharedShop } from './aliases.ts';
import { joinRules, mergeRules, sameRules } from './merge-rules.ts';
import { aboutShop, type SharePort } from './port.ts';
import { routesToSend } from './routes.ts';
import { adoptRules } from './rules.ts';

type Port = Pick<SharePort, 'ask' | 'read' | 'rules'>;

/** What the companion goes by for one shop. */
interface There {
  shop: SharedShop;
  rules: WorkRules;
  routes: Route[];
}

/**
 * When people work is one thing for all browsers and their companion, of the shops for which it speaks: what was
 * changed here and there since both were alike is brought together, here and there. `seen` holds the revision of
 * each shop then. Broken off at any moment it is taken up at the next meeting.
 */
export async function shareRules(
  port: SharePort,
  shops: readonly SharedShop[],
  seen: Map<string, number>,
): Promise<void> {
  const changedAt = await port.rules.changedAt();
  const alike = await port.rules.alike();
  const known = await port.read();
  const isDue = (shop: SharedShop): boolean => {
    const [base, policy] = [alike[shop.id], policyHere(known, shop)];
    if (policy === null) return false;
    const isSettled = base !== undefined && sameRules(base, policy) && changedAt === 0;
    return !isSettled || seen.get(shop.id) !== shop.revision;
  };
  const theirs: There[] = [];
  for (const shop of shops.filter((one) => one.speaks && isDue(one)))
    theirs.push(await rulesThere(port, shop));
  if (theirs.length === 0 && changedAt === 0) return;
  const merged = new Map<string, WorkRules>();
  const ledger = await port.change((now) => {
    // Somebody ended the pairing meanwhile.
    if (now.meta.companionHeardAt === undefined) return {};
    const around = { alike, changed: changedAt > 0 };
    for (const there of theirs) merged.set(there.shop.id, mergedWith(now, there, around));
    const heard = theirs.map(({ shop }) => ({ shop, rules: merged.get(shop.id) as WorkRules }));
    return adoptRules(now, heard, port.newId);
  });
  for (const there of theirs) {
    const rules = merged.get(there.shop.id);
    if (!rules) return;
    if (changedAt > 0 || !sameRules(rules, there.rules)) await put(port, ledger, there, rules);
    await port.rules.keepAlike({ [there.shop.id]: workRules(rules) });
    seen.set(there.shop.id, there.shop.revision);
  }
  // Changed once more meanwhile, they are sent once more.
  if (changedAt > 0) await port.rules.sent(changedAt);
}

function mergedWith(
  ledger: Ledger,
  { shop, rules: there }: There,
  { alike, changed }: { alike: Record<string, WorkRules>; changed: boolean },
): WorkRules {
  const here = policyHere(ledger, shop);
  if (here === null) return there;
  const base = alike[shop.id];
  if (base !== undefined) return mergeRules(base, here, there);
  return isMeantFor(ledger, shop, here) ? joinRules(here, there, changed) : there;
}

/** What was set for all shops here was not meant for one that came from a colleague. */
function isMeantFor(ledger: Ledger, shop: SharedShop, { shopIds }: Policy): boolean {
  const fromOthers = new Set(ledger.fromOthers.map(({ id }) => id));
  const readsNone = ledger.shops.every(({ id }) => fromOthers.has(id));
  const here = localShop(ledger, shop)?.id ?? '';
  return readsNone || shopIds.length > 0 || !fromOthers.has(here);
}

/**
 * Tells the companion when people work and who hears of what, of the shops that this browser knows: each by its
 * group. What a colleague set meanwhile, and decided of channels that this browser does not know, stands.
 */
export async function sendRules(port: Port, shops: readonly SharedShop[]): Promise<void> {
  const alike = await port.rules.alike();
  for (const shop of shops) {
    const there = await rulesThere(port, shop);
    const ledger = await port.read();
    const here = policyHere(ledger, shop);
    if (here === null) continue;
    // What it has of a shop for which it never spoke, nobody has set.
    const base = shop.speaks ? alike[shop.id] : undefined;
    const rules = base === undefined ? workRules(here) : mergeRules(base, here, there.rules);
    await put(port, ledger, there, rules);
    // What came from there is taken over at the next meeting.
    if (sameRules(rules, here)) await port.rules.keepAlike({ [shop.id]: rules });
  }
}

async function rulesThere({ ask }: Pick<Port, 'ask'>, shop: SharedShop): Promise<There> {
  const { routes, ...rules } = await ask(aboutShop('/v1/rules', shop.id), rulesAnswerSchema);
  return { shop, rules: workRules(rules), routes };
}

async function put(
  { ask }: Pick<Port, 'ask'>,
  ledger: Ledger,
  { shop, routes }: There,
  rules: WorkRules,
): Promise<void> {
  const { channels } = await ask(aboutShop('/v1/channels', shop.id), channelsAnswerSchema);
  const here = {
    routes: policyHere(ledger, shop)?.routes ?? [],
    targetIds: new Set(ledger.targets.map(({ id }) => id)),
  };
  const body = {
    shopId: shop.id,
    ...workRules(rules),
    routes: routesToSend(here, { routes, channels }),
  };
  await ask({ method: 'PUT', path: '/v1/rules', body }, rulesAnswerSchema);
}

function policyHere(ledger: Ledger, shop: SharedShop): Policy | null {
  const here = localShop(ledger, shop);
  return here ? ruleBook(ledger.policies).of(here.id).policy : null;
}
