import { isHidden, isNoText } from './visible.ts';

/** Text of which nothing is read. */
export const ORNAMENT = /^[\s\u2190-\u21ff\u25a0-\u27bf?？※*|｜・/／]*$/;
const SKIP = new Set(['SELECT', 'TEXTAREA', 'SVG']);

/** The visible pieces of text; null stands for a field, which is a value whatever it holds. */
export function* textsIn(
  root: Element,
  leaveOut: (el: Element) => boolean,
): Generator<Text | null> {
  const asks = typeof root.checkVisibility !== 'function';
  const seen = new WeakMap<Element, boolean>();
  const visible = (element: Element): boolean => {
    const known = seen.get(element) ?? !isHidden(element);
    seen.set(element, known);
    return known;
  };
  const skips = (element: Element): boolean =>
    isNoText(element) ||
    SKIP.has(element.tagName.toUpperCase()) ||
    leaveOut(element) ||
    (asks && isHidden(element));
  let node: Node | null = root.firstChild;
  while (node) {
    if (node.nodeType === 3) {
      const text = node as Text;
      if (!ORNAMENT.test(text.data) && text.parentElement && visible(text.parentElement))
        yield text;
    } else if (node.nodeType === 1) {
      const tag = (node as Element).tagName;
      if (tag === 'INPUT' || tag === 'TEXTAREA' || tag === 'SELECT') yield null;
      if (node.firstChild && !skips(node as Element)) {
        node = node.firstChild;
        continue;
      }
    }
    while (node && node !== root && !node.nextSibling) node = node.parentNode;
    if (!node || node === root) return;
    node = node.nextSibling;
  }
}

/** The visible text without any white space, up to so many characters. */
export function visibleText(root: Element, most: number): string {
  let text = '';
  for (const node of textsIn(root, () => false)) {
    if (node)
      text += node.data
        .slice(0, most)
        .normalize('NFKC')
        .replace(/[\s\u200b-\u200d\ufeff]+/g, '');
    if (text.length > most) break;
  }
  return text;
}
