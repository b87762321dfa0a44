import { channelsAnswerSchema, rulesAnswerSchema } from '../model/companion-notices.schema.ts';
import type { Ledger } from '../model/ledger.ts';
import { ruleBook } from '../reminders/policy.ts';
import { workRules } from '../reminders/set-policy.ts';
import { localShop, type SharedShop } from './aliases.ts';
import { aboutShop, type SharePort } from './port.ts';
import { routesToSend } from './routes.ts';
import { adoptRules, sameRules, type HeardRules } from './rules.ts';

/**
 * When people work is one thing for all browsers and their companion, of the shops for which it speaks: what a
 * person changed here goes there first, then what holds there is taken over. `seen` holds the revision of each
 * shop then. Broken off at any moment it is taken up at the next meeting.
 */
export async function shareRules(
  port: SharePort,
  shops: readonly SharedShop[],
  seen: Map<string, number>,
): Promise<void> {
  const speaking = shops.filter(({ speaks }) => speaks);
  const inStep = new Set(await port.rules.inStep());
  const changedAt = await port.rules.changedAt();
  const known = speaking.filter(({ id }) => inStep.has(id));
  if (changedAt > 0) await sendRules(port, known);
  const asked = speaking.filter(({ id, revision }) => !inStep.has(id) || seen.get(id) !== revision);
  if (!(await takeOver(port, asked, { inStep, changedAt }))) return;
  // Changed once more meanwhile, they are sent once more.
  if (changedAt > 0) await port.rules.sent(changedAt);
  if (known.length < inStep.size || known.length < speaking.length)
    await port.rules.keepInStep(speaking.map(({ id }) => id));
  for (const { id, revision } of asked) seen.set(id, revision);
}

/** false = a person changed rules here while we asked, and that is newer. */
async function takeOver(
  port: SharePort,
  shops: readonly SharedShop[],
  { inStep, changedAt }: { inStep: ReadonlySet<string>; changedAt: number },
): Promise<boolean> {
  const before = JSON.stringify((await port.read()).policies);
  const heard: HeardRules[] = [];
  for (const shop of shops) {
    const rules = await port.ask(aboutShop('/v1/rules', shop.id), rulesAnswerSchema);
    heard.push({ shop, rules, first: !inStep.has(shop.id) });
  }
  if ((await port.rules.changedAt()) !== changedAt) return false;
  if (heard.length === 0) return true;
  let isNewer = false;
  const ledger = await port.change((now) => {
    isNewer = JSON.stringify(now.policies) !== before || now.meta.companionHeardAt === undefined;
    const around = { newId: port.newId, changed: changedAt > 0 };
    return isNewer ? {} : adoptRules(now, heard, around);
  });
  if (isNewer) return false;
  const told = heard.filter(({ first, shop, rules }) => {
    const policy = first ? policyHere(ledger, shop) : null;
    return policy && (changedAt > 0 || !sameRules(policy, rules));
  });
  await sendRules(
    port,
    told.map(({ shop }) => shop),
  );
  return true;
}

/**
 * Tells the companion when people work and who hears of what, of the shops that this browser knows: each by its
 * group. What a colleague decided of channels that this browser does not know stands.
 */
export async function sendRules(
  { ask, read, rules }: Pick<SharePort, 'ask' | 'read' | 'rules'>,
  shops: readonly SharedShop[],
): Promise<void> {
  for (const shop of shops) {
    const there = await ask(aboutShop('/v1/rules', shop.id), rulesAnswerSchema);
    const { channels } = await ask(aboutShop('/v1/channels', shop.id), channelsAnswerSchema);
    const ledger = await read();
    const policy = policyHere(ledger, shop);
    if (!policy) continue;
    const targetIds = new Set(ledger.targets.map(({ id }) => id));
    const routes = routesToSend(
      { routes: policy.routes, targetIds },
      { routes: there.routes, channels },
    );
    const body = { shopId: shop.id, ...workRules(policy), routes };
    await ask({ method: 'PUT', path: '/v1/rules', body }, rulesAnswerSchema);
    await rules.keepInStep([...new Set([...(await rules.inStep()), shop.id])]);
  }
}

const policyHere = (ledger: Ledger, shop: SharedShop) => {
  const here = localShop(ledger, shop);
  return here ? ruleBook(ledger.policies).of(here.id).policy : null;
};
