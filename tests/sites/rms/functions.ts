/** Names of API functions and what RMS says of them, two lines as in seed 002: [name, Japanese, English]. */
const TABLE: readonly (readonly [string, string, string])[] = [
  [
    'license.expiryDate.get',
    'ライセンスキーの有効期限を取得することができます。',
    'This function enables the acquisition of the expiry date of the license key.',
  ],
  [
    'rpay.order.searchOrder',
    '楽天ペイ受注の注文番号を検索することができます。',
    'This function enables the search of order numbers.',
  ],
  [
    'rpay.order.getOrder',
    '楽天ペイ受注の注文情報を取得することができます。',
    'This function enables the acquisition of order information.',
  ],
  [
    'rpay.order.confirmOrder',
    '注文を確認済みにすることができます。',
    'This function enables the confirmation of orders.',
  ],
  [
    'rpay.order.updateOrderShipping',
    '発送情報を更新することができます。',
    'This function enables the update of shipping information.',
  ],
  [
    'rpay.order.updateOrderMemo',
    'ひとことメモなどを更新することができます。',
    'This function enables the update of order memos.',
  ],
  [
    'rpay.order.getSubStatusList',
    'サブステータスの一覧を取得することができます。',
    'This function enables the acquisition of the sub status list.',
  ],
  [
    'rpay.order.updateOrderSubStatus',
    'サブステータスを更新することができます。',
    'This function enables the update of the sub status.',
  ],
  [
    'rpay.order.cancelOrder',
    '注文をキャンセルすることができます。',
    'This function enables the cancellation of orders.',
  ],
  [
    'itemapi_2.0.items.search',
    '商品情報を検索することができます。',
    'This function enables the search of item information.',
  ],
  [
    'itemapi_2.0.items.get',
    '商品管理番号を指定して商品情報を取得することができます。',
    'This function enables the acquisition of item information.',
  ],
  [
    'itemapi_2.0.items.patch',
    '商品情報の一部を更新することができます。',
    'This function enables the partial update of item information.',
  ],
  [
    'itemapi_2.0.items.upsert',
    '商品情報を登録・更新することができます。',
    'This function enables the registration and the update of item information.',
  ],
  [
    'inventoryapi_2.1.inventories.get',
    '在庫情報を取得することができます。',
    'This function enables the acquisition of inventory information.',
  ],
  [
    'inventoryapi_2.1.inventories.upsert',
    '在庫情報を登録・更新することができます。',
    'This function enables the update of inventory information.',
  ],
  [
    'cabinet.usage.get',
    'R-Cabinetの利用状況を取得することができます。',
    'This function enables the acquisition of the usage of R-Cabinet.',
  ],
  [
    'cabinet.file.delete',
    '画像IDを指定して画像を削除フォルダに移動することができます。',
    'This function enables the transfer of the image into Deletion folder by specifying the image ID.',
  ],
  [
    'cabinet.file.insert',
    '画像ファイルを指定して画像を登録することができます。',
    'This function enables the registration of the image by specifying the image file.',
  ],
  [
    'cabinet.file.update',
    '画像IDを指定して画像情報を更新することができます。',
    'This function enables the update of the image information by specifying the image ID.',
  ],
  [
    'cabinet.files.search',
    '画像名を指定して画像を検索することができます。',
    'This function enables the search of the image by specifying the image name.',
  ],
  [
    'cabinet.folder.files.get',
    '指定したフォルダ内の画像一覧を取得することができます。',
    'This function enables the acquisition of the list of the images stored in the specified folder.',
  ],
  [
    'cabinet.folder.insert',
    'フォルダを作成することができます。',
    'This function enables the creation of a folder.',
  ],
  [
    'cabinet.folders.get',
    'フォルダの一覧を取得することができます。',
    'This function enables the acquisition of the folder list.',
  ],
  [
    'category.category-set-lists.get',
    'カテゴリセットの一覧を取得することができます。',
    'This function enables the acquisition of the category set lists.',
  ],
  [
    'shop.category.update',
    'カテゴリ情報を更新することができます。',
    'This function enables the updates of category information.',
  ],
  [
    'shop.categorysets.get',
    '登録しているカテゴリセットの一覧を取得することができます。',
    'This function enables the acquisition of the registered category sets list.',
  ],
  [
    'shop.shopMaster.get',
    '店舗の基本情報を取得することができます。',
    'This function enables the acquisition of the basic information of the shop.',
  ],
  [
    'shop.shopStatus.get',
    '特定のショップの移行状況や利用状況を確認できます。',
    'You can check the migration status and usage status of a specific shop.',
  ],
  [
    'coupon.get',
    'クーポン情報を取得することができます。',
    'This function enables the acquisition of coupon information.',
  ],
  [
    'coupon.search',
    'クーポンを検索することができます。',
    'This function enables the search of coupons.',
  ],
  [
    'inquirymng-api.inquiries.count.get',
    '問い合わせの件数を取得することができます。',
    'This function enables the acquisition of the number of inquiries.',
  ],
  [
    'navigation.version.get',
    'ナビゲーションのバージョンを取得することができます。',
    'This function enables the acquisition of the navigation version.',
  ],
];

export const ALL_FUNCTIONS: readonly string[] = TABLE.map(([name]) => name);

export function aboutFunction(name: string): { ja: string; en: string } {
  const found = TABLE.find(([known]) => known === name);
  return { ja: found?.[1] ?? 'APIの機能を利用することができます。', en: found?.[2] ?? '' };
}

export const functionsOf = (...groups: string[]): string[] =>
  ALL_FUNCTIONS.filter((name) => groups.some((group) => name.startsWith(group)));
