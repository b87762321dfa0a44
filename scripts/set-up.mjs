// Makes this machine ready, then runs the script named behind its own options:
//   node scripts/set-up.mjs [--test] [--no-browser] [script.ts [arguments…]]
// It runs before anything is installed: Node 20, built-ins only, nothing from node_modules.
//
// Why it starts the script itself: in `node set-up.mjs && node x.ts`, dash remembers where it found the
// first `node` and uses it again, so on a fresh clone the second one would still be the machine's Node 20.
import { browsers } from './set-up/browsers.mjs';
import { packages } from './set-up/packages.mjs';
import { runtime, runScript } from './set-up/runtime.mjs';
import { stop } from './set-up/say.mjs';

const OWN = new Set(['--test', '--no-browser']);
const args = process.argv.slice(2);
const firstOther = args.findIndex((arg) => !OWN.has(arg));
const own = new Set(firstOther < 0 ? args : args.slice(0, firstOther));
const [script, ...rest] = firstOther < 0 ? [] : args.slice(firstOther);

try {
  packages();
  const node = runtime();
  if (!own.has('--no-browser')) browsers({ forTests: own.has('--test') });
  if (script !== undefined) await runScript(node, script, rest);
} catch (error) {
  stop(error);
}
