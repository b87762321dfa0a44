import { fold } from '../words.ts';
import type { TestWords } from './types.ts';
import { isRendered } from './visible.ts';
import { placesIn } from './walk.ts';

export interface TestResultOnPage {
  result: 'ok' | 'failed';
  element: Element;
}

/** Text that speaks of a result without being one: 「エラーが出ないことを確認」「成功しない場合」. */
const NOT_A_RESULT = /場合|とき|ことを確|しない|しません|ください$|すると|したら|れば/;
/** A failure may well end in 「…を確認してください」. */
const NO_FAILURE =
  /場合|とき|ことを確|すると|したら|れば|エラーがない|エラーなし|エラーはありません/;
const MAX_LENGTH = 120;
/** How far from the button its answer may stand. */
const LEVELS = 6;
const SPEAKS_UP = '[role=alert], [role=status], [role=dialog], [role=alertdialog], dialog[open]';
const BUTTONS = 'button, a, [role=button], input[type=button], input[type=submit]';

/** The test button that the element is or is in; null = it is none. */
export function testButtonAt(target: Element, words: TestWords): Element | null {
  const button = target.closest(BUTTONS);
  if (button === null) return null;
  const text = fold(button.matches('input') ? (button as HTMLInputElement).value : textOf(button));
  return words.buttons.some((word) => text === fold(word)) ? button : null;
}

/** The answer of the tool's own test, near its button or in a message; null = none, or two that differ. */
export function resultOnPage(top: Document, words: TestWords): TestResultOnPage | null {
  const all = (selector: string): Element[] =>
    placesIn(top).flatMap(({ root }) => Array.from(root.querySelectorAll(selector)));
  const buttons = all(BUTTONS).filter((button) => testButtonAt(button, words) !== null);
  const said = [
    ...all(SPEAKS_UP).flatMap((area) => resultsIn(area, words)),
    ...buttons.flatMap((button) => resultsNear(button, words)),
  ];
  const [first] = said;
  return first && said.every(({ result }) => result === first.result) ? first : null;
}

/** The closest surroundings of the button that say anything. */
function resultsNear(button: Element, words: TestWords): TestResultOnPage[] {
  let area: Element | null = button.parentElement;
  for (let level = 0; area && level < LEVELS; level += 1) {
    const found = resultsIn(area, words);
    if (found.length > 0) return found;
    area = area.parentElement;
  }
  return [];
}

function resultsIn(area: Element, words: TestWords): TestResultOnPage[] {
  const found = [area, ...area.querySelectorAll('*')]
    .filter((element) => !element.matches(`${BUTTONS}, label, script, style`))
    .flatMap((element) => {
      const result = resultOf(ownText(element), words);
      return result && isRendered(element) ? [{ result, element }] : [];
    });
  // The innermost: what is around an answer also changes for other reasons.
  return found.filter(({ element }) => !found.some((each) => isInside(each.element, element)));
}

const isInside = (inner: Element, outer: Element): boolean =>
  inner !== outer && outer.contains(inner);

function resultOf(text: string, words: TestWords): 'ok' | 'failed' | null {
  const folded = fold(text);
  if (folded === '' || folded.length > MAX_LENGTH) return null;
  const says = (list: string[]): boolean => list.some((word) => folded.includes(fold(word)));
  if (says(words.unclear)) return null;
  if (says(words.failed) && !NO_FAILURE.test(folded)) return 'failed';
  return says(words.ok) && !NOT_A_RESULT.test(folded) ? 'ok' : null;
}

const textOf = (element: Element): string => element.textContent ?? '';

/** Text of the element itself and of inline markup in it, not of blocks it holds. */
const ownText = (element: Element): string =>
  [...element.childNodes]
    .filter((node) => node.nodeType === Node.TEXT_NODE || isInline(node))
    .map((node) => node.textContent ?? '')
    .join('');

const isInline = (node: Node): boolean =>
  node.nodeType === Node.ELEMENT_NODE &&
  (node as Element).matches('b, strong, em, i, span, br, wbr, small, code') &&
  (node as Element).childElementCount === 0;
