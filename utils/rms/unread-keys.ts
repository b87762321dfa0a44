import type { Problem } from '../model/reading.ts';
import { isBefore } from './dom/tree.ts';
import { textsIn } from './dom/texts.ts';
import { INLINE } from './grid/values.ts';
import type { Look } from './look.ts';
import { problem } from './rows.ts';
import type { Taken } from './take.ts';
import { clean } from './text.ts';
import {
  HELP_TITLE,
  KEY_SAID,
  KEY_SAID_LOOSELY,
  NO_KEY_OF_NOW,
  PAST_TITLE,
  VALUE_SAID,
} from './words.ts';

const MOST = 20;
const LONGEST = 400;

/**
 * The last fours that the page shows and that no row accounts for. It looks at the text alone, without any
 * idea of structure: what the reader of structure does not notice must not stay silent.
 */
export function unreadKeys(look: Look, taken: Taken): Problem[] {
  // What is told of the page as a whole covers any of its keys.
  if (taken.problems.some(({ developer, app, last4 }) => !developer && !app && !last4)) return [];
  const known = new Set([...taken.licenses, ...taken.problems].flatMap(({ last4 }) => last4 ?? []));
  const unknown = (text: string, said = KEY_SAID): Set<string> => {
    const all = [...text.matchAll(said)].map(([, last4, led]) => last4 ?? led ?? '');
    return new Set(all.filter((last4) => !known.has(last4)));
  };
  // All the text at once, seen or unseen: most pages are done here.
  if (unknown(clean(look.raw), KEY_SAID_LOOSELY).size <= taken.nameless) return [];
  for (const last4 of inWords(taken)) known.add(last4);
  const found = unknown(blocksOf(look, (text) => unknown(text).size > 0).join('\n'));
  if (found.size <= taken.nameless) return [];
  return [...found]
    .slice(0, MOST)
    .map((last4) => problem('badRow', 'ライセンスキー', '', { developer: '', app: '', last4 }));
}

/** Does a sentence tell a key's date or state? Asked where nothing was read at all. */
export const saysValues = (look: Look): boolean =>
  VALUE_SAID.test(clean(look.raw)) && blocksOf(look, (text) => VALUE_SAID.test(text)).length > 0;

/** What looks like a last four in other columns of the rows: an old key's stands in one that we do not know. */
const inWords = ({ licenses }: Taken): string[] =>
  licenses.flatMap(({ extra, app, developer }) =>
    [app, developer, ...extra.flat()].flatMap((text) =>
      [...text.matchAll(/[A-Za-z0-9]{4,}/g)].map(([part]) => part.slice(-4)),
    ),
  );

/** The visible text of each block that passes, but for examples and what was. */
function blocksOf({ body, helps, headings }: Look, passes: (text: string) => boolean): string[] {
  const explains = (el: Element): boolean => helps.some((help) => help.el === el);
  const blocks = new Map<Element, string>();
  for (const text of textsIn(body, explains)) {
    if (!text) continue;
    const block = blockOf(text);
    const broken = text.previousSibling?.nodeName === 'BR' ? ' ' : '';
    blocks.set(block, (blocks.get(block) ?? '') + broken + text.data);
  }
  const title = (el: Element): string =>
    headings.findLast((one) => isBefore(one.el, el))?.text ?? '';
  return [...blocks]
    .map(([el, text]) => ({ el, text: clean(text) }))
    .filter(({ text }) => passes(text))
    .filter(
      ({ el, text }) =>
        !(text.length < LONGEST && NO_KEY_OF_NOW.test(text)) &&
        !HELP_TITLE.test(title(el)) &&
        !PAST_TITLE.test(title(el)),
    )
    .map(({ text }) => text);
}

function blockOf({ parentElement }: Text): Element {
  let block = parentElement as Element;
  while (INLINE.has(block.tagName) && block.parentElement) block = block.parentElement;
  return block;
}
