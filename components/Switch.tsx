import { ErrorLine } from './ErrorLine.tsx';
import type { Action } from './useAction.ts';
import type { ErrorCode } from '../utils/model/errors.ts';

interface Props {
  name: string;
  label: string;
  hint: string;
  on: boolean;
  set: Action<[boolean]>;
  /** Its own words for some errors; null = the usual ones. */
  words?: (error: ErrorCode) => string | null;
}

/** A check box that shows what is so, not what was wished, until the background has done it. */
export const Switch = ({ name, label, hint, on, set, words }: Props) => {
  const own = set.error && words?.(set.error);
  return (
    <div class="card">
      <label class="check">
        <input
          type="checkbox"
          name={name}
          checked={on}
          disabled={set.busy}
          onChange={(event) => {
            const next = event.currentTarget.checked;
            event.currentTarget.checked = on;
            set.run(next);
          }}
        />
        {label}
        <span class="quiet">{hint}</span>
      </label>
      {own ? <p role="alert">{own}</p> : <ErrorLine code={set.error} />}
    </div>
  );
};
