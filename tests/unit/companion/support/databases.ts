import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe } from 'vitest';
import { openDatabase } from '../../../../companion/database/open.ts';
import type { Database } from '../../../../companion/database/types.ts';
import { hasPostgres, startPostgres, type PostgresServer } from './postgres.ts';

export interface Databases {
  kind: 'sqlite' | 'postgres';
  /** Settings of a fresh, empty database. */
  settings: () => Promise<{ databaseUrl: string | null; data: string }>;
  /** Opens one as the companion does. */
  open: (settings: { databaseUrl: string | null; data: string }) => Promise<Database>;
  /** The server behind, where there is one. */
  server: () => PostgresServer;
}

/** One suite on both databases: an embedded one, and a real PostgreSQL that is started for it. */
export function describeOnBoth(name: string, suite: (databases: Databases) => void): void {
  const open: Databases['open'] = (settings) => openDatabase(settings, () => undefined);
  const folders: string[] = [];
  const folder = (): string => {
    const made = mkdtempSync(path.join(tmpdir(), 'kagiban-'));
    folders.push(made);
    return made;
  };
  afterAll(() => {
    for (const one of folders) rmSync(one, { recursive: true, force: true });
  });

  describe(`${name}, on SQLite`, () => {
    const server = (): PostgresServer => {
      throw new Error('SQLite has no server');
    };
    suite({
      kind: 'sqlite',
      open,
      server,
      settings: async () => ({ databaseUrl: null, data: folder() }),
    });
  });

  describe.skipIf(!hasPostgres())(`${name}, on PostgreSQL`, () => {
    let running: PostgresServer;
    beforeAll(async () => {
      running = await startPostgres();
    });
    afterAll(() => running.close());
    suite({
      kind: 'postgres',
      open,
      server: () => running,
      settings: async () => ({ databaseUrl: await running.newDatabase(), data: folder() }),
    });
  });
}
