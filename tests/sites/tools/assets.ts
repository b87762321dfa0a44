import { readFileSync } from 'node:fs';
import path from 'node:path';
import { asset } from '../lib/reply.ts';
import { route, type Route } from '../lib/router.ts';

const CLIENT = path.join(import.meta.dirname, 'client');
const PREACT = path.resolve(import.meta.dirname, '../../../node_modules/preact');

const SCRIPTS: readonly (readonly [string, string])[] = [
  ['/assets/goq-form.js', path.join(CLIENT, 'goq-form.js')],
  ['/assets/ec-form.js', path.join(CLIENT, 'ec-form.js')],
  ['/assets/preact.mjs', path.join(PREACT, 'dist/preact.mjs')],
  ['/assets/hooks.mjs', path.join(PREACT, 'hooks/dist/hooks.mjs')],
];

/** Files that the tools' pages load; the framework is the real one from node_modules. */
export const toolAssets: Route[] = [
  ...SCRIPTS.map(([url, file]) =>
    route('GET', url, () => asset(readFileSync(file), 'text/javascript')),
  ),
  route('GET', '/assets/tools.css', () =>
    asset(readFileSync(path.join(CLIENT, 'tools.css')), 'text/css'),
  ),
];
