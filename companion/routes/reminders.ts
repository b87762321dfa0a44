import { emptyLedger } from '../../utils/ledger/collections.ts';
import type { Ledger } from '../../utils/model/ledger.ts';
import { dropAnswer, giveAnswer } from '../../utils/reminders/answers.ts';
import { hearOf, saidHere, type SaidElsewhere } from '../../utils/reminders/handover.ts';
import { topicOf } from '../../utils/reminders/kinds.ts';
import type { Handlers } from '../http/call.ts';
import { Refusal } from '../problems.ts';
import { withPlan } from '../speak/plan-shops.ts';
import type { ShopRecord } from '../store/types.ts';
import type { Deps } from '../types.ts';
import { shopFor } from './ledger.ts';
import { metKey } from './readings.ts';
import { signed } from './signed.ts';

type Names = 'heartbeat' | 'reminders' | 'answerReminder' | 'hearSaid';

/** What is to be said, what was said, and what people answer. */
export const reminderHandlers = (deps: Deps): Pick<Handlers, Names> => ({
  heartbeat: async ({ device, query }) => {
    const at = deps.clock();
    if (query.sent === 'all') await deps.store.noteTime(metKey(device), at);
    return { at, speaks: deps.pulse.isAlive() };
  },

  reminders: async ({ device, query }) => shown(await shopFor(deps.store, device, query.shop)),

  answerReminder: async ({ device, body: { shopId, reminderId, ...answering } }) => {
    const taken = await deps.store.update(device.scope, shopId, (ledger) => {
      const topic = standingTopic(ledger, reminderId);
      const empty =
        !answering.acknowledged && answering.plannedOn === null && answering.snoozeUntil === null;
      const said = { topic, by: device.member.name, ...answering };
      const change = empty ? dropAnswer(ledger, topic) : giveAnswer(ledger, said, deps.clock());
      return withPlan(deps, ledger, signed(change, device));
    });
    if (taken === 'unknown') throw new Refusal('shopUnknown');
    return shown(taken.record);
  },

  hearSaid: async ({ device, body: { shopId, ...said } }) => {
    const taken = await deps.store.update(device.scope, shopId, (ledger) => {
      const heard = hearOf(ledger, onlySaid(said, shopId), deps.clock());
      return { ...withPlan(deps, ledger, heard), answer: heard.deliveries?.length ?? 0 };
    });
    if (taken === 'unknown') throw new Refusal('shopUnknown');
    return { taken: taken.answer };
  },
});

/** What was said, or may have been; anything else a browser has no business to bring. */
function onlySaid({ reminders, deliveries }: SaidElsewhere, shopId: string): SaidElsewhere {
  const ofShop = reminders.filter((one) => one.shopId === shopId);
  return saidHere({ ...emptyLedger(), reminders: ofShop, deliveries });
}

function standingTopic({ reminders }: Ledger, id: string): string {
  const reminder = reminders.find((one) => one.id === id && one.endedAt === null);
  if (!reminder) throw new Refusal('reminderUnknown');
  return topicOf(reminder);
}

/** What stands, and what a browser must know so as not to say it again. */
function shown({ id, ledger }: ShopRecord) {
  const said = saidHere(ledger);
  const spoken = new Set(said.reminders.map((one) => one.id));
  return {
    shopId: id,
    reminders: ledger.reminders.filter((one) => one.endedAt === null || spoken.has(one.id)),
    answers: ledger.answers,
    said: said.deliveries,
  };
}
