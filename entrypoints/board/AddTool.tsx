import { useState } from 'preact/hooks';
import { ask } from '../../components/background.ts';
import { ErrorLine } from '../../components/ErrorLine.tsx';
import { t } from '../../components/say.ts';
import { toolName } from '../../components/toolName.ts';
import { useAction } from '../../components/useAction.ts';
import type { Known } from '../../components/useLedger.ts';
import { labelOf } from '../../components/WhichShop.tsx';
import type { App } from '../../utils/model/ledger.ts';
import type { ShopView } from '../../utils/overview/types.ts';
import type { Connector } from '../../utils/tools/connectors/type.ts';
import { connectorsOf } from '../../utils/tools/custom.ts';
import { isOtherApp } from '../../utils/tools/key-owner.ts';

/** Names a tool before anything was filled there: which app's key it takes, and which it holds now. */
export function AddTool({ known, shop }: { known: Known; shop: ShopView | undefined }) {
  const [connectorId, setConnector] = useState('');
  const [appId, setApp] = useState('');
  const [licenseId, setLicense] = useState('');
  const connectors = connectorsOf(known.ledger.customTools);
  const connector = connectors.find(({ id }) => id === connectorId);
  const apps = fittingApps(known, shop, connector);
  const licenses = known.overview.licenses.filter(
    (one) => one.last4 !== null && licenseApp(known, one.licenseId) === appId,
  );
  const add = useAction(async () => {
    await ask('tool.add', { connectorId, appId, licenseId: licenseId || null });
    setConnector('');
    setApp('');
    setLicense('');
  });
  if (known.ledger.apps.length === 0) return null;
  return (
    <form
      class="card inline-form"
      data-kagiban="add-tool"
      onSubmit={(event) => {
        event.preventDefault();
        add.run();
      }}
    >
      <p class="grow">
        <strong>{t('sweep.add')}</strong> <span class="quiet">{t('sweep.addHint')}</span>
      </p>
      <select
        required
        aria-label={t('board.col.tool')}
        value={connectorId}
        onChange={(event) => {
          setConnector(event.currentTarget.value);
          setApp('');
          setLicense('');
        }}
      >
        <option value="">{t('sweep.whichTool')}</option>
        {connectors.map(({ id }) => (
          <option key={id} value={id}>
            {toolName(id, t, known.ledger.customTools)}
          </option>
        ))}
      </select>
      <select
        required
        aria-label={t('board.col.app')}
        value={appId}
        disabled={connectorId === ''}
        onChange={(event) => {
          setApp(event.currentTarget.value);
          setLicense('');
        }}
      >
        <option value="">{t('sweep.whichApp')}</option>
        {apps.map((app) => (
          <option key={app.id} value={app.id}>
            {appWords(app, known, shop)}
          </option>
        ))}
      </select>
      <select
        aria-label={t('board.col.holds')}
        value={licenseId}
        disabled={appId === ''}
        onChange={(event) => setLicense(event.currentTarget.value)}
      >
        <option value="">{t('board.stateUnknown')}</option>
        {licenses.map((one) => (
          <option key={one.licenseId} value={one.licenseId}>
            {t('common.last4', [one.last4 ?? ''])}
          </option>
        ))}
      </select>
      <button type="submit" class="button" disabled={add.busy}>
        {t('sweep.addYes')}
      </button>
      <ErrorLine code={add.error} />
    </form>
  );
}

const licenseApp = ({ ledger }: Known, licenseId: string): string | undefined =>
  ledger.licenses.find(({ id }) => id === licenseId)?.appId;

/** Apps whose keys the tool may take (the classic mistake is the other kind's: rms.md §1). */
function fittingApps(
  { ledger }: Known,
  shop: ShopView | undefined,
  connector: Connector | undefined,
): App[] {
  if (!connector) return [];
  return ledger.apps.filter(
    (app) =>
      (!shop || app.shopId === shop.id) &&
      !isOtherApp(connector, app, { developer: app.developer, app: app.name }),
  );
}

function appWords(app: App, { overview }: Known, shop: ShopView | undefined): string {
  const of = overview.shops.find(({ id }) => id === app.shopId);
  return shop || overview.shops.length < 2 || !of ? app.name : `${labelOf(of)}・${app.name}`;
}
