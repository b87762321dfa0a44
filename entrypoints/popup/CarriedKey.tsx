import { useState } from 'preact/hooks';
import { ask } from '../../components/background.ts';
import { ErrorLine } from '../../components/ErrorLine.tsx';
import { KeyButton } from '../../components/KeyButton.tsx';
import { Notice } from '../../components/Notice.tsx';
import { t } from '../../components/say.ts';
import { useAction } from '../../components/useAction.ts';
import type { Known } from '../../components/useLedger.ts';
import type { Status } from '../../utils/messages/protocol.ts';
import type { CarriedInfo } from '../../utils/model/carry.ts';
import type { KeyTest } from '../../utils/model/key-test.ts';
import { carriedLife, carriedName } from './carriedWords.ts';
import { AskCompanion } from './AskCompanion.tsx';
import { Compare } from './Compare.tsx';
import { Keep } from './Keep.tsx';
import { TestResult } from './TestResult.tsx';
import { useIntoView } from './useIntoView.ts';
import { WatchKey } from './WatchKey.tsx';

interface Props {
  info: CarriedInfo;
  known: Known | null;
  /** There is a vault that it can be put into. */
  canHold: boolean;
  companion: Status['companion'];
  refresh: () => void;
}

/** One carried key: its name and what can be done with it. The key itself is never here. */
export function CarriedKey({ info, known, canHold, companion, refresh }: Props) {
  const [copied, setCopied] = useState<boolean | null>(null);
  const [test, setTest] = useState<KeyTest | null>(null);
  const [asking, setAsking] = useState(false);
  const copy = useAction(async (part: 'licenseKey' | 'serviceSecret') => {
    setCopied(null);
    const { text } = await ask('carry.copy', { carryId: info.id, part });
    // The browser refuses when the popup has lost the focus meanwhile.
    const written = navigator.clipboard.writeText(text);
    setCopied(
      await written.then(
        () => true,
        () => false,
      ),
    );
  });
  const check = useAction(async () => {
    setAsking(false);
    setTest(await ask('keytest.run', { carryId: info.id }));
    refresh();
  });
  const hold = useAction(async () => {
    await ask('vault.hold', { carryId: info.id });
    refresh();
  });
  const drop = useAction(async () => {
    await ask('carry.drop', { carryId: info.id });
    refresh();
  });
  const question = useIntoView(asking);
  const verdict = useIntoView(test);
  const data = { 'data-last4': info.last4 } as const;
  return (
    <div class="inner" data-kagiban="carried" {...data}>
      <Named info={info} known={known} />
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
        <button
          type="button"
          class="button"
          data-kagiban="test"
          disabled={check.busy}
          onClick={() => (companion && companion.keys === null ? setAsking(true) : check.run())}
        >
          {t(check.busy ? 'popup.testing' : 'popup.testKey')}
        </button>
        <button
          type="button"
          class="button"
          data-kagiban="drop"
          disabled={drop.busy}
          onClick={drop.run}
        >
          {t('popup.drop')}
        </button>
        {canHold && (
          <button
            type="button"
            class="button"
            data-kagiban="hold"
            disabled={hold.busy}
            onClick={hold.run}
          >
            {t('vault.hold')}
          </button>
        )}
      </div>
      {copied !== null && (
        <Notice level={copied ? 'fine' : 'unknown'} role="status">
          {t(copied ? 'popup.copied' : 'popup.copyFailed')}
          {copied && <p class="quiet">{t('vault.clipboardKeeps')}</p>}
        </Notice>
      )}
      {asking && companion && (
        <div ref={question}>
          <AskCompanion address={companion.address} answered={check.run} />
        </div>
      )}
      <Compare info={info} known={known} />
      {test && <TestResult test={test} />}
      {test?.verdict === 'notYetActive' && info.keepUntil === null && (
        <Keep carryId={info.id} refresh={refresh} />
      )}
      {test?.verdict === 'valid' && companion?.keys === true && isOwn(info, known) && (
        <WatchKey carryId={info.id} address={companion.address} />
      )}
      {test && <div ref={verdict} />}
      <ErrorLine code={copy.error ?? check.error ?? hold.error ?? drop.error} />
    </div>
  );
}

/** The shop's own app has both halves; what a vendor's app shows is half a key. */
const isOwn = ({ appId, hasSecret }: CarriedInfo, known: Known | null): boolean =>
  hasSecret && known?.ledger.apps.find(({ id }) => id === appId)?.owner === 'shop';

const Named = ({ info, known }: Pick<Props, 'info' | 'known'>) => (
  <>
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
  </>
);
