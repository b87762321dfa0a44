/** The browser grows a popup with its content within a frame or two; what is still cut off then, stays so. */
const GROWN_AFTER_MS = 200;
/** Less than this is a popup that has not grown yet. */
const LOWEST_PX = 400;

/**
 * On a low screen the browser gives a popup less than the 600 px that it may have, and the whole page
 * would scroll, its head too. Then the list is made to fit what there is. `max-height: 100vh` would not
 * do: the popup takes its height from the content.
 */
export function fitWindow(app: HTMLElement): void {
  const fit = (): void => {
    const cut = document.documentElement.scrollHeight > window.innerHeight + 1;
    if (cut) app.style.maxHeight = `${Math.max(LOWEST_PX, window.innerHeight)}px`;
  };
  let timer: ReturnType<typeof setTimeout> | undefined;
  new ResizeObserver(() => {
    clearTimeout(timer);
    timer = setTimeout(fit, GROWN_AFTER_MS);
  }).observe(app);
}
