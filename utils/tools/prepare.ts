import { reveal } from '../model/secret.ts';
import type { JstDate } from '../model/time.ts';
import { fieldName, type FieldResult, type FillOutcome, sameField } from '../model/tool.ts';
import type { Credentials } from '../vault/carry.ts';
import { CONNECTORS } from './connectors/index.ts';
import { type Connector, nameOfField } from './connectors/type.ts';
import { domainOf } from './domain.ts';
import type { FillOrder, FillStep } from './page/types.ts';
import { lookSpec } from './recognise.ts';
import type { FieldChoice } from './choose.ts';
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
  choices: FieldChoice[],
): Prepared {
  const values: Record<LookField['field'], string | null> = {
    licenseKey: reveal(credentials.licenseKey),
    serviceSecret: credentials.serviceSecret && reveal(credentials.serviceSecret),
    expiresOn,
  };
  const steps: FillStep[] = [];
  const refused: FieldResult[] = [];
  for (const wanted of look.fields) {
    const { field, found } = wanted;
    const name = fieldName(wanted);
    const value = values[field];
    const target = wanted.target ?? chosenOf(wanted, choices);
    if (target && value !== null) steps.push({ ...name, ...target, value });
    else refused.push({ ...name, outcome: whyNot(found, value) });
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

/** What a person chose of several that look alike; null = none of them. */
function chosenOf(
  wanted: LookField,
  choices: FieldChoice[],
): Omit<FillStep, 'field' | 'value'> | null {
  const choice = choices.find((each) => sameField(each, wanted));
  const chosen = choice === undefined ? undefined : wanted.candidates[choice.candidate];
  return chosen ? { ref: chosen.ref, anchors: chosen.anchors, chosenNear: chosen.near } : null;
}

const whyNot = (found: LookField['found'], value: string | null): FillOutcome => {
  if (value === null) return 'noKey';
  return found === 'many' ? 'ambiguous' : 'fieldMissing';
};

/** The results of page and plan, in the order of the connector's fields. */
export const inOrder = (connector: Connector, results: FieldResult[]): FieldResult[] =>
  connector.fields
    .map(nameOfField)
    .flatMap((name) => results.filter((each) => sameField(each, name)));
