import type { Answer } from '../model/reminder.ts';
import { remindersAnswerSchema } from '../model/companion-notices.schema.ts';
import { licensesAnswerSchema } from '../model/companion-shared.schema.ts';
import type { Ledger, LedgerChange } from '../model/ledger.ts';
import type { Instant } from '../model/time.ts';
import { topicOf } from '../reminders/kinds.ts';
import { aliasesOf, localShop, type SharedShop } from './aliases.ts';
import { aboutShop, type SharePort } from './port.ts';
import { unlessRefused } from './refused.ts';
import { hearOfShops } from './hear.ts';

type Port = Pick<SharePort, 'ask' | 'read'>;

/** What colleagues answered, by way of the companion; the later answer to a matter stands. */
export function adoptAnswers(
  { answers }: Pick<Ledger, 'answers'>,
  there: readonly Answer[],
  here: (id: string) => string,
): LedgerChange {
  const known = new Map(answers.map((one) => [one.id, one.at]));
  const newer = there
    .map((one) => Object.assign({}, one, { id: inWords(one.id, here) }))
    .filter(({ id, at }) => at > (known.get(id) ?? -Infinity));
  return newer.length > 0 ? { answers: newer } : {};
}

/** Tells the companion what was answered here since then, for it would go on asking; gives when the last was. */
export async function sendAnswers(
  port: Port,
  shops: readonly SharedShop[],
  since: Instant,
): Promise<Instant> {
  const fresh = (await port.read()).answers.filter(({ at }) => at > since);
  for (const answer of fresh) {
    const silent = answer.plannedOn === null ? answer.silentUntil : null;
    await put(port, shops, answer.id, { ...answer, snoozeUntil: silent });
  }
  return Math.max(since, ...fresh.map(({ at }) => at));
}

/** Takes an answer back at the companion too: else it would be heard of again. Throws where it is away. */
export async function takeAnswerBack(
  port: Pick<SharePort, 'ask' | 'read' | 'change'>,
  topic: string,
): Promise<void> {
  await put(port, await hearOfShops(port), topic, NO_ANSWER);
}

type Said = Pick<Answer, 'acknowledged' | 'plannedOn'> & { snoozeUntil: Instant | null };
const NO_ANSWER: Said = { acknowledged: false, plannedOn: null, snoozeUntil: null };

/** To the shop that the matter is about, if it stands there as well. */
async function put(
  { ask, read }: Port,
  shops: readonly SharedShop[],
  topic: string,
  { acknowledged, plannedOn, snoozeUntil }: Said,
): Promise<void> {
  const ledger = await read();
  const shopId = ledger.reminders.find((one) => topicOf(one) === topic)?.shopId;
  const shop = shops.find((one) => localShop(ledger, one)?.id === shopId);
  if (!shop) return;
  const keys = await ask(aboutShop('/v1/licenses', shop.id), licensesAnswerSchema);
  const { reminders } = await ask(aboutShop('/v1/reminders', shop.id), remindersAnswerSchema);
  const wanted = inWords(topic, aliasesOf(ledger, shop, keys).there);
  const standing = reminders.find((one) => one.endedAt === null && topicOf(one) === wanted);
  if (!standing) return;
  const said = { acknowledged, plannedOn, snoozeUntil };
  const body = { shopId: shop.id, reminderId: standing.id, ...said };
  await unlessRefused(ask({ method: 'PUT', path: '/v1/reminders', body }, remindersAnswerSchema));
}

/** A topic is a reason and what it is about (`topicOf`). */
function inWords(topic: string, word: (id: string) => string): string {
  const at = topic.indexOf('|') + 1;
  return topic.slice(0, at) + word(topic.slice(at));
}
