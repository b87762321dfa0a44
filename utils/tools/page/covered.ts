import { around } from './walk.ts';

interface Point {
  x: number;
  y: number;
}

/** Where in the field we look, as shares of its width and height; the middle first. */
const GRID = [
  [0.5, 0.5],
  [0.2, 0.5],
  [0.8, 0.5],
  [0.2, 0.25],
  [0.5, 0.25],
  [0.8, 0.25],
  [0.2, 0.75],
  [0.5, 0.75],
  [0.8, 0.75],
] as const;
/** An eye or clear button may lie over one end of a field. */
const MAY_MISS = 3;
const ALL_HIT = '*, *::before, *::after { pointer-events: auto !important; }';

/**
 * Does something lie over the field, in its own document or over a frame that leads to it?
 * Looks twice: as a click would fall, and with everything that lets clicks through made solid.
 */
export function isCovered(element: Element, frames: Element[]): boolean {
  const layers = layersOf(element, frames);
  const misses = GRID.filter(([x, y]) => !hitsAll(layers, at(element, x, y)));
  const middle = at(element, 0.5, 0.5);
  if (misses.length > MAY_MISS || !hitsAll(layers, middle)) return true;
  return layers.some((layer, index) => isPaintedOver(layer, outwards(layers, index, middle)));
}

/** The field, then the frames around it, inmost first. */
const layersOf = (element: Element, frames: Element[]): Element[] => [
  element,
  ...[...frames].reverse(),
];

function at(element: Element, x: number, y: number): Point {
  const box = element.getBoundingClientRect();
  return { x: box.left + box.width * x, y: box.top + box.height * y };
}

const hitsAll = (layers: Element[], point: Point): boolean =>
  layers.every(
    (layer, index) => hit(layer.ownerDocument, outwards(layers, index, point)) === layer,
  );

/** A point of the field's document as the document of `layers[index]` has it. */
const outwards = (layers: Element[], index: number, point: Point): Point =>
  layers.slice(1, index + 1).reduce(throughFrame, point);

function throughFrame({ x, y }: Point, frame: Element): Point {
  const box = frame.getBoundingClientRect();
  const style = frame.ownerDocument.defaultView?.getComputedStyle(frame);
  const pad = (side: string): number => Number.parseFloat(style?.getPropertyValue(side) ?? '') || 0;
  const { offsetWidth, offsetHeight } = frame as HTMLElement;
  const scale = { x: box.width / offsetWidth || 1, y: box.height / offsetHeight || 1 };
  return {
    x: box.left + (frame.clientLeft + pad('padding-left') + x) * scale.x,
    y: box.top + (frame.clientTop + pad('padding-top') + y) * scale.y,
  };
}

/** The element on top at a point, through open shadow roots. */
function hit(document: Document, { x, y }: Point): Element | null {
  let top = document.elementFromPoint(x, y);
  for (let inner = top; inner?.shadowRoot;) {
    inner = inner.shadowRoot.elementFromPoint(x, y);
    if (!inner || inner === top) break;
    top = inner;
  }
  return top;
}

/** Something that lets clicks through (`pointer-events: none`) and hides what is under it. */
function isPaintedOver(layer: Element, point: Point): boolean {
  const root = layer.getRootNode() as Document | ShadowRoot;
  const solid = solidify(new Set([layer.ownerDocument, root]));
  try {
    const top = hit(layer.ownerDocument, point);
    return top !== layer && top !== null && paintsOver(top, layer);
  } finally {
    solid();
  }
}

/** Makes everything catch clicks for a moment; returns what undoes it. */
function solidify(roots: Set<Document | ShadowRoot>): () => void {
  const undo = [...roots].map(addSheet);
  return () => undo.forEach((each) => each());
}

function addSheet(root: Document | ShadowRoot): () => void {
  const document = root.ownerDocument ?? (root as Document);
  try {
    const sheet = new (document.defaultView?.CSSStyleSheet ?? CSSStyleSheet)();
    sheet.replaceSync(ALL_HIT);
    const before = [...root.adoptedStyleSheets];
    root.adoptedStyleSheets = [...before, sheet];
    return () => {
      root.adoptedStyleSheets = before;
    };
  } catch {
    // Firefox keeps constructed sheets from extensions' scripts (bug 1751346): a style element then.
    const style = document.createElement('style');
    style.textContent = ALL_HIT;
    ((root as Document).head ?? root).append(style);
    return () => style.remove();
  }
}

/** Does anything from `top` up to what it shares with the field have paint of its own? */
function paintsOver(top: Element, layer: Element): boolean {
  for (let each: Element | null = top; each && !each.contains(layer); each = around(each)) {
    if (hasPaint(each)) return true;
  }
  // A pseudo-element answers as its element, which may be around the field.
  return [top].some((each) => each.contains(layer) && hasPseudoPaint(each));
}

const PICTURES = 'img, picture, canvas, video, svg, iframe, embed, object';

const hasPaint = (element: Element): boolean =>
  element.matches(PICTURES) || isPaint(styles(element)) || hasPseudoPaint(element);

const hasPseudoPaint = (element: Element): boolean =>
  ['::before', '::after'].some((pseudo) => {
    const style = styles(element, pseudo);
    return style !== undefined && style.content !== 'none' && isPaint(style);
  });

const styles = (element: Element, pseudo?: string): CSSStyleDeclaration | undefined =>
  element.ownerDocument.defaultView?.getComputedStyle(element, pseudo);

function isPaint(style: CSSStyleDeclaration | undefined): boolean {
  if (!style || Number(style.opacity) < 0.1) return false;
  return style.backgroundImage !== 'none' || alphaOf(style.backgroundColor) > 0.1;
}

/** The alpha of a computed colour: `rgba(0, 0, 0, 0)`, `color(srgb 1 1 1 / 0.5)`; 1 where none is said. */
function alphaOf(color: string): number {
  if (color === 'transparent') return 0;
  const alpha = /(?:rgba\([^)]*,|\/)\s*([\d.]+)(%?)\s*\)/.exec(color);
  return alpha ? Number(alpha[1]) / (alpha[2] ? 100 : 1) : 1;
}
