import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { run, gist } from './run.mjs';
import { say, SetUpError } from './say.mjs';

/** Debian itself: Ubuntu's `chromium` package is only a pointer to a snap. */
export function isDebian() {
  const file = '/etc/os-release';
  return existsSync(file) && /^ID="?debian"?$/m.test(readFileSync(file, 'utf8'));
}

/** Is there a PostgreSQL server, of whatever version? Debian keeps each in a folder of its own. */
export function hasPostgres() {
  const folder = '/usr/lib/postgresql';
  const versions = existsSync(folder) ? readdirSync(folder) : [];
  return versions.some((version) => existsSync(`${folder}/${version}/bin/initdb`));
}

export const isRoot = () => process.getuid?.() === 0;

/** Those of the packages that dpkg does not know as installed. */
export function missing(names) {
  const { output } = run('dpkg-query', ['-W', '-f=${Package} ${db:Status-Status}\n', ...names]);
  const there = new Set(
    output
      .split('\n')
      .filter((line) => line.endsWith(' installed'))
      .map((line) => line.split(' ')[0]),
  );
  return names.filter((name) => !there.has(name));
}

/** Installs the packages with apt, as root. Throws `SetUpError` with apt's last lines. */
export function install(names) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args) => run('apt-get', ['-o', 'Acquire::Retries=3', ...args], { env });
  say(`installing ${names.join(', ')} with apt (a minute or two)`);
  const update = apt('update');
  const done = apt('install', '-y', '--no-install-recommends', ...names);
  if (!done.ok) {
    const reason = update.ok ? done.output : `${update.output}\n${done.output}`;
    throw new SetUpError(`apt-get could not install ${names.join(' ')}.\n${gist(reason)}`);
  }
  say('installed');
}
