import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { FAMILIES, generate, HARD_FAMILIES } from '../../fuzz/families/index.ts';
import { OTHER_PAGES, otherPage } from '../../fuzz/other-pages.ts';
import { plainText } from '../../fuzz/truth.ts';

const { window } = new JSDOM('');
const parser = new window.DOMParser();
const squeezed = (text: string): string => plainText(text).replaceAll(' ', '');

/** What the page holds as text: no scripts, images by their alt, fields by their value, labels by style. */
function textOf(html: string): string {
  const page = parser.parseFromString(html, 'text/html');
  for (const script of page.querySelectorAll('script, style, template')) script.remove();
  for (const image of page.querySelectorAll('img[alt]'))
    image.append(image.getAttribute('alt') ?? '');
  for (const field of page.querySelectorAll('input[readonly]'))
    field.after(field.getAttribute('value') ?? '');
  for (const cell of page.querySelectorAll('[data-label]'))
    cell.prepend(cell.getAttribute('data-label') ?? '');
  return squeezed(page.body.textContent ?? '');
}

describe('the generator of RMS pages', () => {
  test('makes the same page from the same seed, and others from others', () => {
    for (let seed = 0; seed < 6; seed += 1) expect(generate(seed)).toEqual(generate(seed));
    expect(new Set(Array.from({ length: 6 }, (_, seed) => generate(seed).html)).size).toBe(6);
  });

  test('reaches every family', () => {
    const seen = new Set(Array.from({ length: 6 * FAMILIES.length }, (_, n) => generate(n).family));
    expect(FAMILIES.map(({ name }) => name).filter((name) => !seen.has(name))).toEqual([]);
  });

  test.each([...FAMILIES, ...HARD_FAMILIES].map(({ name }) => name))(
    '%s shows what its truth says',
    (name) => {
      for (let seed = 0; seed < 2; seed += 1) {
        const { html, truth, readable } = generate(seed, name);
        const text = textOf(html);
        const shown = [
          ...truth.keys.flatMap((k) => [
            k.developer,
            k.app,
            k.last4,
            k.stateText,
            ...k.extra.flat(),
          ]),
          ...truth.events.flatMap((e) => [e.company, e.service, e.stateText]),
        ];
        for (const one of shown) expect(text, `seed ${seed}`).toContain(squeezed(one ?? ''));
        if (readable) expect(truth.mustFlag).toEqual([]);
      }
    },
  );

  test('makes every page without keys, again from the same seed', () => {
    for (const name of OTHER_PAGES) {
      expect(otherPage(1, name)).toEqual(otherPage(1, name));
      expect(textOf(otherPage(2, name).html).length).toBeGreaterThan(20);
    }
  });
});
