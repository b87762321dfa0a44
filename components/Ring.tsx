import type { Level } from '../utils/overview/types.ts';
import { t } from './say.ts';
import { daysLeftWords } from './words.ts';

/** A key lives 90 days (rms.md §5): the full ring. */
const FULL = 90;
const RADIUS = 18;
const ROUND = 2 * Math.PI * RADIUS;

/** Days left of the nearest expiry as a ring; an empty ring with a dash where no date is known. */
export function Ring({ daysLeft, level }: { daysLeft: number | null; level: Level }) {
  const part = partOf(daysLeft);
  return (
    <svg class={`ring ${level}`} viewBox="0 0 44 44" width="44" height="44" role="img">
      <title>
        {daysLeft === null ? t('days.none') : t('days.ring', [daysLeftWords(daysLeft, t)])}
      </title>
      <circle class="track" cx="22" cy="22" r={RADIUS} />
      {part > 0 && (
        <circle
          class="arc"
          cx="22"
          cy="22"
          r={RADIUS}
          stroke-dasharray={`${part * ROUND} ${ROUND}`}
          transform="rotate(-90 22 22)"
        />
      )}
      <text
        x="22"
        y="22"
        class={daysLeft === 0 ? 'word' : ''}
        text-anchor="middle"
        dominant-baseline="central"
        aria-hidden="true"
      >
        {centre(daysLeft)}
      </text>
    </svg>
  );
}

/** What is left of 90 days; a key past its date closes the ring in its own colour. */
function partOf(daysLeft: number | null): number {
  if (daysLeft === null) return 0;
  return daysLeft < 0 ? 1 : Math.min(1, daysLeft / FULL);
}

function centre(daysLeft: number | null): string {
  if (daysLeft === null) return '–';
  if (daysLeft === 0) return t('days.ringToday');
  return daysLeft < 0 ? '×' : String(daysLeft);
}
