import { PAPER, style } from '../rms-gate/look.ts';

/** Colours with ≥ 7:1 on the white that each mark brings with itself, so any row colour of RMS's is fine. */
export const INK = {
  broken: '#a30018',
  urgent: '#a30018',
  unknown: '#53278a',
  soon: '#704000',
  waiting: '#114a8b',
  fine: '#1d5236',
} as const;

/** A small sign in the line of RMS's own text, in its size; kept on paper as well. */
function signStyle(tone: keyof typeof INK): Record<string, string> {
  const filled = tone === 'broken';
  return {
    all: 'initial',
    display: 'inline-block',
    'margin-inline-start': '0.4em',
    padding: '0 0.35em',
    border: `1px solid ${INK[tone]}`,
    'border-radius': '0.25em',
    background: filled ? INK[tone] : PAPER,
    color: filled ? PAPER : INK[tone],
    font: 'inherit',
    'font-weight': '600',
    'font-variant-numeric': 'tabular-nums',
    'line-height': '1.4',
    // May break anywhere, so that a narrow column keeps its width: RMS's columns should not move.
    'white-space': 'normal',
    'word-break': 'normal',
    'max-width': '100%',
    'box-sizing': 'border-box',
    'vertical-align': 'baseline',
    'print-color-adjust': 'exact',
    '-webkit-print-color-adjust': 'exact',
  };
}

const blanks = new WeakMap<Document, Map<keyof typeof INK, HTMLElement>>();

/** A sign with nothing in it yet. Styled once a tone and copied: a long list has many. */
export function blankSign(document: Document, tone: keyof typeof INK): HTMLElement {
  const known = blanks.get(document) ?? new Map<keyof typeof INK, HTMLElement>();
  blanks.set(document, known);
  let blank = known.get(tone);
  if (!blank) {
    blank = document.createElement('span');
    style(blank, signStyle(tone));
    known.set(tone, blank);
  }
  return blank.cloneNode() as HTMLElement;
}
