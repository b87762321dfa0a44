import type { UserManifest } from 'wxt';

/** The gecko id: fixed for ever, since Firefox ties storage to it. */
export const GECKO_ID = 'kagiban@kagiban.example';

export const RMS_HOSTS = 'https://*.rms.rakuten.co.jp/*';

/** What the manifest says beyond what the entrypoints add. `tests/unit/manifest.test.ts` holds the whole, exactly. */
export function manifestFor(browser: string): UserManifest {
  return {
    name: '__MSG_extension_name__',
    short_name: '__MSG_extension_shortName__',
    description: '__MSG_extension_description__',
    default_locale: 'ja',
    permissions: [
      'alarms',
      'storage',
      'unlimitedStorage',
      'notifications',
      'activeTab',
      'scripting',
      'idle',
      // The page that takes a copied key off the clipboard; Firefox has none.
      ...(browser === 'firefox' ? [] : ['offscreen']),
    ],
    ...(browser === 'firefox' ? {} : { optional_permissions: ['clipboardRead', 'clipboardWrite'] }),
    host_permissions: [RMS_HOSTS],
    optional_host_permissions: ['https://*/*', 'http://127.0.0.1/*', 'http://localhost/*'],
    content_security_policy: {
      extension_pages: "script-src 'self' 'wasm-unsafe-eval'; object-src 'self'",
    },
    // In every frame of the pages that are read, in the order of their names.
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
    action: { default_title: '__MSG_extension_name__' },
    ...(browser === 'firefox' ? firefoxOnly : { minimum_chrome_version: '120' }),
  };
}

const firefoxOnly: UserManifest = {
  browser_specific_settings: {
    gecko: {
      id: GECKO_ID,
      strict_min_version: '142.0',
      data_collection_permissions: { required: ['none'] },
    },
  },
};
