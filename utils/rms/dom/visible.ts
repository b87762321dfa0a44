/** Our own marks and lines in the page: never read (DESIGN §5). */
export const OWN = 'data-kagiban';

// As HTML and as SVG name them: asked of every cell, so nothing is changed to upper case first.
const NEVER = new Set(
  'SCRIPT STYLE TEMPLATE NOSCRIPT HEAD TITLE DATALIST script style title'.split(' '),
);

/** Elements whose text nobody sees, and our own. */
export const isNoText = (element: Element): boolean =>
  NEVER.has(element.tagName) || element.hasAttribute(OWN);

/** How an element takes part in the layout: `open` = `display: contents`, its children stand in its place. */
export function placeOf(element: Element): 'box' | 'open' | 'none' {
  if (element.checkVisibility?.(OPTIONS)) return 'box';
  if (isHidden(element)) return 'none';
  return styleOf(element)?.display === 'contents' ? 'open' : 'box';
}

const OPTIONS = { visibilityProperty: true, checkVisibilityCSS: true };

/**
 * Is the element out of a person's sight by `display` or `visibility`? Where the browser can tell
 * (`checkVisibility`), its ancestors count too; elsewhere only the element itself does, so walk from a
 * root that `isGone` has cleared.
 */
export function isHidden(element: Element): boolean {
  if (typeof element.checkVisibility === 'function') {
    if (element.checkVisibility(OPTIONS)) return false;
    // `display: contents` has no box of its own, yet its children are seen.
    if (styleOf(element)?.display !== 'contents') return true;
    return element.parentElement !== null && isHidden(element.parentElement);
  }
  if (element.hasAttribute('hidden')) return true;
  const parent = element.parentElement;
  if (parent?.tagName === 'DETAILS' && !parent.hasAttribute('open')) {
    if (element.tagName !== 'SUMMARY') return true;
  }
  const style = styleOf(element);
  return (
    style?.display === 'none' || style?.visibility === 'hidden' || style?.visibility === 'collapse'
  );
}

/** Deepest ancestry looked at where each step has to be asked for. */
const MOST_ANCESTORS = 80;

/** Is the element, or something it stands in, out of sight or no text at all? */
export function isGone(element: Element): boolean {
  if (element.closest(`template,noscript,[${OWN}]`)) return true;
  if (typeof element.checkVisibility === 'function') return isHidden(element);
  let one: Element | null = element;
  for (let step = 0; one !== null && step < MOST_ANCESTORS; step += 1) {
    if (isHidden(one)) return true;
    one = one.parentElement;
  }
  return false;
}

/** Computed style; null in a document without a window (parsed, never shown). */
export const styleOf = (element: Element): CSSStyleDeclaration | null =>
  element.ownerDocument.defaultView?.getComputedStyle(element) ?? null;
