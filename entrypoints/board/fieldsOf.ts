import type { Known } from '../../components/useLedger.ts';
import { labelOf } from '../../components/WhichShop.tsx';
import type { Placement, ToolBinding } from '../../utils/model/tool.ts';
import type { ShopView } from '../../utils/overview/types.ts';

/** A placement with the names that a person reads. */
export interface FieldOfTool {
  placement: Placement;
  binding: ToolBinding;
  shop: string;
  app: string;
  /** Last four of the key it holds, as far as known. */
  last4: string | null;
  /** A newer key of the app exists, or RMS no longer lists the one it holds. */
  old: boolean;
}

export function fieldsOf({ ledger, overview }: Known, shop: ShopView | undefined): FieldOfTool[] {
  const bindings = new Map(ledger.bindings.map((one) => [one.id, one]));
  const shops = new Map(overview.shops.map((one) => [one.id, labelOf(one)]));
  const apps = new Map(ledger.apps.map((one) => [one.id, one.name]));
  const licenses = new Map(ledger.licenses.map((one) => [one.id, one]));
  const replaced = new Set(
    overview.licenses.filter((one) => one.need === 'old').map((one) => one.licenseId),
  );
  return ledger.placements.flatMap((placement) => {
    const binding = bindings.get(placement.bindingId);
    if (!binding || (shop && binding.shopId !== shop.id)) return [];
    const held = placement.holds && licenses.get(placement.holds.licenseId);
    return {
      placement,
      binding,
      shop: shops.get(binding.shopId) ?? '',
      app: apps.get(binding.appId) ?? '',
      last4: held?.last4 ?? null,
      old: held ? held.goneAt !== null || replaced.has(held.id) : false,
    };
  });
}
