import { useState } from 'preact/hooks';
import { ask } from '../../components/background.ts';
import { ErrorLine } from '../../components/ErrorLine.tsx';
import { KeyButton } from '../../components/KeyButton.tsx';
import { Notice } from '../../components/Notice.tsx';
import { t } from '../../components/say.ts';
import { useAction } from '../../components/useAction.ts';
import type { Known } from '../../components/useLedger.ts';
import type { CarriedInfo } from '../../utils/model/carry.ts';
import { carriedLife, carriedName } from './carriedWords.ts';
import { KeyCheck } from './KeyCheck.tsx';

interface Props {
  info: CarriedInfo;
  known: Known | null;
  refresh: () => void;
}

/** One carried key: its name and what can be done with it. The key itself is never here. */
export function CarriedKey({ info, known, refresh }: Props) {
  const drop = useAction(async () => {
    await ask('carry.drop', { carryId: info.id });
    refresh();
  });
  return (
    <div class="panel" data-kagiban="carried" data-last4={info.last4}>
      <div>
        <strong>{carriedName(info, known)}</strong>
        <p class="quiet">
          {t(info.hasSecret ? 'popup.carriedBoth' : 'popup.carriedKey')} · {carriedLife(info)}
        </p>
      </div>
      {info.warnings.map((warning) => (
        <Notice key={warning} level="soon" data={{ 'data-warning': warning }}>
          {t(`carry.${warning}`)}
        </Notice>
      ))}
      <Copies info={info} />
      <KeyCheck info={info} refresh={refresh} />
      <div class="buttons">
        <button type="button" class="button" disabled={drop.busy} onClick={drop.run}>
          {t('popup.drop')}
        </button>
      </div>
      <ErrorLine code={drop.error} />
    </div>
  );
}

function Copies({ info }: { info: CarriedInfo }) {
  const [copied, setCopied] = useState(false);
  const copy = useAction(async (part: 'licenseKey' | 'serviceSecret') => {
    setCopied(false);
    const { text } = await ask('carry.copy', { carryId: info.id, part });
    await navigator.clipboard.writeText(text);
    setCopied(true);
  });
  const data = { 'data-last4': info.last4 } as const;
  return (
    <>
      <div class="buttons">
        <KeyButton moves="copy" data={data} busy={copy.busy} onPress={() => copy.run('licenseKey')}>
          {t('popup.copyKey')}
        </KeyButton>
        {info.hasSecret && (
          <KeyButton
            moves="copy-secret"
            data={data}
            busy={copy.busy}
            onPress={() => copy.run('serviceSecret')}
          >
            {t('popup.copySecret')}
          </KeyButton>
        )}
      </div>
      {copied && (
        <Notice level="fine" role="status">
          {t('popup.copied')}
        </Notice>
      )}
      <ErrorLine code={copy.error} />
    </>
  );
}
