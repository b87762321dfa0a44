import { LINE_WORKS } from './addresses.ts';
import { cut, inert, widen } from './escape.ts';
import { withFoot } from './foot.ts';
import { failureOf, yesOf } from './http.ts';
import type { Message, MuteChannel } from './port.ts';
import { postJson, webhookOrigins } from './webhook.ts';

/** Not documented for the webhook; a bot's text may have 2,000. */
const MOST = 2_000;
const TITLE = 100;
const LABEL = 20;
const LINE = 300;

/** Text that LINE WORKS shows as it is; <m userId="all"> would call everybody. */
export const escapeLineWorks = (text: string): string => widen(inert(text), '<>');

/** A talk room of LINE WORKS by an incoming webhook. */
export const lineWorks: MuteChannel = {
  id: 'lineWorks',
  class: 2,
  grouping: 'digest',
  // Calls a minute on the free plan.
  limits: { length: MOST, perTarget: null, perSecret: { count: 60, ms: 60_000 }, attempts: 5 },
  origins: (target) => webhookOrigins(LINE_WORKS, target),
  send: async (message, target, ports) => {
    const answer = await postJson(LINE_WORKS, payloadOf(message), target, ports);
    if (answer.kind === 'refused') return answer;
    return yesOf(answer) === null
      ? failureOf(answer, ports.clock())
      : { kind: 'delivered', ref: null };
  },
  testSend: (message, target, ports) => lineWorks.send(message, target, ports),
};

function payloadOf(message: Message): object {
  const { subject, links } = message;
  const { lines, foot: last } = withFoot(message);
  const foot = escapeLineWorks(last);
  const text = lines
    .map(({ kind, text: words }) => {
      const line = cut(escapeLineWorks(words), LINE);
      return kind === 'heading' && line !== '' ? `■ ${line}` : line;
    })
    .join('\n');
  const [link] = links;
  return {
    title: cut(escapeLineWorks(subject), TITLE),
    body: { text: `${cut(text, MOST - foot.length - 1)}\n${foot}` },
    ...(link ? { button: { label: cut(escapeLineWorks(link.text), LABEL), url: link.url } } : {}),
  };
}
