import type { Level, LicenseView } from '../utils/overview/types.ts';
import { t } from './say.ts';

// One path per level on a 16 px grid: ○ △ ▲ × ? … (never colour alone).
const PATHS: Record<Level, preact.ComponentChild> = {
  fine: <circle cx="8" cy="8" r="5.25" class="line" />,
  soon: <path d="M8 2.75 14 13.25H2Z" class="line" />,
  urgent: <path d="M8 1.75 15 14H1Z" class="fill" />,
  broken: (
    <>
      <rect x="1" y="1" width="14" height="14" rx="3" class="fill" />
      <path d="m5 5 6 6m0-6-6 6" class="cut" />
    </>
  ),
  unknown: (
    <path
      d="M5 5.6C5 3.9 6.3 2.8 8 2.8s3 1 3 2.6c0 2-3 2.2-3 4.2v.4M8 12.2v1.6"
      class="line thick"
    />
  ),
  waiting: (
    <>
      <circle cx="3" cy="8" r="1.6" class="fill" />
      <circle cx="8" cy="8" r="1.6" class="fill" />
      <circle cx="13" cy="8" r="1.6" class="fill" />
    </>
  ),
};

/** The shape of a level; the word stands beside it, so it is hidden from screen readers. */
export const Shape = ({ level }: { level: Level }) => (
  <svg class={`shape ${level}`} viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
    {PATHS[level]}
  </svg>
);

/** A key that is over and done with must not be called fine: its successor is. */
export const LevelWord = ({ view }: { view: Pick<LicenseView, 'level' | 'replaced'> }) => (
  <span class={`level ${view.level}`}>
    {t(view.replaced && view.level === 'fine' ? 'level.replaced' : `level.${view.level}`)}
  </span>
);
