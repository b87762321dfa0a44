import type { Target } from '../../model/notice.ts';
import { makeSecret, reveal, type Secret } from '../../model/secret.ts';
import { ask, type Answer } from './http.ts';
import type { ChannelPorts, Outcome } from './port.ts';

/** An incoming webhook's address: who knows it may write there, so the whole of it is the secret. */
export interface WebhookKind {
  /** The hosts that the service documents, and the path below which its webhooks lie. */
  host: RegExp;
  path: RegExp;
}

/**
 * What a person pasted as a webhook's address, if it is one of that service; null otherwise. `origin` is no
 * secret: it stands in the target, and permission is asked for it.
 */
export function webhookAddress(
  { host, path }: WebhookKind,
  pasted: string,
): { origin: string; secret: Secret } | null {
  const url = URL.parse(pasted.trim());
  if (!url || url.protocol !== 'https:' || url.username !== '' || url.password !== '') return null;
  if (!host.test(url.hostname) || !path.test(url.pathname)) return null;
  return { origin: url.origin, secret: makeSecret(url.href) };
}

/** The origin that stands in the target, checked against the service's own hosts. */
export function webhookOrigins({ host }: WebhookKind, { config }: Target): string[] {
  const url = URL.parse(config['origin'] ?? '');
  const ours = url?.protocol === 'https:' && host.test(url.hostname);
  return ours ? [url.origin] : [];
}

/** Posts JSON to the target's webhook. `refused` where there is no address, or one of another service. */
export async function postJson(
  kind: WebhookKind,
  body: object,
  target: Target,
  ports: ChannelPorts,
): Promise<Answer | Extract<Outcome, { kind: 'refused' }>> {
  const secret = target.secretName === null ? null : await ports.secret(target.secretName);
  if (!secret) return { kind: 'refused', why: 'noSecret' };
  const address = webhookAddress(kind, reveal(secret));
  if (!address) return { kind: 'refused', why: 'badConfig' };
  return ask(ports, {
    method: 'POST',
    url: reveal(address.secret),
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify(body),
  });
}
