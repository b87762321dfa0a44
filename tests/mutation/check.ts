// Reads pages as the tests do, and says (by its exit code) whether they noticed that something is wrong:
// 0 = all as it should be, 1 = noticed. Lists that are whole or not, the pages of tests/e2e/reading, a sample of the fuzz.
import { JSDOM } from 'jsdom';
import { readPage } from '../../utils/rms/inspect.ts';
import { stateOf } from '../e2e/reading/model.ts';
import { CASES } from '../e2e/reading/variants.ts';
import { runInJsdom } from '../fuzz/in-jsdom.ts';
import { LISTS } from './whole.ts';

const SEED = 20260115;
const PAGES = 40;
const ROUNDS = 8;
const MOST_FLAGGED = 0.1;

/** What the fuzz noticed; null = nothing. In rounds, to stop early. */
function byFuzz(): string | null {
  for (let round = 0; round < ROUNDS; round += 1) {
    const { silentlyWrong, flagged, failures } = runInJsdom(SEED + round, 0, 1, PAGES);
    if (silentlyWrong > 0 || flagged / PAGES > MOST_FLAGGED) return failures.join('\n');
  }
  return null;
}

function byPages(): string | null {
  for (const { variant, sheet, wanted, url } of CASES.flatMap(([, cases]) => cases)) {
    if (variant.parts !== undefined || /<script>(?!var )/.test(variant.draw(sheet))) continue;
    const { document } = new JSDOM(variant.draw(sheet), { url }).window;
    const { licenses, events, pageClass, problems } = readPage(document, { at: Date.now(), url });
    const optional = new Set((wanted.optional ?? []).map(({ last4 }) => last4));
    const read = licenses
      .filter(({ last4 }) => !optional.has(last4))
      .map(({ last4, expiresOn, state }) => `${last4} ${expiresOn} ${state}`);
    const due = wanted.keys.map(({ last4, on, word }) => `${last4} ${on} ${stateOf(word)}`);
    const alarm = pageClass === 'unreadable' || problems.length > 0;
    const same = read.sort().join() === due.sort().join() && alarm === wanted.alarm;
    if (!same || events.length !== wanted.grants.length) return variant.name;
  }
  return null;
}

function byLists(): string | null {
  const url = 'https://ichiba-bs.rms.rakuten.co.jp/apisson/';
  const wrong = LISTS.find(([html, due]) => {
    const { document } = new JSDOM(html, { url }).window;
    return readPage(document, { at: Date.now(), url }).licenseCoverage !== due;
  });
  return wrong?.[0] ?? null;
}

// The cheapest first.
const noticed = byLists() ?? byPages() ?? byFuzz();
if (noticed !== null) console.log(noticed);
process.exitCode = noticed === null ? 0 : 1;
