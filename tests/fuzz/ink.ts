import type { Pick } from './pick.ts';

/** How one page writes characters; chosen once for a page, as a developer has habits. */
export interface Ink {
  /** Text as HTML: escaped, `\n` as a line break, at times sprinkled with what nobody sees. */
  text(text: string): string;
  /** Text as HTML, escaped and nothing else. */
  plain(text: string): string;
  /** Text for a double-quoted attribute. */
  attr(text: string): string;
  /** Notes a choice by name if it is made, and answers it. */
  knob(name: string, on: boolean): boolean;
  /** Notes and answers one of several choices. */
  choice<T extends string>(name: string, value: T): T;
  knobs: string[];
}

const NAMED: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const STYLES = ['raw', 'raw', 'raw', 'named', 'decimal', 'hexJapanese'] as const;
const SPRINKLES = ['zwsp', 'wbr', 'shy', 'nbsp', 'bom'] as const;
const UNSEEN: Record<string, string> = {
  zwsp: '\u200b',
  wbr: '<wbr>',
  shy: '&shy;',
  bom: '&#xFEFF;',
  nbsp: '',
};

function escapeSign(sign: string, style: (typeof STYLES)[number]): string {
  const code = sign.codePointAt(0) ?? 0;
  if (style === 'hexJapanese' && code > 0x2fff) return `&#x${code.toString(16)};`;
  if (style === 'decimal' && /[&<>"']/.test(sign)) return `&#${code};`;
  if (style === 'named' && sign === "'") return '&#39;';
  if (style === 'raw' && (sign === '"' || sign === '>')) return sign;
  return NAMED[sign] ?? sign;
}

/** The habits of one page. */
export function makeInk(pick: Pick): Ink {
  const knobs: string[] = [];
  const style = pick.oneOf(STYLES);
  const sprinkle = pick.bool(0.12) ? pick.oneOf(SPRINKLES) : null;
  if (style !== 'raw') knobs.push(`entities:${style}`);
  if (sprinkle) knobs.push(`sprinkle:${sprinkle}`);
  const plain = (text: string): string => [...text].map((sign) => escapeSign(sign, style)).join('');
  return {
    knobs,
    plain,
    attr: (text) => text.replace(/[&<>"]/g, (sign) => NAMED[sign] ?? sign),
    text: (text) =>
      [...text]
        .map((sign, i, signs) => {
          if (sign === '\n') return '<br>';
          if (sign === ' ' && sprinkle === 'nbsp') return '&nbsp;';
          const inside = i < signs.length - 1;
          const unseen = sprinkle && inside && pick.bool(0.08) ? UNSEEN[sprinkle] : '';
          return escapeSign(sign, style) + (unseen ?? '');
        })
        .join(''),
    knob: (name, on) => {
      if (on) knobs.push(name);
      return on;
    },
    choice: (name, value) => {
      knobs.push(`${name}:${value}`);
      return value;
    },
  };
}

/** ASCII signs of a text as full-width ones. */
export function wide(text: string): string {
  return text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
}

/** A list of pieces of HTML, one a line. */
export const lines = (...parts: (string | string[])[]): string =>
  parts
    .flat()
    .filter((part) => part !== '')
    .join('\n');

/** What the last hand did to the file: line ends, indentation, tag case, end tags left out. */
export function finish(html: string, pick: Pick, ink: Ink, { sloppy = true } = {}): string {
  let out = html;
  const space = pick.oneOf([
    'asIs',
    'asIs',
    'asIs',
    'crlf',
    'minified',
    'indented',
    'tabs',
  ] as const);
  if (sloppy && ink.knob('endTagsLeftOut', pick.bool(0.15))) {
    out = out.replace(/<\/(td|th|tr|li|dd|dt|option)>/g, '');
  }
  if (sloppy && ink.knob('uppercaseTags', pick.bool(0.12))) {
    out = out.replace(
      /<(\/?)([a-z][a-z0-9]*)(?=[\s>/])/g,
      (_, slash: string, name: string) => `<${slash}${name.toUpperCase()}`,
    );
  }
  if (space === 'asIs') return out;
  ink.knobs.push(`space:${space}`);
  if (space === 'crlf') return out.replaceAll('\n', '\r\n');
  if (space === 'minified') return out.replace(/>\n\s*/g, '>').replace(/\n\s*</g, '<');
  const unit = space === 'tabs' ? '\t\t\t' : '      ';
  return out.replaceAll('\n', `\n${unit}`);
}
