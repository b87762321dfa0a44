import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { CHROME_BUILD } from '../e2e/support/launch.ts';

interface Manifest {
  host_permissions: string[];
  content_scripts: { matches: string[]; all_frames?: boolean; run_at?: string; js: string[] }[];
}

const EMPTY_POPUP = '<!doctype html><meta charset="utf-8"><title>empty</title><p>empty</p>';

/**
 * What ours is compared with: an extension that runs in the same pages and frames at the same moment,
 * with a worker and a popup, and does nothing. Gives its folder.
 */
export function writeEmptyExtension(): string {
  const ours = JSON.parse(
    readFileSync(path.join(CHROME_BUILD, 'manifest.json'), 'utf8'),
  ) as Manifest;
  const folder = mkdtempSync(path.join(tmpdir(), 'kagiban-empty-'));
  const manifest = {
    manifest_version: 3,
    name: 'empty',
    version: '1',
    host_permissions: ours.host_permissions,
    background: { service_worker: 'background.js', type: 'module' },
    action: { default_popup: 'popup.html' },
    content_scripts: ours.content_scripts.map(({ matches, all_frames, run_at }) => ({
      matches,
      all_frames,
      run_at,
      js: ['page.js'],
    })),
  };
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'manifest.json'), JSON.stringify(manifest));
  writeFileSync(path.join(folder, 'popup.html'), EMPTY_POPUP);
  for (const file of ['background.js', 'page.js']) writeFileSync(path.join(folder, file), '');
  return folder;
}
