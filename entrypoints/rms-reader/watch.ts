import { endOfJstDay, jstDateOf } from '../../utils/calendar/jst.ts';
import { besideKeys } from '../../utils/rms/beside.ts';
import type { PageNote } from '../../utils/overview/note.ts';
import { type Inspection, inspecting } from '../../utils/rms/inspect.ts';
import { dueAt } from '../../utils/rms/quiet.ts';
import type { Sliced } from '../../utils/rms/sliced.ts';
import { makeLines } from '../rms-gate/lines.ts';
import { makeBlocks } from './blocks.ts';
import { makeMarks } from './marks.ts';
import { makeObserver } from './observe.ts';
import type { Life, Page } from '../rms-gate/page.ts';
import { makeReports } from './report.ts';
import { makeSlices } from './slices.ts';

/** Reads the page whenever it has changed, reports what may be said, and keeps the marks in line. */
export function keepWatch(life: Life, page: Page): void {
  const { document } = page;
  const marks = makeMarks(page);
  const lines = makeLines(page);
  const blocks = makeBlocks(page);
  let last = '';
  let since = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let retry: ReturnType<typeof setTimeout> | undefined;

  const reports = makeReports(
    page,
    (problem) => lines.set('notice', problem && page.t(problem), latest?.heading ?? null),
    (notes) => {
      told = notes;
      tell();
    },
    (ms) => {
      retry = setTimeout(observer.wake, ms);
    },
  );
  let latest: Inspection | null = null;
  let told: readonly PageNote[] = [];
  const tell = (): void =>
    blocks.show(told, lines.at('unreadable') ?? latest?.aside ?? latest?.heading ?? null);

  function* looking(): Sliced<void> {
    const started = performance.now();
    // A page that has not changed says the same; only its quiet has grown.
    const unchanged = latest !== null && !observer.changed();
    const inspection =
      unchanged && latest
        ? latest
        : yield* inspecting(document, {
            at: page.now(),
            url: document.location.href,
            beside: besideKeys,
          });
    latest = inspection;
    const key = JSON.stringify({ ...inspection.reading, at: 0 });
    const fresh = key !== last;
    if (fresh) [last, since] = [key, started];
    yield;
    const { reading, againIn } = dueAt(inspection.reading, started - since);
    if (reading) reports.send(reading);
    yield* marks.show(inspection, fresh);
    const alarm = reading?.pageClass === 'unreadable';
    // What the ledger said of another page is not true of this one.
    if (reading === null && againIn === null) told = [];
    tell();
    lines.set('unreadable', alarm ? page.t('mark.unreadable') : null, inspection.heading);
    observer.settle(inspection.relevant);
    clearTimeout(timer);
    if (againIn !== null) timer = setTimeout(look, againIn + 50);
  }
  const look = (): number => {
    if (life.isInvalid) return 0;
    const started = performance.now();
    slices.run(looking());
    return performance.now() - started;
  };

  const observer = makeObserver(life, document, look);
  const slices = makeSlices({
    changed: () => life.isInvalid || observer.changed(),
    dropped: observer.wake,
    paused: (spent) => {
      observer.forget();
      observer.spent(spent);
    },
  });
  // The marks count days: they change at midnight in Japan, also on a page left open.
  const toMidnight = endOfJstDay(jstDateOf(page.now())) + 1000 - page.now();
  const midnight = setTimeout(observer.wake, toMidnight);
  life.onInvalidated(() => {
    observer.stop();
    slices.drop();
    clearTimeout(timer);
    clearTimeout(midnight);
    clearTimeout(retry);
    marks.remove();
    lines.remove();
    blocks.remove();
  });
  look();
  life.listen(document, 'visibilitychange', observer.wake);
}
