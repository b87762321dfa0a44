import { useEffect, useRef, useState } from 'preact/hooks';
import { ask } from '../../components/background.ts';
import { ErrorLine } from '../../components/ErrorLine.tsx';
import { t } from '../../components/say.ts';
import { useAction } from '../../components/useAction.ts';
import { taken } from '../../components/taken.ts';

interface Props {
  /** No key was found on the page: this is the next thing to try. */
  open: boolean;
  refresh: () => void;
}

/**
 * The fallback when no key is found. What is pasted is never held in state or in the DOM: it is read from
 * the fields, which are emptied before it is sent (promise 2).
 */
export function PasteBox({ open, refresh }: Props) {
  const [wanted, setWanted] = useState(false);
  const key = useRef<HTMLInputElement>(null);
  const secret = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (open) setWanted(true);
  }, [open]);
  const paste = useAction(async () => {
    const licenseKey = taken(key.current);
    const serviceSecret = taken(secret.current) || null;
    await ask('carry.paste', { licenseKey, serviceSecret });
    refresh();
  });
  return (
    <details class="paste" open={wanted} onToggle={(event) => setWanted(event.currentTarget.open)}>
      <summary>{t('popup.paste')}</summary>
      <form
        autoComplete="off"
        onSubmit={(event) => {
          event.preventDefault();
          paste.run();
        }}
      >
        <label>
          {t('popup.pasteKey')}
          <input ref={key} type="password" class="mono" required autoComplete="off" />
        </label>
        <label>
          {t('popup.pasteSecret')}
          <input ref={secret} type="password" class="mono" autoComplete="off" />
        </label>
        <div>
          <button type="submit" class="button" disabled={paste.busy}>
            {t('popup.pasteSubmit')}
          </button>
        </div>
        <ErrorLine code={paste.error} />
      </form>
    </details>
  );
}
