// Builds the extension into a folder other than .output/: node scripts/lib/build-to.ts <browser> <folder>
import { build } from 'wxt';

const [browser, outDir] = process.argv.slice(2);
if (browser === undefined || outDir === undefined) throw new Error('browser and folder are needed');

await build({ browser, manifestVersion: 3, outDir });
