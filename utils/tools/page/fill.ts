import { fieldName, type FieldResult, type FillOutcome } from '../../model/tool.ts';
import { locate } from './anchors.ts';
import { dateFor } from './dates.ts';
import { refuseField, refusePage } from './refuse.ts';
import { setValue } from './set.ts';
import type { PageState } from './state.ts';
import { watchTest } from './test-watch.ts';
import type { FillOrder, FillStep } from './types.ts';
import { type Control, placesIn } from './walk.ts';

/**
 * Fills each field or says why not. Never submits, never clicks, and puts the value before back where
 * the page did not take ours. Everything is checked anew before each field: a listener on the one
 * before may have changed the page.
 */
export async function fill(
  state: PageState,
  top: Document,
  order: FillOrder,
): Promise<FieldResult[]> {
  const results: FieldResult[] = [];
  for (const step of order.steps) {
    const outcome = await fillOne(state, top, order, step);
    results.push({ ...fieldName(step), outcome });
  }
  if (results.some(({ outcome }) => outcome === 'filled')) {
    state.filled = true;
    if (order.test) watchTest(state, top, order.test);
  }
  return results;
}

async function fillOne(
  state: PageState,
  top: Document,
  order: FillOrder,
  step: FillStep,
): Promise<FillOutcome> {
  await bringIntoView(state, top, step);
  // No turn of the page's own scripts may come between these checks and the setting.
  const places = placesIn(top);
  const pageRefusal = refusePage(state, top, places, order);
  if (pageRefusal) return pageRefusal;
  const found = locate(state, places, step);
  if (found.refused) return found.refused;
  const { control, place } = found;
  const value = step.field === 'expiresOn' ? dateFor(control, step.value) : step.value;
  const refusal = refuseField(control, place, value, order.domain);
  if (refusal) return refusal;
  const before = control.value;
  setValue(control, value);
  await settled(top);
  return checkTaken(state, top, step, { control, before, value });
}

/** Reads back, also where a framework drew the field anew; else restores. */
function checkTaken(
  state: PageState,
  top: Document,
  step: FillStep,
  set: { control: Control; before: string; value: string },
): FillOutcome {
  if (set.control.isConnected && set.control.value === set.value) return 'filled';
  const again = locate(state, placesIn(top), step);
  const now = again.refused ? set.control : again.control;
  if (now.isConnected && now.value === set.value) return 'filled';
  if (now.isConnected && now.value !== set.before) setValue(now, set.before);
  return 'notTaken';
}

async function bringIntoView(state: PageState, top: Document, step: FillStep): Promise<void> {
  const found = locate(state, placesIn(top), step);
  if (found.refused) return;
  for (const each of [found.control, ...found.place.frames]) {
    each.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
  }
  await settled(top);
}

/** Two drawn frames, in which frameworks do what they put off; a hidden tab draws none and has a limit. */
async function settled(top: Document): Promise<void> {
  const view = top.defaultView ?? globalThis;
  const frame = () => new Promise((resolve) => view.requestAnimationFrame(resolve));
  const limit = new Promise((resolve) => setTimeout(resolve, 250));
  await Promise.race([frame().then(frame), limit]);
  await new Promise((resolve) => setTimeout(resolve, 0));
}
