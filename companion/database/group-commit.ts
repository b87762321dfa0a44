import type { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';

/** ms between two tries, and for all of them, while another process is writing. */
const RETRY_MS = 15;
const PATIENCE_MS = 5_000;

/** The right to write to one SQLite file, by turns. */
export interface Writes {
  begin(): Promise<void>;
  /** Resolves once it is on disk; rejects where it is not, and then all of it is undone. */
  commit(): Promise<void>;
  /**
   * Resolves once what it had seen of others in its group is on disk, as whoever gave up may have done so for that.
   * `error`: why it failed, where the database did.
   */
  rollback(error: unknown): Promise<void>;
  /** Runs outside any transaction. */
  alone<T>(run: () => T): Promise<T>;
}

/** Transactions that go to disk together. */
interface Group {
  onDisk: Promise<void>;
  end: () => void;
  fail: (error: unknown) => void;
}

/**
 * Group commit: a disk takes its time to confirm, not to write, so transactions that end in one turn of the event
 * loop are confirmed by one commit. Each is a savepoint in it: what fails alone is undone alone, and none has
 * ended before the disk has them all.
 */
export function groupedWrites(raw: DatabaseSync): Writes {
  const turn = byTurns();
  let group: Group | null = null;
  /** Ends the turn of the transaction that is under way. */
  let leave = (): void => {};

  const lost = (error: unknown): void => {
    undo(raw);
    group?.fail(error);
    group = null;
  };
  const toDisk = (): void => {
    try {
      raw.exec('COMMIT');
      group?.end();
      group = null;
    } catch (error) {
      lost(error);
    }
  };
  const open = async (): Promise<void> => {
    await beginInTurn(raw);
    const opened = newGroup();
    group = opened;
    setImmediate(async () => {
      const done = await turn();
      if (group === opened) toDisk();
      done();
    });
  };
  /** The last word of a transaction on its savepoint. `before`: an error of the database that it had met. */
  const close = async (words: string, before: unknown = null): Promise<void> => {
    const mine = group;
    try {
      raw.exec(words);
    } catch (error) {
      // A full disk has undone everything already, also what others wrote in this group.
      lost(before ?? error);
    }
    leave();
    await mine?.onDisk;
  };

  return {
    async begin() {
      const done = await turn();
      try {
        if (group === null) await open();
        raw.exec('SAVEPOINT one');
      } catch (error) {
        done();
        throw error;
      }
      leave = done;
    },
    commit: () => close('RELEASE one'),
    rollback: (error) => close('ROLLBACK TO one; RELEASE one', error),
    async alone(run) {
      const done = await turn();
      try {
        if (group !== null) toDisk();
        return run();
      } finally {
        done();
      }
    },
  };
}

function newGroup(): Group {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  // Where all was rolled back nobody waits for it.
  promise.catch(() => undefined);
  return { onDisk: promise, end: resolve, fail: reject };
}

function undo(raw: DatabaseSync): void {
  try {
    raw.exec('ROLLBACK');
  } catch {
    // It was undone before; the first error is the one that tells.
  }
}

/** SQLite's own way of waiting stops the whole process; this lets it answer others meanwhile. */
async function beginInTurn(raw: DatabaseSync): Promise<void> {
  const giveUpAt = Date.now() + PATIENCE_MS;
  for (;;) {
    try {
      raw.exec('BEGIN IMMEDIATE');
      return;
    } catch (error) {
      if (!isBusy(error) || Date.now() > giveUpAt) throw error;
      await sleep(RETRY_MS);
    }
  }
}

/** SQLite's 5: another process has the right to write. */
const isBusy = (error: unknown): boolean =>
  error instanceof Error && 'errcode' in error && (Number(error.errcode) & 0xff) === 5;

/** One after another, in the order in which they asked; each is given what ends its turn. */
function byTurns(): () => Promise<() => void> {
  let last = Promise.resolve();
  return () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const mine = last.then(() => resolve);
    last = promise;
    return mine;
  };
}
