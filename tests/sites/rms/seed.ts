import { DAY, type Clock } from '../../../utils/model/time.ts';
import { functionsOf } from './functions.ts';
import { endOfDayAfter } from '../lib/jst.ts';
import { randomSigns, shopKey, shopSecret, vendorKey, vendorSecret } from './keys.ts';
import type { RmsApp, RmsLicense, RmsShop } from './model.ts';

export const KEY_DAYS = 90;

/** A key of `digits`' shop that ends `daysLeft` days from now, at the end of the day (rms.md §5). */
export function licenseOf(key: string, daysLeft: number, clock: Clock): RmsLicense {
  const now = clock();
  const issuedAt = now - (KEY_DAYS - daysLeft) * DAY;
  return {
    id: randomSigns(8),
    key,
    issuedAt,
    allowedAt: issuedAt,
    expiresAt: endOfDayAfter(now, daysLeft),
    phase: 'active',
    superseded: false,
    shows: {},
  };
}

const appBase = (name: string): Pick<RmsApp, 'id' | 'name' | 'offered' | 'summary' | 'url'> => ({
  id: randomSigns(8),
  name,
  offered: [],
  summary: '',
  url: '',
});

function ownApp(digits: string, key: RmsLicense): RmsApp {
  return {
    ...appBase('(アプリ名を登録してください)'),
    owner: 'shop',
    developer: '店舗様',
    serviceSecret: shopSecret(digits),
    showsDate: true,
    functions: [...functionsOf('license.', 'rpay.order.', 'coupon.'), 'shop.shopMaster.get'],
    licenses: [key],
  };
}

// Names, summary and last four characters of seed 002.
const goq = (secret: string, key: RmsLicense): RmsApp => ({
  ...appBase('GoQ System (ごくシステム)'),
  owner: 'vendor',
  developer: '株式会社GoQSystem',
  summary:
    '実際の店舗運営から使いやすさを追求したクラウド型(ASP)一元管理システムです。多店舗対応(楽天市場/Yahoo/Bidders/Amazon/電話/FAX)受注・商品・在庫・売上管理が1つのWebアプリケーションで管理できます。複数人アクセス可能。一括メール送信、送り状データ・伝票番号の戻しもコピー・ペーストなしのcsvで書き出し・取込が可能! 商品データも対応モールに一括書き出しが行え、作業の効率化・時間短縮が図れます!ハンディーと連動し入出荷管理や、各モールのロイヤリティや利益計算も行えます。',
  url: 'http://goqsystem.com/',
  serviceSecret: secret,
  showsDate: false,
  functions: functionsOf('cabinet.', 'rpay.order.', 'shop.category'),
  offered: [...functionsOf('itemapi_2.0.', 'inventoryapi_2.1.'), 'shop.shopStatus.get'],
  licenses: [key],
});

const nextEngine = (secret: string, key: RmsLicense): RmsApp => ({
  ...appBase('ネクストエンジン'),
  owner: 'vendor',
  developer: 'NE株式会社',
  summary: 'ネットショップの受注処理・在庫管理をまとめて自動化するEC一元管理システムです。',
  url: 'https://next-engine.net/',
  serviceSecret: secret,
  showsDate: true,
  functions: functionsOf('rpay.order.', 'inventoryapi_2.1.', 'itemapi_2.0.items.get'),
  licenses: [key],
});

const at = (text: string): number => Date.parse(`${text}+09:00`);

function events(): RmsShop['events'] {
  const company = '株式会社GoQSystem';
  const state = '利用中';
  return [
    { company, service: '受注情報通知', startedAt: at('2014-10-06T09:00:00'), state },
    {
      company,
      service: '問い合わせユーザアクション通知',
      startedAt: at('2024-04-04T11:00:00'),
      state,
    },
  ];
}

/** Two shops with the content of seed 002, ネクストエンジン beside it, and dates relative to the clock. */
export function seedShops(clock: Clock): RmsShop[] {
  // A vendor has one secret for all of its shops (rms.md §1).
  const secrets = { goq: vendorSecret(), ne: vendorSecret() };
  const of = (key: string, daysLeft: number): RmsLicense => licenseOf(key, daysLeft, clock);
  const [first, second] = ['217640', '308215'];
  const login = { password: 'demo', markup: 'a' as const };
  return [
    {
      ...login,
      id: first,
      slug: 'akanedo',
      name: 'くらしの道具 あかね堂',
      loginId: 'akanedo',
      events: events(),
      apps: [
        ownApp(first, of(shopKey(first, 'A9FR'), 12)),
        goq(secrets.goq, of(vendorKey(first, 'IANT'), 61)),
        nextEngine(secrets.ne, of(vendorKey(first, '7kQz'), 64)),
      ],
    },
    {
      ...login,
      id: second,
      slug: 'shiokaze-coffee',
      name: '港の珈琲豆 しおかぜ',
      loginId: 'shiokaze',
      events: events().slice(0, 1),
      apps: [
        ownApp(second, of(shopKey(second, 'p3Wd'), 2)),
        nextEngine(secrets.ne, of(vendorKey(second, 'Xe0u'), 33)),
      ],
    },
  ];
}
