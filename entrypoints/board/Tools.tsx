import { useState } from 'preact/hooks';
import { ask } from '../../components/background.ts';
import { t } from '../../components/say.ts';
import type { Known } from '../../components/useLedger.ts';
import { matricesOf } from '../../utils/overview/matrix.ts';
import type { ShopView } from '../../utils/overview/types.ts';
import { AddTool } from './AddTool.tsx';
import { CompareKey } from './CompareKey.tsx';
import { MatrixTable } from './MatrixTable.tsx';
import { Removed } from './Removed.tsx';
import { Sweep } from './Sweep.tsx';

/** 連携ツール: tools down, keys across; which key each field holds, whether it works, how that is known. */
export function Tools({ known, shop }: { known: Known; shop: ShopView | undefined }) {
  const [removed, setRemoved] = useState<string | null>(null);
  const shops = shop ? [shop] : known.overview.shops;
  const matrices = matricesOf(
    known.ledger,
    shops.map(({ id }) => id),
    known.now,
  );
  const here = new Set(shops.map(({ id }) => id));
  const bindings = known.ledger.bindings.filter(({ shopId }) => here.has(shopId));
  const unsure = matrices.flatMap((one) => one.unsure);
  return (
    <section aria-labelledby="tools-title">
      <h2 id="tools-title">{t('board.tab.tools')}</h2>
      {matrices.length === 0 ? (
        <div class="nothing">
          <p>{t('board.toolsEmpty')}</p>
          <p class="quiet">{t('board.toolsEmptyBody')}</p>
        </div>
      ) : (
        <p class="quiet">{t('board.toolsIntro')}</p>
      )}
      {removed !== null && (
        <Removed
          kind="tool"
          words={t('board.removedTool', [removed])}
          restore={async () => {
            await ask('tool.restore', {});
            setRemoved(null);
          }}
        />
      )}
      {unsure.length > 0 && <Sweep rows={unsure} taught={known.ledger.customTools} />}
      {matrices.map((matrix) => (
        <MatrixTable key={matrix.shopId} matrix={matrix} known={known} removed={setRemoved} />
      ))}
      {bindings.length > 0 && <CompareKey bindings={bindings} known={known} />}
      <AddTool known={known} shop={shop} />
    </section>
  );
}
