import { JSDOM, type DOMWindow } from 'jsdom';

/** One window for all pages: making one costs more than reading what it shows. */
export interface OneWindow {
  /** Shows a page as a browser with scripts switched off would. */
  show(html: string): Document;
}

export function oneWindow(): OneWindow {
  const { window } = new JSDOM('<!doctype html>');
  const { document } = window;
  const parser = new window.DOMParser();
  const sight = seeing(window);
  return {
    show(html) {
      const parsed = parser.parseFromString(html, 'text/html');
      document.replaceChild(document.adoptNode(parsed.documentElement), document.documentElement);
      sight.forget();
      return document;
    },
  };
}

const HIDDEN_STYLE = /display\s*:\s*(none|contents)|visibility\s*:/i;

const isClosedDialog = (el: Element): boolean =>
  el.tagName === 'DIALOG' && !el.hasAttribute('open');

/**
 * Gives jsdom the `checkVisibility` of browsers, which the reader asks where it is there. Remembers its
 * answers, since computed styles cost jsdom more than all the rest: call `forget` when the page changes.
 */
function seeing(window: DOMWindow): { forget: () => void } {
  let known = new WeakMap<Element, boolean>();
  let sheets: boolean | null = null;
  const plain = (el: Element): boolean =>
    !(sheets ??= window.document.querySelector('style,link[rel~="stylesheet"]') !== null) &&
    !HIDDEN_STYLE.test(el.getAttribute('style') ?? '') &&
    !el.hasAttribute('hidden') &&
    !isClosedDialog(el) &&
    !/^(HEAD|SCRIPT|STYLE|TEMPLATE|NOSCRIPT|TITLE|DETAILS)$/.test(el.parentElement?.tagName ?? '');
  const shows = (el: Element): boolean => {
    if (plain(el)) return true;
    const style = window.getComputedStyle(el);
    if (style.display === 'none') return false;
    const { parentElement: parent } = el;
    if (parent?.tagName === 'DETAILS' && !parent.hasAttribute('open') && el.tagName !== 'SUMMARY')
      return false;
    return true;
  };
  const rendered = (el: Element): boolean => {
    const answer =
      known.get(el) ?? (shows(el) && (!el.parentElement || rendered(el.parentElement)));
    known.set(el, answer);
    return answer;
  };
  const visible = (el: Element): boolean => {
    let one: Element | null = el;
    // `visibility` is inherited: the nearest element that sets it decides.
    while (one && plain(one)) one = one.parentElement;
    const style = one && window.getComputedStyle(el);
    return !style || (style.visibility !== 'hidden' && style.visibility !== 'collapse');
  };
  const asked = new WeakMap<Element, boolean>();
  let answers = asked;
  window.Element.prototype.checkVisibility = function checkVisibility(this: Element): boolean {
    const answer =
      answers.get(this) ??
      (this.isConnected &&
        rendered(this) &&
        visible(this) &&
        (plain(this) || window.getComputedStyle(this).display !== 'contents'));
    answers.set(this, answer);
    return answer;
  };
  return {
    forget: () => {
      known = new WeakMap();
      answers = new WeakMap();
      sheets = null;
    },
  };
}
