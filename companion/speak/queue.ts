import type { PgBoss } from 'pg-boss';
import { errorFields } from '../log.ts';
import type { Queue } from '../store/outbox.ts';
import type { Deps } from '../types.ts';

const OUTBOX = 'kagiban-outbox';
const SCHEMA = 'kagiban_jobs';
/** Connections of pg-boss itself, beside the store's. */
const CONNECTIONS = 3;
const WORKERS = 4;
/** Jobs that one of them takes at a time: a full hand means that more lie there, and the next is taken at once. */
const HAND = 4;
/** Longer than a claim of a row (`CLAIM_LASTS`): a job whose process died comes up again after it. */
const EXPIRES_S = 180;

interface Job {
  /** Of the row of the outbox: the whole payload. */
  id: string;
}

export interface JobQueue extends Queue {
  /** Begins to take jobs: `tell` gets the id of a row. What it throws is tried again later. */
  work(tell: (id: string) => Promise<unknown>): Promise<void>;
  stop(): Promise<void>;
}

/**
 * pg-boss on PostgreSQL: several processes share the work. A job is a hint to look at one row; the row
 * itself decides, so a job that runs twice or late does no harm. Loaded only where it is used.
 */
export async function openQueue(
  databaseUrl: string,
  { log, clock }: Pick<Deps, 'log' | 'clock'>,
): Promise<JobQueue> {
  const { fromKysely, PgBoss } = await import('pg-boss');
  const boss: PgBoss = new PgBoss({
    connectionString: databaseUrl,
    schema: SCHEMA,
    max: CONNECTIONS,
    application_name: 'kagiban-jobs',
    schedule: false,
  });
  boss.on('error', (error) => log('error', 'queue', errorFields(error)));
  await boss.start();
  await boss.createQueue(OUTBOX, {
    retryLimit: 20,
    retryDelay: 15,
    retryBackoff: true,
    retryDelayMax: 600,
    expireInSeconds: EXPIRES_S,
    deleteAfterSeconds: 3_600,
  });
  return {
    add: async (tx, rows) => {
      const jobs = rows.map(({ id, dueAt }) => ({
        data: { id } satisfies Job,
        // Seconds from now, not a moment: the clock of the database may be another.
        startAfter: Math.max(0, Math.ceil((dueAt - clock()) / 1_000)),
      }));
      await boss.insert(OUTBOX, jobs, { db: fromKysely(tx) });
    },
    work: async (tell) => {
      await boss.work<Job>(
        OUTBOX,
        {
          batchSize: HAND,
          burstWhenBatchFull: true,
          localConcurrency: WORKERS,
          pollingIntervalSeconds: 1,
        },
        async (jobs) => {
          // One that throws brings back its whole hand: rows that were told meanwhile are done.
          for (const { data } of jobs) await tell(data.id);
        },
      );
    },
    stop: () => boss.stop({ graceful: true, timeout: 30_000 }),
  };
}
