import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { hasPostgres, install, isDebian, isRoot, missing } from './debian.mjs';
import { findChromium, findFirefox } from './known-browsers.mjs';
import { ROOT } from './root.mjs';
import { say, SetUpError } from './say.mjs';

const MACHINE_FILE = path.join(ROOT, '.cache/kagiban/machine.json');

/** What Debian needs on top of what is found. Without l10n Chromium speaks English only. */
function debianPackages({ chromium, firefox, forTests }) {
  const ownChromium = chromium === null || chromium === '/usr/bin/chromium';
  const ownFirefox = firefox === null || firefox === '/usr/bin/firefox-esr';
  return [
    ...(ownChromium ? ['chromium', 'chromium-l10n'] : []),
    'fonts-noto-cjk',
    ...(forTests && ownFirefox ? ['firefox-esr', 'firefox-esr-l10n-ja'] : []),
    // A screen and keys, to answer the browser's own questions.
    ...(forTests ? ['xvfb', 'xdotool'] : []),
    // The companion's tests start a database server of their own.
    ...(forTests && !hasPostgres() ? ['postgresql'] : []),
  ];
}

function askForBrowsers({ chromium, firefox, forTests }) {
  if (chromium === null) {
    throw new SetUpError(
      'no browser found. Install Chromium, Google Chrome or Microsoft Edge, or name one with KAGIBAN_BROWSER=/path/to/it.',
    );
  }
  if (forTests && firefox === null) {
    throw new SetUpError(
      'the tests need Firefox too. Install it, or name one with KAGIBAN_FIREFOX=/path/to/it.',
    );
  }
}

function checkNamed(variable) {
  const named = process.env[variable];
  if (named !== undefined && !existsSync(named)) {
    throw new SetUpError(`${variable} names ${named}, and there is no such file.`);
  }
}

function completeDebian(found) {
  const names = missing(debianPackages(found));
  if (names.length === 0) return;
  if (isRoot()) return install(names);
  const command = `sudo apt-get install --no-install-recommends ${names.join(' ')}`;
  if (found.chromium === null || (found.forTests && found.firefox === null)) {
    throw new SetUpError(`please run: ${command}`);
  }
  say(`for Japanese text and for all tests, please run: ${command}`);
}

/**
 * Finds (on Debian as root: installs) the browsers and a Japanese font, and writes their paths to
 * .cache/kagiban/machine.json for the other scripts. Throws `SetUpError`.
 */
export function browsers({ forTests }) {
  checkNamed('KAGIBAN_BROWSER');
  checkNamed('KAGIBAN_FIREFOX');
  const look = () => ({ chromium: findChromium(), firefox: findFirefox(), forTests });
  if (isDebian()) completeDebian(look());
  const found = look();
  askForBrowsers(found);
  mkdirSync(path.dirname(MACHINE_FILE), { recursive: true });
  const { chromium, firefox } = found;
  writeFileSync(MACHINE_FILE, `${JSON.stringify({ chromium, firefox }, null, 2)}\n`);
}
