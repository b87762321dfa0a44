import { reveal } from '../model/secret.ts';
import type { JstDate } from '../model/time.ts';
import type { FieldResult, FillOutcome } from '../model/tool.ts';
import type { Credentials } from '../vault/carry.ts';
import { CONNECTORS } from './connectors/index.ts';
import type { Connector } from './connectors/type.ts';
import { domainOf } from './domain.ts';
import type { FillOrder, FillStep } from './page/types.ts';
import { lookSpec } from './recognise.ts';
import type { Look, LookField } from './session.ts';

/** What goes into which field, and what stays out of it and why. */
export interface Prepared {
  order: FillOrder;
  refused: FieldResult[];
}

/** The order for the page script. It holds the key in the clear: build it last, send it, drop it. */
export function prepareFill(
  look: Look,
  connector: Connector,
  credentials: Credentials,
  expiresOn: JstDate | null,
): Prepared {
  const values: Record<LookField['kind'], string | null> = {
    licenseKey: reveal(credentials.licenseKey),
    serviceSecret: credentials.serviceSecret && reveal(credentials.serviceSecret),
    expiresOn,
  };
  const steps: FillStep[] = [];
  const refused: FieldResult[] = [];
  for (const { kind, found, target } of look.fields) {
    const value = values[kind];
    if (target && value !== null) steps.push({ field: kind, ...target, value });
    else refused.push({ field: kind, outcome: whyNot(found, value) });
  }
  const order: FillOrder = {
    token: look.token,
    origin: look.origin,
    domain: domainOf(new URL(look.origin).hostname),
    shops: look.shops,
    shopLabels: lookSpec(CONNECTORS).shopLabels,
    steps,
    test: connector.test,
  };
  return { order, refused };
}

const whyNot = (found: LookField['found'], value: string | null): FillOutcome => {
  if (value === null) return 'noKey';
  return found === 'many' ? 'ambiguous' : 'fieldMissing';
};

/** The results of page and plan, in the order of the connector's fields. */
export const inOrder = (connector: Connector, results: FieldResult[]): FieldResult[] =>
  connector.fields.flatMap(({ kind }) => results.filter(({ field }) => field === kind));
