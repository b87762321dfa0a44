/** The nearest element that holds all of them. */
export function commonOf(elements: readonly Element[]): Element | null {
  let common: Element | null = elements[0] ?? null;
  for (const element of elements.slice(1)) {
    while (common && !common.contains(element)) common = common.parentElement;
  }
  return common;
}

/** Is `a` before `b` in the document? */
export const isBefore = (a: Node, b: Node): boolean => (a.compareDocumentPosition(b) & 4) !== 0;

export const elementOf = (node: Node): Element | null =>
  node.nodeType === 1 ? (node as Element) : node.parentElement;

/** The child of `outer` that holds `inner`; null where there is none. */
export function childHolding(outer: Element, inner: Element): Element | null {
  let one: Element | null = inner;
  while (one && one.parentElement !== outer) one = one.parentElement;
  return one;
}
