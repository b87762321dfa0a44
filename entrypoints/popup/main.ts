// The shell in index.html is on the screen before the program is even fetched: a popup has to be there at
// the click. The browser tells of the first paint; where nothing is painted (a tab in the background)
// nobody tells, and the program starts after a moment all the same.
const AT_LATEST_MS = 300;

const waited = Promise.withResolvers<void>();
new PerformanceObserver(() => waited.resolve()).observe({ type: 'paint', buffered: true });
setTimeout(() => waited.resolve(), document.visibilityState === 'hidden' ? 0 : AT_LATEST_MS);

void waited.promise.then(() => import('./start.tsx'));
