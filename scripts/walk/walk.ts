import type { Page } from '@playwright/test';
import { launchKagiban, type Kagiban } from '../../tests/e2e/support/launch.ts';
import type { Sites } from '../../tests/sites/start.ts';
import type { RunningCompanion } from '../start/companion.ts';
import { closeAccount, openAccount, type Account } from './account.ts';
import { askCompanion } from './companion.ts';
import { firstRun } from './first-run.ts';
import { readLists } from './read.ts';
import { hearReminders, jumpAhead } from './remind.ts';
import { renewForEcStation, renewForVendors } from './renew.ts';
import { lookAround } from './look.ts';
import { testInTool, testKey } from './test-key.ts';
import { meetTrouble } from './trouble.ts';

/** All that a step of the walk needs. */
export interface Walk {
  kagiban: Kagiban;
  /** The tab that the person works in. */
  page: Page;
  sites: Sites;
  companion: RunningCompanion;
  account: Account;
  /** Moves the clocks of the extension and of the stand-ins to real time + `ms`. */
  travel: (ms: number) => Promise<void>;
}

/**
 * The main job, done once in a real browser as a member of staff would, with the extension as shipped.
 * Prints what it saw and gives the exit code.
 */
export async function walk(
  sites: Sites,
  companion: RunningCompanion,
  ahead: { ms: number },
): Promise<number> {
  const account = openAccount();
  console.log('\nNo display: walking the main job headless, with the extension as shipped.');
  const kagiban = await launchKagiban({ resolverRules: sites.resolverRules });
  const travel = async (ms: number): Promise<void> => {
    ahead.ms = ms;
    await kagiban.moveClock(ms);
  };
  const page = await kagiban.context.newPage();
  const walking: Walk = { kagiban, page, sites, companion, account, travel };
  const { step } = account;
  try {
    await step('A shop that has just installed Kagiban opens the RMS menu', () =>
      firstRun(walking),
    );
    await step('Staff open アプリ一覧, in three markups', () => readLists(walking));
    await step('Reminders are planned, and the nearest is shown', () => hearReminders(walking));
    await step('Two vendors’ keys are carried into their tools', () => renewForVendors(walking));
    await step('A new key of the shop’s own app goes into ECステーション', () =>
      renewForEcStation(walking),
    );
    await step('The new key is tested, and again when it has woken up', () => testKey(walking));
    await step('ECステーション’s own test says that the key works', () => testInTool(walking));
    await step('The companion tests a key', () => askCompanion(walking));
    await step('The laptop sleeps over three thresholds', () => jumpAhead(walking));
    await step('RMS logs out, and later shows a page that cannot be read', () =>
      meetTrouble(walking),
    );
    await step('The other pages, by day and by night', () => lookAround(walking));
  } finally {
    await kagiban.close();
  }
  return closeAccount(account);
}
