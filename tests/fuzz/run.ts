// npm run fuzz -- --runs N --seed S [--browser] [--only n]: random pages, read by the product's reader and
// compared with what they were made from. Ends with one line of JSON; fails where anything was silently wrong.
import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { runInChromium } from './browser/run.ts';
import { runInJsdom } from './in-jsdom.ts';
import { optionsOf, type Options } from './options.ts';
import { showOne } from './show-one.ts';
import { summed, type Tally } from './tally.ts';

function inWorker(args: number[]): Promise<Tally> {
  const child = fork(path.join(import.meta.dirname, 'worker.ts'), args.map(String));
  return new Promise((resolve, reject) => {
    let tally: Tally | null = null;
    child.on('message', (message) => {
      tally = message as Tally;
    });
    child.on('error', reject);
    child.on('exit', (code) =>
      tally ? resolve(tally) : reject(new Error(`a worker ended with ${code} and no result`)),
    );
  });
}

const FEW = 300;

async function inJsdom({ seed, runs }: Options): Promise<Tally> {
  if (runs <= FEW) return runInJsdom(seed, 0, 1, runs);
  const workers = Math.min(availableParallelism(), 8);
  return summed(
    await Promise.all(
      Array.from({ length: workers }, (_, i) => inWorker([seed, i, workers, runs])),
    ),
  );
}

const options = optionsOf(process.argv.slice(2));
if (options.only !== null) showOne(options.seed, options.only);
else {
  const started = performance.now();
  const { browser, seed } = options;
  const tally = await (browser ? runInChromium(seed, options.runs) : inJsdom(options));
  const { runs, right, flagged, silentlyWrong } = tally;
  for (const failure of tally.failures) console.log(failure);
  for (const [name, { pages, amiss }] of Object.entries(tally.families).sort())
    console.log(`${name}: ${pages} pages, ${amiss} not right`);
  const seconds = (performance.now() - started) / 1000;
  console.log(
    `seed ${options.seed}: ${(runs / seconds).toFixed(0)} pages/s, ` +
      `${((100 * flagged) / Math.max(1, tally.readable)).toFixed(2)} % of the readable flagged, ` +
      `${tally.needlesslyPartial} called partial without need`,
  );
  console.log(JSON.stringify({ runs, right, flagged, silentlyWrong }));
  process.exitCode = silentlyWrong > 0 ? 1 : 0;
}
