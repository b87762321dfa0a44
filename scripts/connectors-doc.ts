// node scripts/connectors-doc.ts: writes docs/connectors.md from the connectors' data.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { connectorsDoc } from './connectors/table.ts';
import { ROOT } from './lib/machine.ts';

writeFileSync(path.join(ROOT, 'docs/connectors.md'), connectorsDoc());
console.log('docs/connectors.md written; `oxfmt docs/connectors.md` aligns its table');
