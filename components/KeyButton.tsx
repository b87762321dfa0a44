import type { ComponentChildren } from 'preact';
import { useArmed } from './useArmed.ts';

interface Props {
  /** What it moves: the outside contract's word (DESIGN §6). */
  moves: 'carry' | 'copy' | 'copy-secret' | 'copy-token' | 'fill' | 'vault-take';
  /** `data-last4` of a copy, `data-tool` of a fill. */
  data?: Record<`data-${string}`, string>;
  primary?: boolean;
  busy?: boolean;
  onPress: () => void;
  children: ComponentChildren;
}

/** A button that moves a key: inert for a moment after opening, and it shows that it is getting ready. */
export function KeyButton({ moves, data, primary, busy, onPress, children }: Props) {
  const armed = useArmed();
  const ready = armed && !busy;
  return (
    <button
      type="button"
      class={`button${primary ? ' primary' : ''}${armed ? '' : ' arming'}`}
      data-kagiban={moves}
      aria-disabled={!ready}
      aria-busy={busy ?? false}
      onClick={() => ready && onPress()}
      {...data}
    >
      {children}
    </button>
  );
}
