import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { BUGS } from '../../mutation/bugs.ts';
import { planted } from '../../mutation/planted.ts';

const RMS = path.join(import.meta.dirname, '../../../utils/rms');

// Whether the tests notice them is tried by tests/mutation/run.ts.
test('every bug to be planted has its place in the reader', () => {
  for (const bug of BUGS) {
    const source = readFileSync(path.join(RMS, bug.file), 'utf8');
    expect(planted(source, bug)).not.toBe(source);
  }
  expect(new Set(BUGS.map(({ name }) => name)).size).toBe(BUGS.length);
});
