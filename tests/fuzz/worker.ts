// One of the processes of a fuzz run: seed, first page, step and number of pages come as arguments.
import { runInJsdom } from './in-jsdom.ts';

const [seed = 1, from = 0, step = 1, runs = 0] = process.argv.slice(2).map(Number);
process.send?.(runInJsdom(seed, from, step, runs), () => process.disconnect());
