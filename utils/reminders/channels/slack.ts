import { SLACK } from './addresses.ts';
import { cut, inert, widen } from './escape.ts';
import { withFoot } from './foot.ts';
import { failureOf, yesOf } from './http.ts';
import type { Message, MuteChannel, Outcome } from './port.ts';
import { postJson, webhookOrigins } from './webhook.ts';

// What Slack documents for blocks.
const HEADER = 150;
const SECTION = 3_000;
const LINE = 500;
const SECTIONS = 40;

/**
 * Text that Slack shows as it is: <!channel>, <@U…> and <https://…|words> begin with a bracket, & begins an
 * entity, and * _ ~ ` are its mark-up.
 */
export const escapeSlack = (text: string): string => widen(inert(text), '<>&*_~`');

/** A Slack channel by an incoming webhook. */
export const slack: MuteChannel = {
  id: 'slack',
  class: 2,
  grouping: 'digest',
  limits: {
    length: 40_000,
    perTarget: { count: 1, ms: 1_000 },
    perSecret: null,
    attempts: 5,
  },
  origins: (target) => webhookOrigins(SLACK, target),
  send: async (message, target, ports) => {
    const answer = await postJson(SLACK, payloadOf(message), target, ports);
    if (answer.kind === 'refused') return answer;
    if (yesOf(answer) === 'ok') return { kind: 'delivered', ref: null };
    return (
      refusalOf(answer.kind === 'answer' ? answer.text : '') ?? failureOf(answer, ports.clock())
    );
  },
  testSend: (message, target, ports) => slack.send(message, target, ports),
};

/** Slack says why in one word; several come with the same status. */
function refusalOf(word: string): Outcome | null {
  if (/^(?:no_service|no_team|invalid_token|token_revoked)/.test(word)) {
    return { kind: 'refused', why: 'wrongSecret' };
  }
  if (/^(?:channel_not_found|channel_is_archived|user_not_found|no_active_hooks)/.test(word)) {
    return { kind: 'refused', why: 'notFound' };
  }
  if (/^(?:action_prohibited|posting_to_)/.test(word))
    return { kind: 'refused', why: 'notAllowed' };
  return null;
}

function payloadOf(message: Message): object {
  const { lines, foot: last } = withFoot(message);
  const subject = cut(escapeSlack(message.subject), HEADER);
  const links = message.links.map(({ text, url }) => `<${url}|${escapeSlack(text)}>`).join('　');
  const foot = [links, escapeSlack(last)].filter((part) => part !== '').join('\n');
  return {
    // What a notification shows; `mrkdwn` would make mark-up of it.
    text: subject,
    mrkdwn: false,
    unfurl_links: false,
    blocks: [
      { type: 'header', text: { type: 'plain_text', text: subject, emoji: false } },
      ...sections(lines).map((text) => ({
        type: 'section',
        text: { type: 'mrkdwn', text, verbatim: true },
      })),
      ...(foot === ''
        ? []
        : [{ type: 'section', text: { type: 'mrkdwn', text: foot, verbatim: true } }]),
    ],
  };
}

/** The lines in as few sections as they fit. */
function sections(lines: Message['lines']): string[] {
  const found: string[] = [];
  for (const { kind, text } of lines) {
    const words = cut(escapeSlack(text), LINE);
    const line = kind === 'heading' && words !== '' ? `*${words}*` : words;
    const last = found.at(-1);
    if (last !== undefined && last.length + line.length < SECTION)
      found[found.length - 1] = `${last}\n${line}`;
    else if (line !== '' && found.length < SECTIONS) found.push(line);
  }
  return found;
}
