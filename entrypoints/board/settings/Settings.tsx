import type { Known } from '../../../components/useLedger.ts';
import type { StatusState } from '../../../components/useStatus.ts';
import { t } from '../../../components/say.ts';
import { WhichShop } from '../../../components/WhichShop.tsx';
import type { ShopView } from '../../../utils/overview/types.ts';
import { Calendar } from './Calendar.tsx';
import { Channels } from './channels/Channels.tsx';
import { Companion } from './companion/Companion.tsx';
import { Conflicts } from './Conflicts.tsx';
import { Expiries } from './Expiries.tsx';
import { ShopRules } from './rules/ShopRules.tsx';
import { TaughtTools } from './TaughtTools.tsx';
import { ThisComputer } from './ThisComputer.tsx';
import { VaultSection } from './vault/VaultSection.tsx';

interface Props {
  known: Known;
  shop: ShopView | undefined;
  background: StatusState;
}

/** 設定: what only a person can say. */
export function Settings({ known, shop, background }: Props) {
  const { shops } = known.overview;
  const pending = shops.filter((one) => one.pending);
  return (
    <div class="settings">
      {pending.length > 0 && (
        <section aria-labelledby="shops-title">
          <h2 id="shops-title">{t('board.shopsTitle')}</h2>
          <p class="quiet">{t('board.shopsIntro')}</p>
          {pending.map((one) => (
            <WhichShop key={one.id} pending={one} shops={shops} />
          ))}
        </section>
      )}
      <Conflicts known={known} shop={shop} />
      <Expiries known={known} shop={shop} />
      <Channels known={known} />
      <ShopRules known={known} />
      <Calendar known={known} shop={shop} />
      <VaultSection background={background} />
      <ThisComputer background={background} />
      <TaughtTools known={known} />
      <Companion background={background} known={known} />
    </div>
  );
}
