import type { ToolInFront } from '../../utils/messages/protocol.ts';
import type { CarriedInfo } from '../../utils/model/carry.ts';
import type { Ledger } from '../../utils/model/ledger.ts';

/**
 * Which carried key to offer first for a tool: one of the app that this tool is bound to, else the only
 * one there is. With several and no binding nothing is offered: the person says which.
 */
export function suggestedKey(
  carried: CarriedInfo[],
  tool: Pick<ToolInFront, 'connectorId' | 'origin'>,
  ledger: Ledger | null,
): CarriedInfo | undefined {
  if (carried.length === 1) return carried[0];
  const bound = (ledger?.bindings ?? []).filter(
    (one) => one.connectorId === tool.connectorId && one.origin === tool.origin,
  );
  const apps = new Set(bound.map((one) => one.appId));
  const fitting = carried.filter((one) => one.appId !== null && apps.has(one.appId));
  return fitting.length === 1 ? fitting[0] : undefined;
}
