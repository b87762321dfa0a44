/** How settings screens label the shop that they belong to; more of one tool stand in its own file. */
export const SHOP_LABELS: string[] = [
  '店舗',
  '店舗名',
  '店舗URL',
  '店舗コード',
  '店舗を選択',
  '店舗選択',
  '店舗切替',
  '店舗の切替',
  '対象店舗',
  'ショップ',
  'ショップ名',
  'ショップURL',
  'ショップを選択',
  'ショップ選択',
  'ショップ切替',
  'ショップの切替',
];
