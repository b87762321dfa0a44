import { labelsOf, nearOf, sectionOf } from './labels.ts';
import type { PageState } from './state.ts';
import type { Anchors, FillStep, LabelText } from './types.ts';
import { type Control, controlsIn, type Place } from './walk.ts';
import { isRendered } from './visible.ts';

const TIED = new Set<LabelText['from']>(['label', 'aria', 'cell', 'column', 'term']);

/** Masked and plain are one kind: an eye button may switch between look and fill. */
const typeOf = (control: Control): string => {
  if (control.localName === 'textarea') return 'textarea';
  return control.type === 'date' ? 'date' : 'text';
};

/** A label tied to the field decides alone; words near it may be a message that comes and goes. */
function steady(labels: LabelText[]): LabelText[] {
  const tied = labels.filter(({ from }) => TIED.has(from));
  return tied.length > 0 ? tied : labels;
}

export const anchorsOf = (control: Control, labels: LabelText[] = labelsOf(control)): Anchors => ({
  labels: steady(labels).map(({ text }) => text),
  name: control.getAttribute('name') ?? '',
  type: typeOf(control),
});

export const sameAnchors = (a: Anchors, b: Anchors): boolean =>
  a.name === b.name &&
  a.type === b.type &&
  a.labels.length === b.labels.length &&
  a.labels.every((label, at) => label === b.labels[at]);

export type Located =
  | { control: Control; place: Place; refused: null }
  | { refused: 'fieldMissing' | 'ambiguous' };

type Wanted = Pick<FillStep, 'ref' | 'anchors' | 'chosenNear'>;

/**
 * The field again, as the look saw it: the same element, or where a framework drew the form anew, the
 * only one with the same anchors. Two that look alike, or one that says something else now: refused.
 * One that a person chose of several has to be that very element, with the same words around it.
 */
export function locate(state: PageState, places: Place[], wanted: Wanted): Located {
  const { anchors, chosenNear } = wanted;
  const alike = places.flatMap((place) =>
    controlsIn(place)
      .filter((control) => sameAnchors(anchorsOf(control), anchors))
      .filter((control) => !('section' in anchors) || sectionOf(control) === anchors.section)
      .map((control) => ({ control, place })),
  );
  if (chosenNear !== undefined) {
    const element = state.refs.get(wanted.ref)?.deref();
    const same = alike.find(({ control }) => control === element && nearOf(control) === chosenNear);
    return same ? { ...same, refused: null } : { refused: 'fieldMissing' };
  }
  const shown = alike.filter(({ control }) => isRendered(control));
  const candidates = shown.length > 0 ? shown : alike;
  if (candidates.length > 1) return { refused: 'ambiguous' };
  const [found] = candidates;
  if (!found) return { refused: 'fieldMissing' };
  const before = state.refs.get(wanted.ref)?.deref();
  // The look's own element is still there but says something else: the page changed its mind.
  if (before?.isConnected && before !== found.control) return { refused: 'fieldMissing' };
  return { ...found, refused: null };
}
