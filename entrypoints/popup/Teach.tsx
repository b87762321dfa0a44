import { useState } from 'preact/hooks';
import { ask } from '../../components/background.ts';
import { ErrorLine } from '../../components/ErrorLine.tsx';
import { t } from '../../components/say.ts';
import { useAction } from '../../components/useAction.ts';
import type { PointedInFront } from '../../utils/tools/custom.ts';
import { PointButton } from './PointPanel.tsx';

interface Props {
  tabId: number;
  pointed: PointedInFront;
  /** Called once it is learnt. */
  taught: () => void;
}

const KINDS = ['licenseKey', 'serviceSecret', 'expiresOn'] as const;
type Kind = (typeof KINDS)[number];

/** The field that the person pointed at: what it is, and what its tool is called. */
export function Teach({ tabId, pointed, taught }: Props) {
  const { origin, domain, title, labels } = pointed;
  const [name, setName] = useState(title.slice(0, 60));
  const [field, setField] = useState<Kind>('licenseKey');
  const teach = useAction(async () => {
    await ask('tool.teach', { tabId, origin, name: name.trim(), field });
    taught();
  });
  return (
    <section class="panel front" aria-label={t('popup.page')} data-kagiban="teach">
      <p class="domain">{domain}</p>
      <p>{labels.length > 0 ? t('popup.pointed', [labels[0] ?? '']) : t('popup.pointedBare')}</p>
      <form
        class="paste"
        onSubmit={(event) => {
          event.preventDefault();
          teach.run();
        }}
      >
        <label>
          {t('popup.teachField')}
          <select value={field} onChange={(event) => setField(event.currentTarget.value as Kind)}>
            {KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {t(`popup.fieldKind.${kind}`)}
              </option>
            ))}
          </select>
        </label>
        <label>
          {t('popup.teachName')}
          <input
            value={name}
            maxLength={60}
            required
            onInput={(event) => setName(event.currentTarget.value)}
          />
        </label>
        <div class="buttons">
          <button type="submit" class="button primary" disabled={teach.busy}>
            {t('popup.teach')}
          </button>
        </div>
        <ErrorLine code={teach.error} />
      </form>
      <PointButton tabId={tabId} />
    </section>
  );
}
