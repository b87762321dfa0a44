import { useState } from 'preact/hooks';
import { Alerts } from '../../components/Alerts.tsx';
import { t } from '../../components/say.ts';
import { useLedger, type Known, type LedgerState } from '../../components/useLedger.ts';
import { useStatus } from '../../components/useStatus.ts';
import { WhichShop } from '../../components/WhichShop.tsx';
import type { ShopView } from '../../utils/overview/types.ts';

import { Carried } from './Carried.tsx';
import { Diagnose } from './Diagnose.tsx';
import { Empty } from './Empty.tsx';
import { Events } from './Events.tsx';
import { Foot } from './Foot.tsx';
import { Head } from './Head.tsx';
import { LicenseList } from './LicenseList.tsx';
import { OpenRun } from './OpenRun.tsx';
import { PageActions } from './PageActions.tsx';
import { eventsOf, matching, ofShop } from './summary.ts';
import { usePageInFront } from './usePageInFront.ts';
import { VaultPanel } from './VaultPanel.tsx';

/** More than these are searched, not scrolled. */
const SEARCH_FROM = 15;

export function App({ first }: { first: LedgerState }) {
  const { known, error } = useLedger(first);
  const background = useStatus();
  const front = usePageInFront();
  const [shopId, setShopId] = useState('');
  const [search, setSearch] = useState('');
  const shop = known?.overview.shops.find((one) => one.id === shopId);
  const licenses = known ? ofShop(known.overview, shop) : [];
  const searchable = licenses.length > SEARCH_FROM;
  const { status } = background;
  const carried = status?.carried ?? [];
  const atTool = front.page?.kind === 'tool';
  return (
    <>
      <Head
        known={known}
        shop={shop}
        licenses={licenses}
        onShop={setShopId}
        search={searchable ? search : null}
        onSearch={setSearch}
      />
      <main class="scroll">
        <div class="stack">
          <Alerts known={known} shop={shop} ledgerError={error} background={background} />
          {front.page?.kind === 'rms' && (known?.overview.unreadable.length ?? 0) > 0 && (
            <Diagnose tabId={front.page.tabId} />
          )}
          {known && <OpenRun known={known} shop={shop} background={background} front={front} />}
          <PageActions
            front={front}
            known={known}
            carried={carried}
            vault={status?.vault ?? null}
            refresh={background.refresh}
          />
          {carried.length > 0 && (
            <Carried
              carried={carried}
              known={known}
              vault={status?.vault ?? null}
              companion={status?.companion ?? null}
              refresh={background.refresh}
              atTool={atTool}
            />
          )}
          {status && (
            <VaultPanel
              key={atTool ? 'tool' : 'other'}
              vault={status.vault}
              wanted={atTool && carried.length === 0}
              refresh={background.refresh}
            />
          )}
          {known?.overview.shops
            .filter((one) => one.pending)
            .map((one) => (
              <WhichShop key={one.id} pending={one} shops={known.overview.shops} />
            ))}
        </div>
        {known && <Keys known={known} shop={shop} search={searchable ? search : ''} />}
      </main>
      <Foot known={known} shop={shop} />
    </>
  );
}

interface KeysProps {
  known: Known;
  shop: ShopView | undefined;
  search: string;
}

function Keys({ known, shop, search }: KeysProps) {
  const all = ofShop(known.overview, shop);
  const found = matching(all, search);
  if (all.length === 0) return <Empty known={known} />;
  if (found.length === 0) {
    return (
      <p class="empty" role="status">
        {t('common.searchEmpty', [search])}
      </p>
    );
  }
  const severalShops = shop === undefined && known.overview.shops.length > 1;
  return (
    <>
      <LicenseList licenses={found} known={known} severalShops={severalShops} />
      <Events events={eventsOf(known.overview, shop)} />
    </>
  );
}
