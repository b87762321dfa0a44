import type { Target } from '../../model/notice.ts';
import { ask, failureOf, yesOf } from './http.ts';
import type { MuteChannel } from './port.ts';

/** A registration form of ネット商人Pro (アルケミーメール), as the shop's own form names its fields. */
export interface NetshoninForm {
  url: URL;
  /** Name of the field and what goes into it. */
  fields: Record<string, string>;
}

const NAME = /^[A-Za-z0-9_[\]-]{1,64}$/;
const PLAN = /^[A-Za-z0-9_-]{1,64}$/;
const MAIL = /^[^\s@<>"',;:]{1,64}@[A-Za-z0-9.-]{1,190}$/;

/**
 * The form that a target describes; null where something of it cannot be right. The field names come from the
 * person's own form: no list of them is public (rms.md §7).
 */
export function netshoninForm({ config }: Pick<Target, 'config'>): NetshoninForm | null {
  const { url = '', planField = '', plan = '', mailField = '', mail = '' } = config;
  const address = URL.parse(url);
  const right =
    address?.protocol === 'https:' &&
    address.username === '' &&
    address.password === '' &&
    address.pathname.endsWith('/sesform.php') &&
    NAME.test(planField) &&
    NAME.test(mailField) &&
    planField !== mailField &&
    PLAN.test(plan) &&
    MAIL.test(mail);
  return right ? { url: address, fields: { [planField]: plan, [mailField]: mail } } : null;
}

/**
 * Registers the person's own address for a plan whose mails are the notice. Off unless a person set it up, one
 * attempt, and no promise: its makers document no interface, and its page says the same whatever happened
 * (seed 003). Nothing of a message goes there, so there is nothing to escape.
 */
export const netshonin: MuteChannel = {
  id: 'netshonin',
  class: 2,
  grouping: 'digest',
  limits: { length: 0, perTarget: null, perSecret: null, attempts: 1 },
  origins: (target) => {
    const form = netshoninForm(target);
    return form ? [form.url.origin] : [];
  },
  send: async (_message, target, ports) => {
    const form = netshoninForm(target);
    if (!form) return { kind: 'refused', why: 'badConfig' };
    const answer = await ask(ports, {
      method: 'POST',
      url: form.url.href,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(form.fields).toString(),
    });
    if (yesOf(answer) !== null) return { kind: 'delivered', ref: null };
    // A second attempt would register twice, and nothing can be taken back there.
    return { kind: 'refused', why: failureOf(answer, ports.clock()).why };
  },
  testSend: (message, target, ports) => netshonin.send(message, target, ports),
};
