import { reveal } from '../model/secret.ts';
import type { JstDate } from '../model/time.ts';
import {
  type FieldName,
  fieldName,
  type FieldResult,
  type FillOutcome,
  sameField,
} from '../model/tool.ts';
import { type HeldToken, TOKEN_FIELDS, type TokenField } from '../vault/safe/items.ts';
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
  const values: Partial<Record<LookField['field'], string | null>> = {
    licenseKey: reveal(credentials.licenseKey),
    serviceSecret: credentials.serviceSecret && reveal(credentials.serviceSecret),
    expiresOn,
  };
  const valued = look.fields.map((wanted) => ({ wanted, value: values[wanted.field] ?? null }));
  return orderFor(look, connector, valued, choices);
}

/**
 * The order for settings of another service: its own fields, and no other. Where the page shows several that
 * look alike, none is filled: a token must not end up with the wrong service.
 */
export function prepareSettings(look: Look, connector: Connector, held: HeldToken): Prepared {
  const valued = TOKEN_FIELDS[held.service].flatMap((token) => {
    const wanted = look.fields.find((each) => sameField(each, FIELD_OF[token]));
    const value = held.values[token];
    return wanted ? [{ wanted, value: value === undefined ? null : reveal(value) }] : [];
  });
  return orderFor(look, connector, valued, []);
}

/** In which field of a connector each goes. */
const FIELD_OF: Record<TokenField, FieldName> = {
  chatworkToken: { field: 'apiToken', part: 'chatwork' },
  zendeskToken: { field: 'apiToken', part: 'zendesk' },
  zendeskSubdomain: { field: 'zendeskSubdomain' },
  zendeskEmail: { field: 'zendeskEmail' },
  listUrl: { field: 'listUrl' },
  listPlan: { field: 'listPlan' },
};

function orderFor(
  look: Look,
  connector: Connector,
  valued: { wanted: LookField; value: string | null }[],
  choices: FieldChoice[],
): Prepared {
  const steps: FillStep[] = [];
  const refused: FieldResult[] = [];
  for (const { wanted, value } of valued) {
    const { found } = wanted;
    const name = fieldName(wanted);
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
