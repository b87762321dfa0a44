interface Props {
  label: string;
  value: string;
  onValue: (value: string) => void;
  hint?: string;
  type?: 'text' | 'email' | 'url' | 'password';
  /** Shown in the type of keys, so that similar letters can be told apart. */
  mono?: boolean;
  required?: boolean;
  maxLength?: number;
}

/** A labelled input, with a line below it that says what belongs there. */
export const TextField = ({ label, value, onValue, hint, ...rest }: Props) => {
  const { type = 'text', mono = false, required = true, maxLength = 300 } = rest;
  return (
    <label>
      {label}
      <input
        // Preact's types tell the kinds apart; one input may be any of these.
        type={type as 'text'}
        class={mono ? 'mono' : undefined}
        required={required}
        maxLength={maxLength}
        // A password manager must not offer to keep a token, nor to put one in.
        autoComplete={type === 'password' ? 'new-password' : 'off'}
        value={value}
        onInput={(event) => onValue(event.currentTarget.value)}
      />
      {hint && <span class="quiet">{hint}</span>}
    </label>
  );
};
