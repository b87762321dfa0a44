import { OWN } from '../../utils/rms/dom/visible.ts';

/** Every style is set through the CSSOM: a page's CSP forbids style attributes in markup, not this. */
export function style(el: HTMLElement, rules: Record<string, string>): void {
  // Important, or a rule of RMS's such as `td span { display: none }` would win.
  const declarations = Object.entries(rules).map(([name, value]) => `${name}:${value}!important`);
  el.style.cssText = declarations.join(';');
}

export function own(document: Document, tag: string, kind: string, text: string): HTMLElement {
  const el = document.createElement(tag);
  el.setAttribute(OWN, kind);
  if (text !== '') el.textContent = text;
  return el;
}

export const PAPER = '#ffffff';

export const LINE_STYLE: Record<string, string> = {
  all: 'initial',
  display: 'block',
  'box-sizing': 'border-box',
  margin: '8px 0',
  padding: '8px 12px',
  border: '1px solid #c3c6d4',
  'border-inline-start': '4px solid #3b3f8c',
  background: PAPER,
  color: '#1d1f2b',
  font: '13px/1.6 system-ui, "Hiragino Sans", "Yu Gothic UI", "Noto Sans JP", sans-serif',
  'text-align': 'start',
};
