import { spawn, type ChildProcess } from 'node:child_process';
import { request } from 'node:http';
import path from 'node:path';

const MAIN = path.resolve(import.meta.dirname, '../../../companion/main.ts');

export interface Spawned {
  child: ChildProcess;
  stdout: () => string;
  stderr: () => string;
  /** Resolves with the match as soon as stdout holds it; rejects when the process ends before. */
  said: (pattern: RegExp) => Promise<RegExpExecArray>;
  logged: (pattern: RegExp) => Promise<RegExpExecArray>;
  /** Exit code. */
  ended: Promise<number | null>;
}

/** The companion as a process of its own, started as `npm run companion` does. */
export function spawnCompanion(
  env: Record<string, string>,
  args: string[] = [],
  main = MAIN,
): Spawned {
  const child = spawn(process.execPath, [main, ...args], {
    env: { PATH: process.env['PATH'] ?? '', HOME: '/nonexistent', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const text = { stdout: '', stderr: '' };
  const ended = new Promise<number | null>((done) => child.once('close', done));
  const watch = (name: 'stdout' | 'stderr') => {
    child[name]?.setEncoding('utf8').on('data', (part: string) => (text[name] += part));
    return (pattern: RegExp) =>
      new Promise<RegExpExecArray>((found, fail) => {
        const look = () => {
          const match = pattern.exec(text[name]);
          if (match) found(match);
        };
        child[name]?.on('data', look);
        void ended.then(() => fail(new Error(`ended before ${pattern.source}: ${text.stderr}`)));
        look();
      });
  };
  const said = watch('stdout');
  const logged = watch('stderr');
  return { child, said, logged, ended, stdout: () => text.stdout, stderr: () => text.stderr };
}

export interface Raw {
  method?: string;
  headers?: Record<string, string>;
  /** Sent in chunks, so without a length. */
  chunks?: string[];
}

/** One request byte by byte as a program may send it: any Host, any Origin. Gives the status. */
export const raw = (url: string, { method = 'POST', headers = {}, chunks = [] }: Raw) =>
  new Promise<number | undefined>((done, fail) => {
    const sending = request(url, { method, headers, agent: false }, (response) => {
      response.resume();
      response.once('end', () => done(response.statusCode));
    });
    sending.once('error', fail);
    for (const chunk of chunks) sending.write(chunk);
    sending.end();
  });
