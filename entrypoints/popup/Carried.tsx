import { t } from '../../components/say.ts';
import type { Known } from '../../components/useLedger.ts';
import type { CarriedInfo } from '../../utils/model/carry.ts';
import { CarriedKey } from './CarriedKey.tsx';

interface Props {
  carried: CarriedInfo[];
  known: Known | null;
  refresh: () => void;
}

export const Carried = ({ carried, known, refresh }: Props) => (
  <section class="panel" aria-label={t('popup.carried')} data-kagiban="carried-keys">
    <h2>{t('popup.carried')}</h2>
    {carried.map((info) => (
      <CarriedKey key={info.id} info={info} known={known} refresh={refresh} />
    ))}
  </section>
);
