/** A document or open shadow root that can be looked into, and the frames that lead to it. */
export interface Place {
  root: Document | ShadowRoot;
  /** From the top document's frame inwards; empty in the top document. */
  frames: Element[];
}

export type Control = HTMLInputElement | HTMLTextAreaElement;

/** A page that nests more than this is not a settings screen. */
const MAX_PLACES = 200;
/** Lines of text and dates: everything a key or its date could be typed into. */
const CONTROLS =
  'textarea, input:not([type]), input[type=""], input[type=text], input[type=password], ' +
  'input[type=search], input[type=tel], input[type=url], input[type=date]';

/** The top document, its frames of the same origin, and all open shadow roots in them. */
export function placesIn(top: Document): Place[] {
  const found: Place[] = [];
  const enter = (place: Place): void => {
    if (found.length >= MAX_PLACES) return;
    found.push(place);
    for (const element of place.root.querySelectorAll('*')) {
      if (element.shadowRoot) enter({ root: element.shadowRoot, frames: place.frames });
      const inner = documentInside(element, top);
      if (inner) enter({ root: inner, frames: [...place.frames, element] });
    }
  };
  enter({ root: top, frames: [] });
  return found;
}

/** The document in a frame of our own origin; null for any other frame and any other element. */
function documentInside(element: Element, top: Document): Document | null {
  if (!isFrame(element)) return null;
  try {
    const inner = element.contentDocument;
    // `document.domain` can open a foreign document to us; its origin stays its own.
    return inner?.defaultView?.origin === top.defaultView?.origin ? inner : null;
  } catch {
    return null;
  }
}

const isFrame = (element: Element): element is HTMLIFrameElement =>
  element.localName === 'iframe' || element.localName === 'frame';

export const controlsIn = (place: Place): Control[] => [
  ...place.root.querySelectorAll<Control>(CONTROLS),
];

/** The element around this one as the screen has it: out of slots, shadow roots and frames too. */
export function around(element: Element): Element | null {
  if (element.assignedSlot) return element.assignedSlot;
  const parent = element.parentNode;
  if (parent === null) return null;
  if (parent.nodeType === Node.DOCUMENT_FRAGMENT_NODE) return (parent as ShadowRoot).host ?? null;
  return parent.nodeType === Node.ELEMENT_NODE ? (parent as Element) : null;
}
