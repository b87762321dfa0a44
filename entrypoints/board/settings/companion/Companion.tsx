import { ask } from '../../../../components/background.ts';
import { ErrorLine } from '../../../../components/ErrorLine.tsx';
import { t } from '../../../../components/say.ts';
import { useAction } from '../../../../components/useAction.ts';
import type { Known } from '../../../../components/useLedger.ts';
import type { StatusState } from '../../../../components/useStatus.ts';
import { formatMoment } from '../../../../components/words.ts';
import type { Status } from '../../../../utils/messages/protocol.ts';
import { CalendarLinks } from './CalendarLinks.tsx';
import { HandOver } from './HandOver.tsx';
import { PairForm } from './PairForm.tsx';
import { People } from './People.tsx';
import { useTold } from './useTold.ts';
import { Watches } from './Watches.tsx';

interface Props {
  background: StatusState;
  known: Known;
}

/** コンパニオン: connect, see what it is connected to, disconnect. */
export const Companion = ({ background: { status, refresh }, known }: Props) => (
  <section aria-labelledby="companion-title">
    <h2 id="companion-title">{t('board.companionTitle')}</h2>
    <p class="quiet">{t('board.companionIntro')}</p>
    {status?.companion && (
      <>
        <Paired companion={status.companion} now={known.now} refresh={refresh} />
        <Told address={status.companion.address} known={known} />
      </>
    )}
    {status && !status.companion && <PairForm paired={refresh} />}
  </section>
);

function Told({ address, known }: { address: string; known: Known }) {
  const { channels, watches, people, links, waits, error } = useTold();
  if (waits) {
    return (
      <p class="quiet" role="status">
        {t('board.companionLooking')}
      </p>
    );
  }
  if (error) return <ErrorLine code={error} />;
  const { ledger, now } = known;
  return (
    <>
      <HandOver asked={channels} address={address} targets={ledger.targets} now={now} />
      <Watches asked={watches} now={now} />
      <People asked={people} now={now} />
      <CalendarLinks asked={links} known={known} />
    </>
  );
}

const KEYS_WORDS = {
  true: 'board.companionKeysThere',
  false: 'board.companionKeysHere',
  null: 'board.companionKeysUnasked',
} as const;

interface PairedProps {
  companion: NonNullable<Status['companion']>;
  now: Known['now'];
  refresh: () => void;
}

function Paired({ companion, now, refresh }: PairedProps) {
  const unpair = useAction(async () => {
    await ask('companion.unpair', {});
    refresh();
  });
  const keys = useAction(async (allowed: boolean) => {
    await ask('companion.keys', { allowed });
    refresh();
  });
  const sends = companion.keys === true;
  return (
    <div class="card" data-kagiban="companion" data-address={companion.address}>
      <p>
        <strong>{t('board.pairedWith', [companion.address])}</strong>{' '}
        <span class="quiet">{t('board.pairedAt', [formatMoment(companion.pairedAt, now, t)])}</span>
      </p>
      <p>{t(KEYS_WORDS[String(companion.keys) as keyof typeof KEYS_WORDS])}</p>
      <div class="buttons">
        <button type="button" class="button" disabled={keys.busy} onClick={() => keys.run(!sends)}>
          {t(sends ? 'board.companionKeysStop' : 'board.companionKeysAllow')}
        </button>
        <button type="button" class="button" disabled={unpair.busy} onClick={unpair.run}>
          {t('board.unpair')}
        </button>
      </div>
      <ErrorLine code={unpair.error ?? keys.error} />
    </div>
  );
}
