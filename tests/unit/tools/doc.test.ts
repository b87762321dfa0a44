import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { connectorsDoc } from '../../../scripts/connectors/table.ts';

const DOC = path.resolve(import.meta.dirname, '../../../docs/connectors.md');
/** The formatter aligns tables: cells are compared, not their padding. */
const bare = (text: string): string =>
  text
    .replace(/ *\| */g, '|')
    .replace(/-{3,}/g, '---')
    .replace(/[*_]/g, '')
    .trim();

test('docs/connectors.md says what the connectors say (node scripts/connectors-doc.ts)', () => {
  expect(bare(readFileSync(DOC, 'utf8'))).toBe(bare(connectorsDoc()));
});
