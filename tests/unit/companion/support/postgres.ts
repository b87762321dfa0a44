import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { ROOT } from '../../../../scripts/lib/machine.ts';

const FOLDERS = '/usr/lib/postgresql';

/** Folder of the newest PostgreSQL server on this machine; null = there is none. */
function binaries(): string | null {
  if (!existsSync(FOLDERS)) return null;
  const versions = readdirSync(FOLDERS).sort((a, b) => Number(b) - Number(a));
  const found = versions.map((version) => path.join(FOLDERS, version, 'bin'));
  return found.find((folder) => existsSync(path.join(folder, 'initdb'))) ?? null;
}

/** `npm test` installs one on Debian; elsewhere these tests say that they were left out. */
export const hasPostgres = (): boolean => binaries() !== null;

export interface PostgresServer {
  /** Makes an empty database and gives its address. */
  newDatabase: () => Promise<string>;
  /** Ends it as a crash does, and starts it again. */
  stop: () => void;
  start: () => void;
  /** Ends it and removes everything. */
  close: () => void;
}

/** A real PostgreSQL of its own on a spare port, that keeps nothing. */
export async function startPostgres(): Promise<PostgresServer> {
  const bin = binaries();
  if (bin === null) throw new Error('no PostgreSQL on this machine');
  const folder = mkdtempSync(path.join(tmpdir(), 'kagiban-postgres-'));
  chmodSync(folder, 0o777);
  const data = path.join(folder, 'data');
  const port = await sparePort();
  // It refuses to run as root.
  const asPostgres = process.getuid?.() === 0 ? ['runuser', '-u', 'postgres', '--'] : [];
  const run = (program: string, ...args: string[]): void => {
    const [command = '', ...rest] = [...asPostgres, path.join(bin, program), ...args];
    // Not piped: the server would hold the pipe open.
    const done = spawnSync(command, rest, { stdio: 'ignore', cwd: folder });
    if (done.status !== 0) throw new Error(`${program} ${args[0]} did not work`);
  };
  const options = `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1 -c max_connections=60 -c fsync=off -c full_page_writes=off`;
  const control = (...args: string[]): void => run('pg_ctl', '-D', data, '-w', ...args);
  const start = (): void => control('-l', path.join(folder, 'log'), '-o', options, 'start');
  const address = `postgres://postgres@127.0.0.1:${port}`;
  if (!copyTemplate(data)) {
    run('initdb', '-D', data, '-A', 'trust', '-U', 'postgres', '-E', 'UTF8', '--no-locale', '-N');
    keepTemplate(data);
  }
  start();
  let made = 0;
  return {
    newDatabase: async () => {
      const name = `test${(made += 1)}`;
      const client = new Client({ connectionString: `${address}/postgres` });
      await client.connect();
      await client.query(`CREATE DATABASE ${name}`);
      await client.end();
      return `${address}/${name}`;
    },
    start,
    stop: () => control('-m', 'immediate', 'stop'),
    close: () => {
      try {
        control('-m', 'immediate', 'stop');
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
  };
}

/** Made anew it takes seconds, copied much less. */
const TEMPLATE = path.join(ROOT, '.cache/kagiban/postgres');

const copy = (from: string, to: string): boolean => spawnSync('cp', ['-a', from, to]).status === 0;

const copyTemplate = (data: string): boolean => existsSync(TEMPLATE) && copy(TEMPLATE, data);

/** Several test files may make it at once: the first that is whole stays. */
function keepTemplate(data: string): void {
  mkdirSync(path.dirname(TEMPLATE), { recursive: true });
  const making = `${TEMPLATE}-${process.pid}`;
  try {
    if (copy(data, making)) renameSync(making, TEMPLATE);
  } catch {
    rmSync(making, { recursive: true, force: true });
  }
}

const sparePort = (): Promise<number> =>
  new Promise((found) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => found(port));
    });
  });
