import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';

// Where each system puts them, in the order of our preference.
const CHROMIUMS = {
  linux: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome-stable',
    '/usr/bin/google-chrome',
    '/opt/google/chrome/chrome',
    '/usr/bin/microsoft-edge-stable',
    '/usr/bin/microsoft-edge',
    '/snap/bin/chromium',
  ],
  darwin: [
    'Chromium.app/Contents/MacOS/Chromium',
    'Google Chrome.app/Contents/MacOS/Google Chrome',
    'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ].flatMap(inApplications),
  win32: [
    'Chromium\\Application\\chrome.exe',
    'Google\\Chrome\\Application\\chrome.exe',
    'Microsoft\\Edge\\Application\\msedge.exe',
  ].flatMap(inProgramFiles),
};

const FIREFOXES = {
  linux: ['/usr/bin/firefox-esr', '/usr/bin/firefox', '/usr/lib/firefox/firefox'],
  darwin: inApplications('Firefox.app/Contents/MacOS/firefox'),
  win32: inProgramFiles('Mozilla Firefox\\firefox.exe'),
};

function inApplications(app) {
  return [`/Applications/${app}`, path.join(homedir(), 'Applications', app)];
}

function inProgramFiles(program) {
  return ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
    .map((name) => process.env[name])
    .filter((folder) => folder !== undefined)
    .map((folder) => path.win32.join(folder, program));
}

const firstThere = (paths) => (paths ?? []).find((file) => existsSync(file)) ?? null;

/** Path of a browser with Chromium inside, or null. `KAGIBAN_BROWSER` names one. */
export const findChromium = () =>
  process.env.KAGIBAN_BROWSER ?? firstThere(CHROMIUMS[process.platform]);

/** Path of a Firefox, or null. `KAGIBAN_FIREFOX` names one. */
export const findFirefox = () =>
  process.env.KAGIBAN_FIREFOX ?? firstThere(FIREFOXES[process.platform]);
