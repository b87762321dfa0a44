import { t } from '../../components/say.ts';
import type { Known } from '../../components/useLedger.ts';
import type { Status } from '../../utils/messages/protocol.ts';
import type { CarriedInfo } from '../../utils/model/carry.ts';
import type { VaultStatus } from '../../utils/vault/safe/status.ts';
import { CarriedKey } from './CarriedKey.tsx';

interface Props {
  carried: CarriedInfo[];
  known: Known | null;
  /** null = not known yet. */
  vault: VaultStatus | null;
  companion: Status['companion'];
  refresh: () => void;
  /** A tool to fill is in front; else the way to one is told. */
  atTool: boolean;
}

export const Carried = ({ carried, known, vault, companion, refresh, atTool }: Props) => (
  <section class="panel" aria-label={t('popup.carried')} data-kagiban="carried-keys">
    <h2>{t('popup.carried')}</h2>
    {!atTool && <p>{t('popup.carriedNext')}</p>}
    {carried.map((info) => (
      <CarriedKey
        key={info.id}
        info={info}
        known={known}
        companion={companion}
        canHold={canHold(info, vault)}
        refresh={refresh}
      />
    ))}
  </section>
);

/** There is a vault, and it is not known to have this key already. */
const canHold = ({ licenseId, last4 }: CarriedInfo, vault: VaultStatus | null): boolean =>
  (vault?.state === 'locked' || vault?.state === 'open') &&
  !vault.items.some(
    (one) => one.kind === 'key' && one.last4 === last4 && one.licenseId === licenseId,
  );
