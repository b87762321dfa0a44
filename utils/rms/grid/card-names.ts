import { HEADINGS } from '../dom/selectors.ts';
import { textOf } from '../dom/text-of.ts';
import { isHidden } from '../dom/visible.ts';
import { HELP_TITLE, headingKindOf, PAST_TITLE } from '../words.ts';
import { MOST_PARTS } from './cards.ts';
import type { Rec } from './found.ts';

const COMPANY = /(株式|有限|合同|合資)会社|^店舗様$|\(株\)|(Inc|Ltd|LLC)\.?$/;

const isName = (text: string): boolean =>
  headingKindOf(text) === null && !HELP_TITLE.test(text) && !PAST_TITLE.test(text);

/** 「アプリ名」 in pieces of its own before the name: what follows it; null where the heading is the name. */
function withoutLabel(heading: Element): string | null {
  const rest = /^アプリ名 ?:? ?(.+)$/.exec(textOf(heading))?.[1];
  return rest !== undefined && heading.firstElementChild ? rest : null;
}

/** A card may show the app's name as its heading, and the developer as a line without a label. */
export function nameByHeading(rec: Rec, el: Element): void {
  if (!rec.fields.has('what')) {
    const headings = [...el.querySelectorAll(HEADINGS)].filter((one) => !isHidden(one));
    if (headings.length === 1 && headings[0] && isName(textOf(headings[0])))
      rec.fields.set('what', { els: headings, inline: withoutLabel(headings[0]) });
  }
  if (!rec.fields.has('who') && rec.fields.has('what')) {
    const taken = [...rec.fields.values()].flatMap(({ els }) => els);
    const companies = [...el.querySelectorAll('*')].slice(0, MOST_PARTS).filter(
      (one) =>
        one.childElementCount === 0 &&
        !isHidden(one) &&
        !taken.some((value) => value.contains(one)) &&
        // 「アプ<mark>リ登録者: 甲株式会社</mark>」 holds the rest of a label too.
        COMPANY.test(textOf(one)) &&
        !textOf(one).includes(':'),
    );
    if (companies.length === 1) rec.fields.set('who', { els: companies, inline: null });
  }
}
