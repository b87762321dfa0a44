import type { ComponentChildren } from 'preact';
import type { Level } from '../utils/overview/types.ts';
import { Shape } from './Shape.tsx';

interface Props {
  level: Level;
  children: ComponentChildren;
  /** `alert` speaks at once: for what a person must not miss. */
  role?: 'alert' | 'status';
  data?: Record<`data-${string}`, string>;
}

/** One line (or a few) that says what is the matter, with a shape. */
export const Notice = ({ level, children, role, data }: Props) => (
  <div class={`notice ${level}`} role={role} {...data}>
    <Shape level={level} />
    <div class="notice-text">{children}</div>
  </div>
);
