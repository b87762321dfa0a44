import { TEAMS } from './addresses.ts';
import { cut, inert, widen } from './escape.ts';
import { withFoot } from './foot.ts';
import { failureOf, yesOf } from './http.ts';
import type { Message, MuteChannel } from './port.ts';
import { postJson, webhookOrigins } from './webhook.ts';

/** Bytes of a whole message; a sign takes up to three, and the card its own. */
const MOST = 28 * 1_024;
const TEXT = 7_000;
const LINE = 500;

/** Text that a card shows as it is. In a TextRun nothing is mark-up; in old clients Markdown may be. */
export const escapeTeams = (text: string): string => widen(inert(text), '<>[]*_~`#|\\');

/** A Teams channel by a workflow's webhook, as an Adaptive Card. */
export const teams: MuteChannel = {
  id: 'teams',
  class: 2,
  grouping: 'digest',
  limits: { length: MOST, perTarget: { count: 4, ms: 1_000 }, perSecret: null, attempts: 5 },
  origins: (target) => webhookOrigins(TEAMS, target),
  send: async (message, target, ports) => {
    const answer = await postJson(TEAMS, payloadOf(message), target, ports);
    if (answer.kind === 'refused') return answer;
    return yesOf(answer) === null
      ? failureOf(answer, ports.clock())
      : { kind: 'delivered', ref: null };
  },
  testSend: (message, target, ports) => teams.send(message, target, ports),
};

const block = (text: string, run: object = {}): object => ({
  type: 'RichTextBlock',
  inlines: [{ type: 'TextRun', text, ...run }],
});

function payloadOf(message: Message): object {
  const { lines, foot } = withFoot(message);
  const content = {
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    type: 'AdaptiveCard',
    version: '1.4',
    msteams: { width: 'Full' },
    body: [
      block(cut(escapeTeams(message.subject), LINE), { weight: 'Bolder', size: 'Medium' }),
      ...linesOf(lines),
      block(escapeTeams(foot) || '-', { isSubtle: true, size: 'Small' }),
    ],
    actions: message.links.map(({ text, url }) => ({
      type: 'Action.OpenUrl',
      title: escapeTeams(text),
      url,
    })),
  };
  const contentType = 'application/vnd.microsoft.card.adaptive';
  return { type: 'message', attachments: [{ contentType, contentUrl: null, content }] };
}

function linesOf(lines: Message['lines']): object[] {
  let left = TEXT;
  return lines.flatMap(({ kind, text }) => {
    const words = cut(escapeTeams(text), LINE);
    // The block around a line is about as long as a short one.
    left -= words.length + 50;
    if (words === '' || left < 0) return [];
    return [block(words, kind === 'heading' ? { weight: 'Bolder' } : {})];
  });
}
