import { useState } from 'preact/hooks';
import { Alerts } from '../../components/Alerts.tsx';
import { useLedger, type Known, type LedgerState } from '../../components/useLedger.ts';
import { useStatus, type StatusState } from '../../components/useStatus.ts';
import { WhichShop } from '../../components/WhichShop.tsx';
import type { ShopView } from '../../utils/overview/types.ts';
import { Header } from './Header.tsx';
import { History } from './History.tsx';
import { Keys } from './Keys.tsx';
import { Notices } from './Notices.tsx';
import { Runs } from './Runs.tsx';
import { Settings } from './settings/Settings.tsx';
import { Timeline } from './Timeline.tsx';
import { Todo } from './Todo.tsx';
import { Tools } from './Tools.tsx';
import { useSection, type Section } from './useSection.ts';

export function Board({ first }: { first: LedgerState }) {
  const { known, error } = useLedger(first);
  const background = useStatus();
  const section = useSection();
  const [shopId, setShopId] = useState('');
  const shop = known?.overview.shops.find((one) => one.id === shopId);
  return (
    <>
      <Header known={known} shop={shop} section={section} onShop={setShopId} />
      <main>
        <div class="alerts">
          <Alerts known={known} shop={shop} ledgerError={error} background={background} />
        </div>
        {known && <SectionOf section={section} known={known} shop={shop} background={background} />}
      </main>
    </>
  );
}

interface SectionProps {
  section: Section;
  known: Known;
  shop: ShopView | undefined;
  background: StatusState;
}

function SectionOf({ section, known, shop, background }: SectionProps) {
  if (section === 'plan') return <Timeline known={known} shop={shop} />;
  if (section === 'tools') return <Tools known={known} shop={shop} />;
  if (section === 'notices') return <Notices known={known} shop={shop} />;
  if (section === 'history') {
    const paired = Boolean(background.status?.companion);
    return <History known={known} shop={shop} paired={paired} />;
  }
  if (section === 'settings') return <Settings known={known} shop={shop} background={background} />;
  const pending = known.overview.shops.filter((one) => one.pending);
  return (
    <>
      {pending.map((one) => (
        <WhichShop key={one.id} pending={one} shops={known.overview.shops} />
      ))}
      <Runs known={known} shop={shop} background={background} />
      <Todo known={known} shop={shop} />
      <Keys known={known} shop={shop} />
    </>
  );
}
