import type { Life } from './page.ts';

const ORPHAN_CHECK_MS = 5000;

const scope = globalThis as { endKagiban?: () => void };

/**
 * Begins the life of our scripts in this frame, and ends the one that was begun here before. `isAlive` is false
 * once the extension is gone; what it leaves in a page ends by itself.
 */
export function beginLife(isAlive: () => boolean): Life {
  const atEnd: (() => void)[] = [];
  let over = false;
  const end = (): void => {
    if (over) return;
    over = true;
    for (const act of atEnd) act();
  };
  /** Nothing tells an orphan that it is one: where something has to end with it, it asks. */
  const whenOver = (act: () => void): void => {
    if (over) return act();
    if (atEnd.length === 0) {
      const check = setInterval(() => life.isInvalid, ORPHAN_CHECK_MS);
      atEnd.push(() => clearInterval(check));
    }
    atEnd.push(act);
  };
  const life: Life = {
    get isInvalid() {
      if (!isAlive()) end();
      return over;
    },
    onInvalidated: whenOver,
    listen(target, type, act) {
      const options = { passive: true, capture: true };
      target.addEventListener(type, act, options);
      whenOver(() => target.removeEventListener(type, act, options));
    },
  };
  scope.endKagiban?.();
  scope.endKagiban = end;
  return life;
}
