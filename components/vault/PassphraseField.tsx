import type { Ref } from 'preact';
import { prepareToDerive } from './derive.ts';

interface Props {
  label: string;
  input: Ref<HTMLInputElement>;
  hint?: string;
}

/** What is typed here is in the field only: whoever reads it empties it (`taken`). */
export const PassphraseField = ({ label, input, hint }: Props) => (
  <label>
    {label}
    <input
      ref={input}
      type="password"
      required
      maxLength={300}
      // No other program is to keep it: it is the one thing that opens the vault.
      autoComplete="off"
      onFocus={prepareToDerive}
    />
    {hint && <span class="quiet">{hint}</span>}
  </label>
);
