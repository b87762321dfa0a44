import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bundleCompanion } from '../../../scripts/lib/companion-bundle.ts';
import { pairCompanion } from '../../../utils/keytest/companion-client.ts';
import { spawnCompanion } from './spawned.ts';

// The one file that a shop's PC or a server gets, far from any node_modules.

let folder: string;
let file: string;
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'kagiban-'));
  file = path.join(folder, 'kagiban-companion.mjs');
  await bundleCompanion(file);
});
afterAll(() => rmSync(folder, { recursive: true }));

test('it starts, pairs, stops, and takes commands', async () => {
  const env = { KAGIBAN_PORT: '0', KAGIBAN_DATA: path.join(folder, 'data') };
  const running = spawnCompanion(env, [], file);
  const address = (await running.said(/(http:\/\/[\d.]+:\d+)\n/))[1] ?? '';
  const code = (await running.said(/pairing code: (\S+)/))[1] ?? '';
  const ask = { code, person: '島田', device: 'PC' };
  await pairCompanion((url, init) => fetch(url, init), address, ask);
  running.child.kill('SIGTERM');
  expect(await running.ended).toBe(0);

  const help = spawnCompanion(env, ['--help'], file);
  expect(await help.ended).toBe(0);
  expect(help.stdout()).toContain('rotate-key');
  const rotate = spawnCompanion(env, ['rotate-key'], file);
  expect(await rotate.ended).toBe(0);
  const gone = spawnCompanion(
    { ...env, DATABASE_URL: 'postgres://a:Canary@127.0.0.1:9/b' },
    [],
    file,
  );
  expect(await gone.ended).toBe(1);
  expect(gone.stderr()).toMatch(/^DATABASE_URL: cannot use the database \(ECONNREFUSED\).*\n$/);
});
