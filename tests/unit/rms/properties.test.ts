import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { choices, models, styleOf } from './generate.ts';
import { FAMILIES } from './markups.ts';
import { compared, HEAD } from './compare.ts';

describe.each(Object.keys(FAMILIES))('%s', (family) => {
  test('reads as the model says', () => {
    fc.assert(
      fc.property(models, choices, (model, choice) => {
        const style = styleOf(choice);
        const html = HEAD + style.wrap(FAMILIES[family]?.(style, model) ?? '');
        const { read, said } = compared(html, model);
        expect({ html, read }).toEqual({ html, read: said });
      }),
      { numRuns: 20, seed: 20250526 },
    );
  }, 60_000);
});
