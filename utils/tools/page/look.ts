import { anchorsOf } from './anchors.ts';
import { labelsOf, nearOf, sectionOf } from './labels.ts';
import { shopTextsIn } from './shops.ts';
import { type PageState, refFor } from './state.ts';
import { textIn, tidy } from './text.ts';
import type { FieldFacts, FoundWord, LookSpec, PageFacts } from './types.ts';
import { isRendered } from './visible.ts';
import { type Control, controlsIn, type Place, placesIn } from './walk.ts';
import { mentioning, mentions } from '../words.ts';

/** A settings screen has fewer; the rest of a page that lies is not looked at. */
const MAX_FIELDS = 300;
const MAX_TEXT = 200_000;

/** Facts about the page for the background to judge. Changes nothing, reads no value but the shop's. */
export function look(state: PageState, top: Document, spec: LookSpec): PageFacts {
  const places = placesIn(top);
  return {
    token: state.token,
    origin: top.location.origin,
    path: top.location.pathname,
    words: wordsIn(places, top, spec.words),
    fields: places
      .flatMap(controlsIn)
      .slice(0, MAX_FIELDS)
      .map((control) => factsOf(state, control)),
    shops: shopTextsIn(places, spec.shopLabels),
    title: tidy(titleOf(top)),
    pointed: state.pointed,
  };
}

function factsOf(state: PageState, control: Control): FieldFacts {
  const labels = labelsOf(control);
  return {
    ref: refFor(state, control),
    labels,
    anchors: anchorsOf(control, labels),
    id: control.id,
    section: sectionOf(control),
    form: formOf(control),
    near: nearOf(control),
    rendered: isRendered(control),
  };
}

// Not `document.title`: a form named "title" would answer in its place.
const titleOf = (top: Document): string => top.querySelector('title')?.textContent ?? '';

/** Attributes are read: a field named "id" would hide the property. */
function formOf({ form }: Control): string {
  const said = ['id', 'name', 'action'].map((name) => form?.getAttribute(name) ?? '');
  return tidy(said.find((text) => text !== '') ?? '');
}

function wordsIn(places: Place[], top: Document, words: string[]): FoundWord[] {
  const title = mentioning(titleOf(top));
  const headings = mentioning(
    places
      .flatMap(({ root }) => [...root.querySelectorAll('h1, h2, h3, legend, caption')])
      .map(textIn)
      .join('\n'),
  );
  const text = mentioning(places.map(visibleText).join('\n').slice(0, MAX_TEXT));
  return words.flatMap((word): FoundWord[] => {
    if (mentions(title, word)) return [{ word, where: 'title' }];
    if (mentions(headings, word)) return [{ word, where: 'heading' }];
    return mentions(text, word) ? [{ word, where: 'text' }] : [];
  });
}

const visibleText = ({ root }: Place): string => {
  const body = root.querySelector<HTMLElement>('body');
  return (body ? body.innerText : root.textContent) ?? '';
};
