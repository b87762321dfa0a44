import { useEffect, useState } from 'preact/hooks';

/** After the page was opened (DESIGN §5: a click meant for what lay beneath must move no key). */
const AFTER_OPENING = 500;
/** After the button itself appeared under the pointer. */
const AFTER_APPEARING = 300;

/** Is a button that moves a key ready to be pressed? False at first, true for good after a moment. */
export function useArmed(): boolean {
  const [armed, setArmed] = useState(false);
  useEffect(() => {
    const wait = Math.max(AFTER_OPENING - performance.now(), AFTER_APPEARING);
    const timer = setTimeout(() => setArmed(true), wait);
    return () => clearTimeout(timer);
  }, []);
  return armed;
}
