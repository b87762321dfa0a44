import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ROOT } from '../../../scripts/lib/machine.ts';
import type { Sites } from '../../sites/start.ts';
import { until } from './until.ts';

/** A companion as a process of its own, as a shop starts it. */
export interface RunningCompanion {
  /** As it printed them. */
  address: string;
  code: string;
  /** Everything it wrote so far, to the person and to the log. */
  output: () => string;
  /** Folder of its database. */
  data: string;
  /** `companion pair` beside the running one: prints another code. */
  newCode: () => Promise<string>;
  /** Ends it as Ctrl+C does. */
  stop: () => Promise<void>;
  /** Stops it where that is left to do, and removes its data. */
  clear: () => Promise<void>;
}

const CODE = /pairing code: (\S+)/;

/** Starts `companion/main.ts` on a free port; what it tests, it tests at the stand-in of RMS's API. */
export async function startCompanion({
  apiUrl,
  certificatePath,
}: Sites): Promise<RunningCompanion> {
  const data = mkdtempSync(path.join(tmpdir(), 'kagiban-companion-'));
  const env = {
    ...process.env,
    KAGIBAN_PORT: '0',
    KAGIBAN_DATA: data,
    KAGIBAN_RMS_API_URL: apiUrl,
    NODE_EXTRA_CA_CERTS: certificatePath,
  };
  const run = (...args: string[]) => {
    const child = spawn(process.execPath, [path.join(ROOT, 'companion/main.ts'), ...args], { env });
    let text = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (part: string) => (text += part));
    }
    return { child, text: () => text };
  };
  const { child, text } = run();
  await until('the companion to start', () => CODE.test(text()) || child.exitCode !== null, 20_000);
  const address = /http:\/\/127\.0\.0\.1:\d+/.exec(text())?.[0];
  const code = CODE.exec(text())?.[1];
  if (!address || !code) throw new Error(`the companion did not start: ${text()}`);
  const stop = async (): Promise<void> => {
    if (child.exitCode !== null) return;
    child.kill('SIGTERM');
    await once(child, 'exit');
  };
  return {
    address,
    code,
    output: text,
    data,
    newCode: async () => {
      const pair = run('pair');
      await once(pair.child, 'close');
      return CODE.exec(pair.text())?.[1] ?? '';
    },
    stop,
    clear: async () => {
      await stop();
      rmSync(data, { recursive: true, force: true });
    },
  };
}
