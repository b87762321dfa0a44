import type { CarriedInfo } from '../../../utils/model/carry.ts';
import type { App, Shop } from '../../../utils/model/ledger.ts';
import type { Placement, ToolBinding } from '../../../utils/model/tool.ts';
import type { FieldFacts, LabelText, PageFacts } from '../../../utils/tools/page/types.ts';
import type { Look } from '../../../utils/tools/session.ts';

export const shop = (id: string, changes: Partial<Shop> = {}): Shop => ({
  id,
  digits: null,
  slug: `${id}-slug`,
  name: `${id}の店`,
  identified: true,
  namedByPerson: false,
  firstSeenAt: 0,
  lastSeenAt: 0,
  ...changes,
});

export const app = (id: string, changes: Partial<App> = {}): App => ({
  id,
  shopId: 'a',
  developer: 'NE株式会社',
  name: 'ネクストエンジン',
  owner: 'vendor',
  ...changes,
});

export const carried = (changes: Partial<CarriedInfo> = {}): CarriedInfo => ({
  id: 'carry',
  shopId: 'a',
  appId: 'ne',
  licenseId: 'license',
  developer: 'NE株式会社',
  app: 'ネクストエンジン',
  last4: 'A9FR',
  hasSecret: false,
  carriedAt: 0,
  idleUntil: 1,
  keepUntil: null,
  warnings: [],
  ...changes,
});

export const binding = (changes: Partial<ToolBinding> = {}): ToolBinding => ({
  id: 'binding',
  shopId: 'a',
  connectorId: 'next-engine',
  origin: 'https://main.next-engine.com',
  settingsPath: '/settings',
  appId: 'ne',
  shopOnTool: null,
  createdAt: 0,
  ...changes,
});

export const placement = (changes: Partial<Placement> = {}): Placement => ({
  id: 'placement',
  bindingId: 'binding',
  field: 'licenseKey',
  holds: null,
  works: null,
  ...changes,
});

export const look = (changes: Partial<Look> = {}): Look => ({
  version: 1,
  id: 'look',
  tabId: 7,
  documentId: 'doc',
  token: 'token',
  connectorId: 'next-engine',
  origin: 'https://main.next-engine.com',
  path: '/settings',
  fields: [
    {
      field: 'licenseKey',
      label: 'ライセンスキー',
      found: 'one',
      target: { ref: 1, anchors: { labels: ['ライセンスキー'], name: '', type: 'text' } },
      candidates: [],
    },
  ],
  shopNames: ['a-slug'],
  shops: [{ label: '店舗URL', text: 'a-slug' }],
  at: 0,
  ...changes,
});

let refs = 0;
export const field = (
  label: string | LabelText[],
  changes: Partial<FieldFacts> & { name?: string; type?: string } = {},
): FieldFacts => {
  const labels = typeof label === 'string' ? [{ text: label, from: 'label' as const }] : label;
  const { name = '', type = 'text', ...rest } = changes;
  return {
    ref: (refs += 1),
    labels,
    anchors: { labels: labels.map(({ text }) => text), name, type },
    id: '',
    section: '',
    form: '',
    near: '',
    rendered: true,
    ...rest,
  };
};

export const facts = (changes: Partial<PageFacts> = {}): PageFacts => ({
  token: 'token',
  origin: 'https://tool.example.jp',
  path: '/settings',
  words: [],
  fields: [],
  shops: [],
  title: '',
  pointed: null,
  ...changes,
});
