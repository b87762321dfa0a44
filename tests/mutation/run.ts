// Plants one bug after the other in the reader and looks whether the tests notice:
//   node tests/mutation/run.ts [--sample N]
// Ends with one line of JSON; fails where a bug went unnoticed, or where they cry without any.
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { BUGS } from './bugs.ts';

const here = (file: string): string => path.join(import.meta.dirname, file);

/** Do the tests notice? `n` = the bug's number; null = the reader as it is. */
function noticed(n: number | null): Promise<boolean> {
  const plant = n === null ? [] : ['--import', here('plant.ts')];
  const child = spawn(process.execPath, [...plant, here('check.ts')], {
    env: { ...process.env, KAGIBAN_BUG: String(n) },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => {
    errors += chunk.toString();
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => {
      // A bug may throw as well; one that cannot be planted must not pass for one that was noticed.
      if (/found \d+ times in|names no bug/.test(errors)) reject(new Error(errors));
      else resolve(code !== 0);
    });
  });
}

const { values } = parseArgs({ options: { sample: { type: 'string' } } });
const step = values.sample ? Math.ceil(BUGS.length / Number(values.sample)) : 1;
const waiting = [...BUGS.keys()].filter((n) => n % step === 0);
const planted = waiting.length;
const missed: string[] = [];
const work = async (): Promise<void> => {
  for (let n = waiting.shift(); n !== undefined; n = waiting.shift()) {
    const good = await noticed(n);
    console.log(`${good ? 'noticed' : 'MISSED '} ${BUGS[n]?.name}`);
    if (!good) missed.push(BUGS[n]?.name ?? '');
  }
};
const falseAlarm = await noticed(null);
if (falseAlarm) console.log('the tests cry without any bug');
await Promise.all(Array.from({ length: Math.min(availableParallelism(), 4) }, work));
console.log(JSON.stringify({ planted, noticed: planted - missed.length, missed }));
process.exitCode = missed.length > 0 || falseAlarm ? 1 : 0;
