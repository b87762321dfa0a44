import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../lib/machine.ts';

export interface Counts {
  /** Licenses that the popup showed as RMS has them. */
  read: number;
  /** Marks in RMS's own table. */
  marked: number;
  /** Reminders in the extension's ledger. */
  planned: number;
  /** Notifications that the browser was given. */
  notified: number;
  /** Fields of tools that the popup reported as filled. */
  filled: number;
  /** Tests of keys, by Kagiban and by a tool, whose result the popup showed. */
  tested: number;
}

/** What happened, told as it happens. */
export interface Account {
  counts: Counts;
  /** Does a step; where it fails, says so and remembers it. */
  step: (title: string, act: () => Promise<void>) => Promise<void>;
  /** One line of what was seen in the step. */
  saw: (text: string) => void;
  /** The file for the next screenshot. */
  shot: (name: string) => string;
  screenshots: string[];
  failures: string[];
}

const stamp = (): string =>
  new Date().toLocaleString('sv-SE').replace(' ', '_').replaceAll(':', '-');

export function openAccount(): Account {
  const folder = path.join('screenshots', stamp());
  mkdirSync(path.join(ROOT, folder), { recursive: true });
  const counts = { read: 0, marked: 0, planned: 0, notified: 0, filled: 0, tested: 0 };
  const screenshots: string[] = [];
  const failures: string[] = [];
  let steps = 0;
  return {
    counts,
    screenshots,
    failures,
    step: async (title, act) => {
      steps += 1;
      console.log(`\n${steps}. ${title}`);
      try {
        await inTime(act());
      } catch (error) {
        const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
        failures.push(`${steps}. ${title}`);
        console.log(`   FAILED: ${text}`);
      }
    },
    saw: (text) => console.log(`   ${text}`),
    shot: (name) => {
      const number = String(screenshots.length + 1).padStart(2, '0');
      const file = path.join(folder, `${number}-${name}.png`);
      screenshots.push(file);
      return path.join(ROOT, file);
    },
  };
}

// Far more than any step needs: a step that hangs must not take the account with it.
const STEP_MS = 120_000;

function inTime(acting: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`still not done after ${STEP_MS} ms`)), STEP_MS);
  });
  return Promise.race([acting, late]).finally(() => clearTimeout(timer));
}

/** The end of the account; its last line is for programs. Gives the exit code. */
export function closeAccount({ counts, screenshots, failures }: Account): number {
  console.log('');
  for (const failure of failures) console.log(`failed: ${failure}`);
  if (screenshots[0] !== undefined) console.log(`screenshots: ${path.dirname(screenshots[0])}/`);
  console.log(JSON.stringify({ ...counts, screenshots }));
  return failures.length === 0 ? 0 : 1;
}

/** Throws where what was seen is not what was to be seen. */
export function expectSame<T>(what: string, seen: T, wanted: T): void {
  const [left, right] = [JSON.stringify(seen), JSON.stringify(wanted)];
  if (left !== right) throw new Error(`${what}: ${left}, and not ${right}`);
}
