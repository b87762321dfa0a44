import { saysOnly } from '../words.ts';
import { labelsOf } from './labels.ts';
import { textIn, tidy } from './text.ts';
import type { ShopText } from './types.ts';
import { controlsIn, type Control, type Place } from './walk.ts';

const MAX_SHOPS = 20;

/** What the screen says of its shop: the chosen 店舗, the 店舗URL field, a labelled text. */
export function shopTextsIn(places: Place[], shopLabels: string[]): ShopText[] {
  if (shopLabels.length === 0) return [];
  const isShop = (text: string): boolean => saysOnly(text, shopLabels);
  const found = places.flatMap((place) => [
    // What a person reads as the shop's name first: it is what they are asked about.
    ...choices(place, isShop),
    ...labelled(place, isShop),
    ...fields(place, isShop),
  ]);
  return found.filter(({ text }) => text !== '').slice(0, MAX_SHOPS);
}

const labelThat = (control: Control | HTMLSelectElement, fits: (text: string) => boolean) =>
  labelsOf(control as Control).find(({ text }) => fits(text))?.text;

function fields(place: Place, isShop: (text: string) => boolean): ShopText[] {
  return controlsIn(place).flatMap((control) => {
    // A masked field is no shop's name, whatever its label says.
    if (control.type === 'password') return [];
    const label = labelThat(control, isShop);
    return label === undefined ? [] : [{ label, text: tidy(control.value) }];
  });
}

function choices(place: Place, isShop: (text: string) => boolean): ShopText[] {
  return [...place.root.querySelectorAll('select')].flatMap((select) => {
    const label = labelThat(select, isShop);
    const chosen = select.multiple ? undefined : select.selectedOptions[0];
    // An option without value is the invitation to choose.
    if (label === undefined || !chosen || chosen.value === '') return [];
    return [{ label, text: tidy(chosen.textContent ?? '') }];
  });
}

/** `<th>店舗</th><td>…</td>`, `<dt>…<dd>`, and 「店舗：…」 in one element. */
function labelled(place: Place, isShop: (text: string) => boolean): ShopText[] {
  const pairs = [...place.root.querySelectorAll('th, td, dt')].flatMap((head) => {
    const value = head.nextElementSibling;
    if (!value?.matches('td, dd') || value.querySelector('input, select, textarea')) return [];
    const label = textIn(head);
    return isShop(label) ? [{ label, text: textIn(value) }] : [];
  });
  const lines = [...place.root.querySelectorAll('p, div, span, li, h1, h2, h3')].flatMap((line) => {
    if (line.childElementCount > 2 || (line.textContent ?? '').length > 120) return [];
    const [label, text] = textIn(line).split(/\s*[:：]\s*(.+)/);
    return label && text && isShop(label) ? [{ label, text }] : [];
  });
  return [...pairs, ...lines];
}
