import type { ToolInFront } from '../../utils/tools/desk-types.ts';
import type { CarriedInfo } from '../../utils/model/carry.ts';
import { NO_ORIGIN } from '../../utils/tools/statements.ts';
import type { Ledger } from '../../utils/model/ledger.ts';

/**
 * Which carried key to offer first for a tool: one of the app that this tool is bound to, else the one
 * carried last. It is named above the button, and the person may pick another.
 */
export function suggestedKey(
  carried: CarriedInfo[],
  tool: Pick<ToolInFront, 'connectorId' | 'origin'>,
  ledger: Ledger | null,
): CarriedInfo | undefined {
  const bound = (ledger?.bindings ?? []).filter(
    (one) =>
      one.connectorId === tool.connectorId &&
      // A tool that was only named so far has no address yet.
      (one.origin === tool.origin || one.origin === NO_ORIGIN),
  );
  const apps = new Set(bound.map((one) => one.appId));
  const fitting = carried.filter((one) => one.appId !== null && apps.has(one.appId));
  return newest(fitting) ?? newest(carried);
}

const newest = (carried: CarriedInfo[]): CarriedInfo | undefined =>
  carried.toSorted((a, b) => b.carriedAt - a.carriedAt)[0];
