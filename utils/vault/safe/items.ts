import type { Secret } from '../../model/secret.ts';
import type { Instant } from '../../model/time.ts';
import type { CarryFacts } from '../carry.ts';

/** What the vault may tell of one of its items: never the secret itself. */
export type HeldInfo = HeldKeyInfo | HeldTokenInfo;

export interface HeldKeyInfo extends Omit<CarryFacts, 'warnings'> {
  kind: 'key';
  id: string;
  last4: string;
  hasSecret: boolean;
  heldAt: Instant;
}

export interface HeldTokenInfo {
  kind: 'token';
  id: string;
  service: TokenService;
  /** The person's own name for it. */
  name: string;
  heldAt: Instant;
}

/** Tokens and settings of other services that a tool's settings take (Luxliner), with the fields of each. */
export const TOKEN_FIELDS = {
  chatwork: ['chatworkToken'],
  zendesk: ['zendeskSubdomain', 'zendeskEmail', 'zendeskToken'],
  netshonin: ['listUrl', 'listPlan'],
} as const;
export type TokenService = keyof typeof TOKEN_FIELDS;
export type TokenField = (typeof TOKEN_FIELDS)[TokenService][number];

export interface HeldKey extends Omit<HeldKeyInfo, 'hasSecret'> {
  licenseKey: Secret;
  serviceSecret: Secret | null;
}

export interface HeldToken extends HeldTokenInfo {
  values: Partial<Record<TokenField, Secret>>;
}

export type Held = HeldKey | HeldToken;

/** What may be shown of an item. */
export function infoOf(held: Held): HeldInfo {
  if (held.kind === 'token') {
    const { values: _secret, ...info } = held;
    return info;
  }
  const { licenseKey: _key, serviceSecret, ...info } = held;
  return { ...info, hasSecret: serviceSecret !== null };
}
