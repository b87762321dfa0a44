import { applyChange } from '../../../utils/ledger/apply.ts';
import { emptyLedger } from '../../../utils/ledger/collections.ts';
import { merge } from '../../../utils/ledger/merge.ts';
import type { KeyTest, Verdict } from '../../../utils/model/key-test.ts';
import type { HistoryEntry, Ledger, LedgerChange, License } from '../../../utils/model/ledger.ts';
import type { Renewal } from '../../../utils/model/renewal.ts';
import { MINUTE, type Instant, type JstDate } from '../../../utils/model/time.ts';
import type { Placement, ToolBinding } from '../../../utils/model/tool.ts';
import { advanceRenewals } from '../../../utils/renewals/advance.ts';
import { nextStep, type NextStep } from '../../../utils/renewals/next.ts';
import { aReading, aRow, ids, T0 } from '../ledger/make.ts';

export interface RmsKey {
  last4: string;
  expiresOn: JstDate | null;
  state?: License['state'];
}

/** One shop with one app, tools that take its key, and a ledger that learns of both. */
export function aShop(owner: 'shop' | 'vendor' = 'vendor') {
  const newId = ids();
  let ledger: Ledger = emptyLedger();
  let now: Instant = T0;
  const history: HistoryEntry[] = [];

  const apply = (change: LedgerChange): void => {
    history.push(...(change.history ?? []));
    ledger = applyChange(ledger, change);
  };
  /** As the background does it: what was decided, then what follows for the runs. */
  const change = (made: LedgerChange): void => {
    // No two acts of a person fall on one millisecond.
    now += 1000;
    apply(made);
    apply(advanceRenewals(ledger, now, newId));
  };
  const app = () => ledger.apps[0] ?? missing('app');
  const binding = (tool: string): ToolBinding =>
    ledger.bindings.find(({ connectorId }) => connectorId === tool) ?? missing(tool);
  const license = (last4: string): License =>
    ledger.licenses.find((one) => one.last4 === last4) ?? missing(last4);

  return {
    newId,
    change,
    app,
    binding,
    license,
    ledger: (): Ledger => ledger,
    now: (): Instant => now,
    history: (): HistoryEntry[] => history,
    later(ms: number): void {
      now += ms;
      change({});
    },
    read(keys: RmsKey[], complete = true): void {
      now += MINUTE;
      const licenses = keys.map(({ last4, expiresOn, state = 'active' }) =>
        aRow({ last4, expiresOn, state, owner, developer: 'D', app: 'A' }),
      );
      const licenseCoverage = complete ? 'complete' : 'partial';
      const reading = aReading({ at: now, licenses, licenseCoverage });
      change(merge(ledger, reading, { now, newId }));
    },
    tool(connectorId: string): void {
      const made = { origin: `https://${connectorId}.example`, shopOnTool: null, createdAt: now };
      const { shopId, id: appId } = app();
      change({ bindings: [{ id: newId(), shopId, appId, connectorId, ...made }] });
    },
    holds(tool: string, last4: string, how: NonNullable<Placement['holds']>['how']): void {
      const holds = { licenseId: license(last4).id, how, by: 'person' as const, at: now };
      change({ placements: [{ ...placementOf(tool), holds }] });
    },
    toolTest(tool: string, last4: string, ok: boolean): void {
      const licenseId = license(last4).id;
      const works = { licenseId, how: 'toolTest' as const, by: 'page' as const, ok, at: now };
      change({ placements: [{ ...placementOf(tool), works }] });
    },
    keyTest(last4: string, verdict: Verdict, over: Partial<KeyTest> = {}): void {
      const test: KeyTest = {
        id: newId(),
        licenseId: license(last4).id,
        at: now,
        by: 'worker',
        attempt: 0,
        retestAt: null,
        verdict,
        expiresOn: null,
        causes: [],
        missingFunctions: [],
        why: null,
        probes: [],
        ...over,
      };
      change({ keyTests: [test] });
    },
    runs: (): Renewal[] => ledger.renewals,
    open: (): Renewal[] => ledger.renewals.filter(({ closed }) => closed === null),
    next(carried: string[] = []): NextStep | null {
      const run = ledger.renewals.find(({ closed }) => closed === null);
      if (!run) return null;
      return nextStep(run, { ledger, now, carried: new Set(carried.map((x) => license(x).id)) });
    },
  };

  function placementOf(tool: string): Placement {
    const bindingId = binding(tool).id;
    return (
      ledger.placements.find((one) => one.bindingId === bindingId) ?? {
        id: newId(),
        bindingId,
        field: 'licenseKey',
        holds: null,
        works: null,
      }
    );
  }
}

function missing(what: string): never {
  throw new Error(`no ${what}`);
}
