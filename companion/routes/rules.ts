import type { RulesAsk } from '../../utils/model/companion-notices.schema.ts';
import { commonPolicy, setRulesAndRoutes } from '../../utils/reminders/set-policy.ts';
import type { Handlers } from '../http/call.ts';
import { Refusal } from '../problems.ts';
import { withPlan } from '../speak/plan-shops.ts';
import type { ShopRecord } from '../store/types.ts';
import type { Deps } from '../types.ts';
import { shopFor } from './ledger.ts';

type Names = 'rules' | 'putRules';

/** When notices of a shop may be sent, and to whom: by the very rules of the extension's settings. */
export const ruleHandlers = (deps: Deps): Pick<Handlers, Names> => ({
  rules: async ({ device, query }) => shown(await shopFor(deps.store, device, query.shop)),

  putRules: async ({ device, body: { shopId, ...rules } }) => {
    const taken = await deps.store.update(device.scope, shopId, (ledger) =>
      withPlan(deps, ledger, setRulesAndRoutes(ledger, rules)),
    );
    if (taken === 'unknown') throw new Refusal('shopUnknown');
    deps.log('info', 'rulesSet', {});
    return shown(taken.record);
  },
});

function shown({ id, ledger }: ShopRecord): RulesAsk {
  const { id: _id, name: _name, shopIds: _shops, ...rules } = commonPolicy(ledger);
  return { shopId: id, ...rules };
}
