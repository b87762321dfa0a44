import { cut, inert, safeRef } from './escape.ts';
import { withFoot } from './foot.ts';
import type { Message } from './port.ts';

const SUBJECT = 120;
const LINE = 1_000;
const MOST = 100_000;

/** A mail as a sender of mails takes it; every part is safe where it stands. */
export interface Mail {
  /** One line, no control characters: it cannot begin another header. */
  subject: string;
  text: string;
  html: string;
  /** `<ref@kagiban.invalid>`: the same for the same delivery, so that a mail program may fold a repeat. */
  messageId: string;
}

/** Text that a plain mail shows as it is: no line of its own, and nothing that a reader's program would link. */
export const escapeMailText = (text: string): string => inert(text);

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const entities = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '');

/** The same for an element or a quoted attribute of an HTML mail. */
export const escapeMailHtml = (text: string): string => entities(inert(text));

/** A mailbox address as we accept it: one, plain ASCII, no display name; null for anything else. */
export function mailAddress(text: string): string | null {
  const address = text.trim();
  return /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+$/.test(address)
    ? address
    : null;
}

/** The mail of one message, as text and as HTML. Pure. */
export function mailOf(message: Message): Mail {
  const ref = safeRef(message.ref);
  return {
    subject: cut(escapeMailText(message.subject), SUBJECT),
    text: textOf(message),
    html: htmlOf(message),
    messageId: `<${ref || 'notice'}@kagiban.invalid>`,
  };
}

function textOf(message: Message): string {
  const { lines, foot: last } = withFoot(message);
  const body = lines.map(({ kind, text }) => {
    const words = cut(escapeMailText(text), LINE);
    return kind === 'heading' && words !== '' ? `■ ${words}` : words;
  });
  const foot = message.links.map(({ text, url }) => `${escapeMailText(text)}\n${url}`);
  return [cut(body.join('\n'), MOST), ...foot, `-- \n${escapeMailText(last)}`].join('\n\n');
}

const STYLE = 'font-family:sans-serif;font-size:14px;line-height:1.7;color:#1c1c22';

function htmlOf(message: Message): string {
  const { lines, foot: last } = withFoot(message);
  const body = lines.map(({ kind, text }) => {
    const words = escapeMailHtml(cut(inert(text), LINE));
    return kind === 'heading'
      ? `<h2 style="font-size:15px;margin:16px 0 4px">${words}</h2>`
      : `<p style="margin:4px 0">${words}</p>`;
  });
  const foot = message.links.map(
    ({ text, url }) => `<p><a href="${entities(url)}">${escapeMailHtml(text)}</a></p>`,
  );
  const end = `<p style="color:#5c5c68;font-size:12px">${escapeMailHtml(last)}</p>`;
  return `<!doctype html><html lang="${message.lang}"><meta charset="utf-8"><body style="${STYLE}">${body.join('')}${foot.join('')}${end}</body></html>`;
}
