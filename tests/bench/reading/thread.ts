import type { Page } from '@playwright/test';

/** The program text that ran in a page, in ms of its thread's own time: other work on the machine does not count. */
export interface Scripts {
  total: number;
  /** The longest stretch. */
  longest: number;
}

interface TraceEvent {
  name: string;
  tdur?: number;
}

const STRETCH = /^(TimerFire|EvaluateScript|RunMicrotasks)$/;

/** Traces the scripts of a page while `act` runs. What a debugger calls is not among them: start it by a timer. */
export async function scriptsIn(page: Page, act: () => Promise<unknown>): Promise<Scripts> {
  const session = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) =>
    events.push(...(value as unknown as TraceEvent[])),
  );
  const done = new Promise<void>((resolve) =>
    session.once('Tracing.tracingComplete', () => resolve()),
  );
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['devtools.timeline'], excludedCategories: ['*'] },
  });
  await act();
  await session.send('Tracing.end');
  await done;
  await session.detach();
  const times = events
    .filter(({ name }) => STRETCH.test(name))
    .map(({ tdur }) => (tdur ?? 0) / 1000);
  return { total: times.reduce((a, b) => a + b, 0), longest: Math.max(0, ...times) };
}

/** All that a page's main thread works while `act` runs, in ms of its own time. */
export async function workIn(page: Page, act: () => Promise<unknown>): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const worked = async (): Promise<number> => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN;
  };
  const before = await worked();
  await act();
  const after = await worked();
  await session.detach();
  return (after - before) * 1000;
}
