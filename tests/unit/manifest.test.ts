import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';

// A build of its own: .output/ may be of yesterday.
const ROOT = path.resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(path.join(tmpdir(), 'kagiban-manifest-'));
const manifests: Record<string, unknown> = {};

async function builtManifest(browser: string): Promise<unknown> {
  const script = path.join(ROOT, 'scripts/lib/build-to.ts');
  await promisify(execFile)(process.execPath, [script, browser, folder], { cwd: ROOT });
  return JSON.parse(readFileSync(path.join(folder, `${browser}-mv3/manifest.json`), 'utf8'));
}

beforeAll(async () => {
  for (const browser of ['chrome', 'firefox']) manifests[browser] = await builtManifest(browser);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

// Whoever changes one of these lines changes what every shop is asked to trust: docs/permissions.md
// says why each is there. A permission added to `permissions` or `host_permissions` switches the
// extension off at everybody's until they agree.
const both = {
  manifest_version: 3,
  name: '__MSG_extension_name__',
  short_name: '__MSG_extension_shortName__',
  description: '__MSG_extension_description__',
  version: '0.1.0',
  default_locale: 'ja',
  icons: { 16: 'icon/16.png', 32: 'icon/32.png', 48: 'icon/48.png', 128: 'icon/128.png' },
  permissions: [
    'alarms',
    'storage',
    'unlimitedStorage',
    'notifications',
    'activeTab',
    'scripting',
    'idle',
  ],
  host_permissions: ['https://*.rms.rakuten.co.jp/*'],
  optional_host_permissions: ['https://*/*', 'http://127.0.0.1/*', 'http://localhost/*'],
  content_security_policy: {
    extension_pages: "script-src 'self' 'wasm-unsafe-eval'; object-src 'self'",
  },
  action: { default_title: '__MSG_extension_name__', default_popup: 'popup.html' },
  content_scripts: [
    {
      matches: [
        'https://ichiba-bs.rms.rakuten.co.jp/*',
        'https://mainmenu.rms.rakuten.co.jp/*',
        'https://webservice.rms.rakuten.co.jp/*',
      ],
      all_frames: true,
      run_at: 'document_idle',
      js: ['rms-gate.js'],
    },
  ],
};

test('the manifest of Chrome is exactly this', () => {
  expect(manifests['chrome']).toEqual({
    ...both,
    permissions: [...both.permissions, 'offscreen'],
    optional_permissions: ['clipboardRead', 'clipboardWrite'],
    minimum_chrome_version: '120',
    background: { type: 'module', service_worker: 'background.js' },
  });
});

test('the manifest of Firefox is exactly this', () => {
  expect(manifests['firefox']).toEqual({
    ...both,
    background: { type: 'module', scripts: ['background.js'] },
    browser_specific_settings: {
      gecko: {
        id: 'kagiban@kagiban.example',
        strict_min_version: '142.0',
        data_collection_permissions: { required: ['none'] },
      },
    },
  });
});
