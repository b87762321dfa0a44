import { SHOP_LABELS } from './shop-labels.ts';
import type { Connector } from './type.ts';

export const itemRobot: Connector = {
  id: 'item-robot',
  name: { ja: 'item Robot', en: 'item Robot' },
  vendor: 'HUNGLEAD (hunglead.com)',
  surface: 'web',
  surfaceBasis: 'believed',
  menuPath: ['基本管理', 'ショップ情報管理'],
  keyOwner: 'unknown',
  vendorWords: [],
  page: {
    names: ['item Robot'],
    screens: ['ショップ情報管理', '基本情報管理'],
    hosts: ['item-robot'],
  },
  fields: [],
  others: [
    { kind: 'ftpUser', label: 'FTPユーザ名', basis: 'quoted' },
    { kind: 'ftpPassword', label: 'FTPパスワード', basis: 'quoted' },
  ],
  traps: [],
  shopLabels: SHOP_LABELS,
  requiredApis: [],
  saveButtons: [],
  test: null,
  pitfalls: [
    {
      ja: 'キーを入れる欄は、公開されている説明にはありません。FTPのユーザ名とパスワードの欄だけが知られています。',
      en: 'Its public help shows no field for a key, only those of the FTP user and password.',
    },
  ],
  notes: [
    {
      ja: '基本情報管理の「SKUプロジェクト移行状況」は、楽天側に合わせます。',
      en: 'SKUプロジェクト移行状況 has to agree with Rakuten.',
    },
  ],
  sources: [
    'http://item-manual-search.item-robot.com/cache/?docId=4334d7ed04784e85afdaeedd412b9d08&hq=%E3%82%B7%E3%83%A7%E3%83%83%E3%83%97',
    'http://manual.item-robot.com/startup/01/step_01_03.html',
  ],
};
