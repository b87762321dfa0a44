import { around } from './walk.ts';

/** Below this a person does not see what is filled (KeePassXC's figure after the clickjacking of 2025). */
const MIN_OPACITY = 0.7;
/** Smaller is no field to read in; the smallest font's line is 10 px high. */
const MIN_WIDTH = 20;
const MIN_HEIGHT = 10;

const styleOf = (element: Element): CSSStyleDeclaration | undefined =>
  element.ownerDocument.defaultView?.getComputedStyle(element);

/** A quick look: it has a box and no style hides it. */
export function isRendered(element: Element): boolean {
  const { width, height } = element.getBoundingClientRect();
  // `checkVisibility` knows closed details and `content-visibility`, whose boxes keep their size.
  return (
    width > 0 &&
    height > 0 &&
    element.checkVisibility() &&
    styleOf(element)?.visibility === 'visible'
  );
}

/** The close look, before a key goes in: big enough, opaque enough, on the screen, nothing cut away. */
export const isPlainlyVisible = (element: Element): boolean =>
  isRendered(element) && isBigEnough(element) && isOnScreen(element) && isOpaque(element);

function isBigEnough(element: Element): boolean {
  const { width, height } = element.getBoundingClientRect();
  return width >= MIN_WIDTH && height >= MIN_HEIGHT;
}

/** Its middle is inside the window; call after `scrollIntoView`. */
function isOnScreen(element: Element): boolean {
  const { left, top, width, height } = element.getBoundingClientRect();
  const view = element.ownerDocument.documentElement;
  const [x, y] = [left + width / 2, top + height / 2];
  return x >= 0 && y >= 0 && x < view.clientWidth && y < view.clientHeight;
}

/** Opacity multiplies up to the root; `filter` and `mask` can hide as well. */
function isOpaque(element: Element): boolean {
  let opacity = 1;
  for (let each: Element | null = element; each; each = around(each)) {
    const style = styleOf(each);
    if (!style || isMasked(style)) return false;
    opacity *= Number(style.opacity || '1') * filterOpacity(style.filter);
  }
  return opacity >= MIN_OPACITY;
}

const isMasked = (style: CSSStyleDeclaration): boolean => {
  const mask = style.getPropertyValue('mask-image') || style.getPropertyValue('-webkit-mask-image');
  return mask !== '' && mask !== 'none';
};

/** What `filter: opacity(…)` leaves; `blur` of more than a hair leaves nothing. */
function filterOpacity(filter: string): number {
  const opacity = /opacity\(([\d.]+)(%?)\)/.exec(filter);
  const blur = /blur\(([\d.]+)px\)/.exec(filter);
  if (blur && Number(blur[1]) > 1) return 0;
  return opacity ? Number(opacity[1]) / (opacity[2] ? 100 : 1) : 1;
}
