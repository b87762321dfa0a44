// npm run build:companion: the companion as one file, for machines without this repository.
import { statSync } from 'node:fs';
import path from 'node:path';
import { bundleCompanion } from './lib/companion-bundle.ts';
import { ROOT } from './lib/machine.ts';

const FILE = path.join(ROOT, '.output/companion/kagiban-companion.mjs');

await bundleCompanion(FILE);
console.log(`${path.relative(ROOT, FILE)}: ${(statSync(FILE).size / 1_024).toFixed(0)} kB`);
