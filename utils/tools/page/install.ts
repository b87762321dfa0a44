import { fill } from './fill.ts';
import { look } from './look.ts';
import { readHeld } from './read-held.ts';
import { startPointing } from './point.ts';
import { readTest } from './read-test.ts';
import { newState, type PageState } from './state.ts';
import { TOOL_PAGE, type ToolPage } from './types.ts';

type Installed = ToolPage & { state: PageState };

/**
 * Leaves the page script on its world's global object, once for each document. Injected again (after
 * an update too) it keeps the state, so that a look made before still names the same document.
 * Own properties only: the page can put named elements in the global object's reach.
 */
export function installToolPage(scope: typeof globalThis, top: Document): void {
  const before = Object.hasOwn(scope, TOOL_PAGE)
    ? (Reflect.get(scope, TOOL_PAGE) as Installed)
    : null;
  const state = before?.state.version === 1 ? before.state : newState();
  const page: Installed = {
    state,
    look: (spec) => look(state, top, spec),
    fill: (order) => fill(state, top, order),
    readTest: (order) => readTest(state, top, order),
    readHeld: (order) => readHeld(state, top, order),
    point: (words) => startPointing(state, top, words),
  };
  Object.defineProperty(scope, TOOL_PAGE, { value: page, configurable: true });
}
