import * as z from 'zod/mini';
import { GOOGLE_CHAT } from './addresses.ts';
import { cut, inert, widen } from './escape.ts';
import { withFoot } from './foot.ts';
import { failureOf, jsonOf, yesOf } from './http.ts';
import type { Message, MuteChannel } from './port.ts';
import { postJson, webhookOrigins } from './webhook.ts';

/** Bytes of a whole message (developers.google.com/workspace/chat); a sign takes up to three. */
const MOST = 32_000;
const TEXT = 9_000;
const LINE = 500;

/** Text that Google Chat shows as it is: <users/all> and <https://…|words> begin with a bracket. */
export const escapeGoogleChat = (text: string): string => widen(inert(text), '<>*_~`');

/** A space of Google Chat by an incoming webhook. */
export const googleChat: MuteChannel = {
  id: 'googleChat',
  class: 2,
  grouping: 'digest',
  limits: { length: MOST, perTarget: { count: 1, ms: 1_000 }, perSecret: null, attempts: 5 },
  origins: (target) => webhookOrigins(GOOGLE_CHAT, target),
  send: async (message, target, ports) => {
    const answer = await postJson(GOOGLE_CHAT, { text: textOf(message) }, target, ports);
    if (answer.kind === 'refused') return answer;
    const text = yesOf(answer);
    if (text === null) return failureOf(answer, ports.clock());
    return { kind: 'delivered', ref: madeSchema.safeParse(jsonOf(text)).data?.name ?? null };
  },
  testSend: (message, target, ports) => googleChat.send(message, target, ports),
};

const madeSchema = z.object({ name: z.string() });

function textOf(message: Message): string {
  const { lines, foot: last } = withFoot(message);
  const body = lines.map(({ kind, text }) => {
    const words = cut(escapeGoogleChat(text), LINE);
    return kind === 'heading' && words !== '' ? `*${words}*` : words;
  });
  const subject = cut(escapeGoogleChat(message.subject), LINE);
  const foot = message.links.map(({ text, url }) => `<${url}|${escapeGoogleChat(text)}>`);
  return [`*${subject}*`, cut(body.join('\n'), TEXT), ...foot, escapeGoogleChat(last)]
    .join('\n')
    .trim();
}
