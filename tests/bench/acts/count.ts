import { launchKagiban } from '../../e2e/support/launch.ts';
import { startSites } from '../../sites/start.ts';
import { actsOf, type Acts, handsOn } from './hands.ts';
import { byHand, firstDay, withKagiban } from './renewal.ts';
import { benchTools } from './tools.ts';

/** Of the acts that are not the person's by promise 1, at most so many of those by hand; no character typed. */
export const MOST_ACTS = 1 / 3;

export interface ActCount {
  tools: number;
  byHand: Acts;
  withKagiban: Acts;
  ratio: number;
}

/** One key renewed in so many tools, by hand and with Kagiban, on fresh stand-ins and with real input. */
export async function countActs(tools: number): Promise<ActCount> {
  const counted: Acts[] = [];
  for (const way of [byHand, withKagiban]) {
    const sites = await startSites();
    const kagiban = await launchKagiban({ resolverRules: sites.resolverRules });
    const used = (await benchTools(sites, kagiban.context)).slice(0, tools);
    const page = await kagiban.context.newPage();
    if (way === withKagiban) await firstDay(handsOn(kagiban, page), sites, used);
    const hands = handsOn(kagiban, page);
    await way(hands, sites, used);
    counted.push(hands.acts);
    await kagiban.close();
    await sites.close();
  }
  const [hand, ours] = counted as [Acts, Acts];
  return { tools, byHand: hand, withKagiban: ours, ratio: actsOf(ours) / actsOf(hand) };
}

/** The line of the report; true = within the goal. */
export function reportActs({ tools, byHand: hand, withKagiban: ours, ratio }: ActCount): boolean {
  const ok = ratio <= MOST_ACTS && ours.typed === 0;
  const words = ({ clicks, typed, reserved }: Acts): string =>
    `${clicks} clicks, ${typed} characters (and ${reserved} reserved to the person)`;
  console.log(
    `${ok ? 'ok  ' : 'OVER'} acts, ${tools} tool${tools === 1 ? '' : 's'}: ${ratio.toFixed(2)} ` +
      `(limit ${MOST_ACTS.toFixed(2)}); by hand ${words(hand)}; with Kagiban ${words(ours)}`,
  );
  return ok;
}

// `node tests/bench/acts/count.ts` counts on the build as it lies there.
if (process.argv[1] === import.meta.filename) {
  for (const tools of [1, 5]) reportActs(await countActs(tools));
}
