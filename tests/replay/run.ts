// npm run replay -- --shops N --years Y --seed S [--store memory|idb|sqlite|chromium|paired [--deaths 20] [--companion-clock]] [--speakers 1..3] [--faults 1]
// One account alone, with what happened to one of its keys: [--account n] [--trace s6a2n3]
import { parseArgs } from 'node:util';
import { POINTS, faultsAt } from './faults.ts';
import { simulate, type Found, type Options } from './simulate.ts';
import { STORE_KINDS, storeMaker, type StoreKind } from './stores.ts';
import { addTally, emptyTally } from './tally.ts';

const { values } = parseArgs({
  options: {
    shops: { type: 'string', default: '20' },
    years: { type: 'string', default: '1' },
    seed: { type: 'string', default: '1' },
    store: { type: 'string', default: 'memory' },
    speakers: { type: 'string', default: '1' },
    faults: { type: 'string', default: '1' },
    deaths: { type: 'string', default: '20' },
    'shops-each': { type: 'string', default: '10' },
    account: { type: 'string' },
    trace: { type: 'string' },
    'companion-clock': { type: 'boolean', default: false },
  },
});

type Account = Omit<Options, 'store' | 'without'>;

/** What plays an account, and how it is ended. */
async function playerFor(kind: string): Promise<{
  play: (account: Account) => Promise<Found>;
  close: () => Promise<void>;
}> {
  if (kind === 'paired') {
    const { simulatePaired } = await import('./paired/simulate.ts');
    const deaths = Number(values.deaths);
    const companionClock = values['companion-clock'];
    return {
      play: (account) => simulatePaired({ ...account, deaths, companionClock, without: new Set() }),
      close: () => Promise.resolve(),
    };
  }
  if (kind === 'chromium') return (await import('./browser/play.ts')).openPlayer();
  const known = STORE_KINDS.find((one): one is StoreKind => one === kind);
  if (!known)
    throw new Error(`--store is one of ${[...STORE_KINDS, 'chromium', 'paired'].join(', ')}`);
  const store = await storeMaker(known);
  return {
    play: (account) => simulate({ ...account, store, without: new Set() }),
    close: () => Promise.resolve(),
  };
}

const player = await playerFor(values.store);
const shops = Number(values.shops);
const each = Math.min(shops, Number(values['shops-each']));
const total = emptyTally();
const faults = new Map<string, number>();
const wrong: string[] = [];

// What came late or early is no failure, and there is more of it.
const isWrong = (line: string): boolean => !/ (?:late|early) /.test(line);

// Accounts of some shops each, every one a world of its own.
for (let from = 0, n = 0; from < shops; from += each, n += 1) {
  if (values.account !== undefined && Number(values.account) !== n) continue;
  const found = await player.play({
    shops: Math.min(each, shops - from),
    years: Number(values.years),
    seed: Number(values.seed) * 1_000_003 + n,
    faultScale: Number(values.faults),
    speakers: Number(values.speakers),
    ...(values.trace !== undefined && { trace: { subjectId: values.trace, write: console.log } }),
  });
  addTally(total, found.tally);
  for (const [key, count] of found.faults) faults.set(key, (faults.get(key) ?? 0) + count);
  wrong.push(...found.wrong.map((line) => `account ${n}: ${line}`));
  // A long run that is ended early has said what it found so far.
  console.error(JSON.stringify({ accounts: n + 1, ...total, wrong: wrong.filter(isWrong) }));
}

await player.close();

for (const point of POINTS) {
  const counts = faultsAt(point).map((fault) => `${fault} ${faults.get(`${point} ${fault}`) ?? 0}`);
  console.log(`${point}: ${counts.join(', ')}`);
}
for (const line of wrong.toSorted((a, b) => Number(isWrong(b)) - Number(isWrong(a))).slice(0, 20))
  console.log(line);
const bad =
  total.missed + total.duplicate + total.falselySolved > 0 ||
  total.duplicateDoubtful > total.lostReplies;
process.exitCode = bad && values.speakers === '1' ? 1 : 0;
console.log(JSON.stringify(total));
