import { useEffect, useRef } from 'preact/hooks';
import type { RefObject } from 'preact';

/**
 * Brings an answer into view that came below the fold, when `answer` has changed after a press; what stands at
 * the opening stays where it is. Null and false are no answer.
 */
export function useIntoView(answer: unknown): RefObject<HTMLDivElement | null> {
  const ref = useRef<HTMLDivElement>(null);
  const last = useRef(answer);
  useEffect(() => {
    const isNew = last.current !== answer && answer !== null && answer !== false;
    last.current = answer;
    if (isNew) ref.current?.scrollIntoView({ block: 'nearest' });
  }, [answer]);
  return ref;
}
