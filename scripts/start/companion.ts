import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Sites } from '../../tests/sites/start.ts';
import { ROOT } from '../lib/machine.ts';

export interface RunningCompanion {
  /** e.g. `http://127.0.0.1:41234`. */
  address: string;
  /** For the first pairing, once, within ten minutes. */
  code: string;
  stop: () => Promise<void>;
}

const START_MS = 20_000;

/**
 * Starts the companion as `npm run companion` does, on any free port, with a data folder of its own, and
 * with the stand-in as the RMS WEB API. Throws with what it said where it does not start.
 */
export async function startCompanion(sites: Sites): Promise<RunningCompanion> {
  const data = mkdtempSync(path.join(tmpdir(), 'kagiban-companion-'));
  const child = spawn(process.execPath, ['companion/main.ts'], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      KAGIBAN_PORT: '0',
      KAGIBAN_DATA: data,
      KAGIBAN_RMS_API_URL: sites.apiUrl,
      NODE_EXTRA_CA_CERTS: sites.certificatePath,
    },
  });
  const said = await outputUntil(child, /pairing code: (\S+)/);
  const address = /https?:\/\/[^\s/]+/.exec(said)?.[0];
  const code = /pairing code: (\S+)/.exec(said)?.[1];
  if (address === undefined || code === undefined) throw new Error(`the companion said: ${said}`);
  return { address, code, stop: () => stop(child, data) };
}

function outputUntil(child: ChildProcess, wanted: RegExp): Promise<string> {
  let said = '';
  return new Promise((resolve, reject) => {
    const fail = (): void => reject(new Error(`the companion did not start: ${said}`));
    const timer = setTimeout(fail, START_MS);
    const hear = (chunk: Buffer): void => {
      said += chunk.toString();
      if (!wanted.test(said)) return;
      clearTimeout(timer);
      resolve(said);
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('exit', fail);
  });
}

async function stop(child: ChildProcess, data: string): Promise<void> {
  if (child.exitCode === null) {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    await ended;
  }
  rmSync(data, { recursive: true, force: true });
}
