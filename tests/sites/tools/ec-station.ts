import { json, page, redirect } from '../lib/reply.ts';
import { route, site } from '../lib/router.ts';
import type { Site } from '../lib/types.ts';
import { toolAssets } from './assets.ts';
import type { AuthTest } from './ec-auth-test.ts';
import { ecPage } from './ec-page.ts';
import { findToolShop, type EcStationValues, type ToolShop, type ToolsState } from './model.ts';

const PATH = '/shop/rakuten';
const KEY = /^SL\d{6}_[A-Za-z0-9]{16}$/;
const SECRET = /^SP\d{6}_[A-Za-z0-9]{16}$/;
const DATE = /^\d{4}[/-]\d{2}[/-]\d{2}$/;

/** What is wrong with the values, field by field; empty = nothing. The page's own script says the same. */
export function faultsOf({ serviceSecret, licenseKey, expiresOn }: EcStationValues): string[] {
  return [
    SECRET.test(serviceSecret) ? '' : 'serviceSecretの形式が正しくありません。(SPから始まる25文字)',
    KEY.test(licenseKey) ? '' : 'licenseKeyの形式が正しくありません。(SLから始まる25文字)',
    expiresOn === '' || DATE.test(expiresOn) ? '' : '有効期限はYYYY/MM/DDで入力してください。',
  ].filter((fault) => fault !== '');
}

const valuesOf = (form: URLSearchParams): EcStationValues => ({
  serviceSecret: form.get('serviceSecret') ?? '',
  licenseKey: form.get('licenseKey') ?? '',
  expiresOn: (form.get('expiresOn') ?? '').replaceAll('-', '/'),
});

/** ECステーション ショップ情報 > 楽天ショップ > その他設定: checks length and pattern, and tests the key for real. */
export function ecStationSite(state: ToolsState, authTest: AuthTest): Site {
  const shopOf = (query: URLSearchParams): ToolShop<EcStationValues> | null =>
    findToolShop(state.ecStation, query.get('shop') ?? '1');
  return site([
    ...toolAssets,
    route('GET', '/', () => redirect(PATH)),
    route('GET', PATH, ({ query }) => {
      const shop = shopOf(query);
      return shop === null ? redirect(PATH) : page(ecPage(state, shop, shop.saved, []));
    }),
    route('POST', PATH, ({ query, form }) => {
      const shop = shopOf(query);
      if (shop === null) return redirect(PATH);
      const values = valuesOf(form);
      const faults = faultsOf(values);
      if (faults.length > 0) return page(ecPage(state, shop, values, faults), 422);
      shop.saved = values;
      shop.saves += 1;
      return page(ecPage(state, shop, values, null));
    }),
    route('POST', `${PATH}/auth-test`, async ({ form }) => json(await authTest(valuesOf(form)))),
  ]);
}
