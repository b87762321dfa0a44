import { t } from '../../components/say.ts';
import type { Known } from '../../components/useLedger.ts';
import type { CarriedInfo } from '../../utils/model/carry.ts';
import { CarriedKey } from './CarriedKey.tsx';

interface Props {
  carried: CarriedInfo[];
  known: Known | null;
  refresh: () => void;
  /** A tool to fill is in front; else the way to one is told. */
  atTool: boolean;
}

export const Carried = ({ carried, known, refresh, atTool }: Props) => (
  <section class="panel" aria-label={t('popup.carried')} data-kagiban="carried-keys">
    <h2>{t('popup.carried')}</h2>
    {!atTool && <p>{t('popup.carriedNext')}</p>}
    {carried.map((info) => (
      <CarriedKey key={info.id} info={info} known={known} refresh={refresh} />
    ))}
  </section>
);
