import { HIDDEN } from '../../model/secret.ts';

const MAX = 80;
const NO_WORDS = 'script, style, noscript, template, input, select, textarea, button, option';
/** Letters of both cases and digits in one long run: a key, where a shop's slug has no capitals. */
const KEY_LIKE =
  /(?=[A-Za-z0-9_-]*[A-Z])(?=[A-Za-z0-9_-]*[0-9])(?=[A-Za-z0-9_-]*[a-z_])[A-Za-z0-9_-]{16,}/g;

/** Text as it may leave the page: white space folded, cut, keys taken out. */
export const tidy = (text: string): string =>
  text.replace(KEY_LIKE, HIDDEN).replace(/\s+/g, ' ').trim().slice(0, MAX);

/** The words in a node, without those of controls inside it. */
export function textIn(node: Node): string {
  if (node.nodeType === Node.TEXT_NODE) return tidy(node.textContent ?? '');
  if (!(node instanceof Element) && node.nodeType !== Node.ELEMENT_NODE) return '';
  if ((node as Element).matches(NO_WORDS)) return '';
  const walker = node.ownerDocument?.createTreeWalker(node, NodeFilter.SHOW_ALL, (each) => {
    if (each.nodeType === Node.TEXT_NODE) return NodeFilter.FILTER_ACCEPT;
    return each.nodeType === Node.ELEMENT_NODE && (each as Element).matches(NO_WORDS)
      ? NodeFilter.FILTER_REJECT
      : NodeFilter.FILTER_SKIP;
  });
  let text = '';
  while (walker?.nextNode() && text.length < MAX * 4) text += ` ${walker.currentNode.nodeValue}`;
  return tidy(text);
}
