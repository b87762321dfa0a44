import type { ProbeResult } from '../model/key-test.ts';
import { readBody, type BodyFacts } from './body.schema.ts';
import { isAuthCode, isDomainCode, isGatewayCode } from './codes.ts';
import { expiryDateOf } from './expiry-date.ts';
import { EXPIRY_FUNCTION, SHOP_FUNCTION } from './probes.ts';
import type { Answer, Probed } from './types.ts';

type Outcome = ProbeResult['outcome'];

const MAINTENANCE = /メンテナンス|システム障害|一時的に|maintenance|temporar(?:y|ily) unavailable/i;

/** What one answer of the RMS WEB API says of one function (rms.md §6, "Answers"). Never throws. */
export function classify(name: string, answer: Answer): Probed {
  const none = { code: null, expiresOn: null, shopDigits: null };
  if (answer.kind === 'none') return probed(name, 'serviceDown', null, none);
  // Half an answer says that a service or a line broke, and nothing of the key.
  if (answer.kind === 'broken') return probed(name, 'serviceDown', answer.status, none);
  const body = readBody(answer.text);
  const code = tellingCode(body);
  const outcome = outcomeOf(answer.status, body, answer.text);
  const shopDigits = name === SHOP_FUNCTION && outcome === 'permitted' ? body.shopId : null;
  if (name !== EXPIRY_FUNCTION || outcome !== 'permitted') {
    return probed(name, outcome, answer.status, { code, expiresOn: null, shopDigits });
  }
  const expiresOn = expiryDateOf(body.expiryDate ?? '');
  // Permitted to tell the expiry, and no expiry told: that proves nothing.
  const told = expiresOn === null ? 'unclear' : outcome;
  return probed(name, told, answer.status, { code, expiresOn, shopDigits });
}

function outcomeOf(status: number, body: BodyFacts, text: string): Outcome {
  if (status >= 500) return 'serviceDown';
  if (status === 429) return 'tooFast';
  if (body.kind !== 'data') return MAINTENANCE.test(text) ? 'serviceDown' : 'unclear';
  if (body.codes.some(isAuthCode)) return 'refused';
  const domain = body.codes.some(isDomainCode);
  if (status === 401) return domain ? 'unclear' : 'refused';
  if (domain) return 'permitted';
  const ok = status >= 200 && status < 300 && !body.codes.some(isGatewayCode);
  return ok ? 'permitted' : 'unclear';
}

const tellingCode = (body: BodyFacts): string | null =>
  body.codes.find(isAuthCode) ?? body.codes[0] ?? null;

const probed = (
  name: string,
  outcome: Outcome,
  status: number | null,
  said: Omit<Probed, 'probe'> & { code: string | null },
): Probed => ({
  probe: { function: name, outcome, status, code: said.code },
  expiresOn: said.expiresOn,
  shopDigits: said.shopDigits,
});
