import { labelOf, withoutNote } from './text.ts';

/** What a column or label is about, before it is known which table it stands in. */
export type Role =
  | 'who'
  | 'what'
  | 'key'
  | 'secret'
  | 'expires'
  | 'state'
  | 'started'
  | 'service'
  | 'action'
  | 'group';

interface Word {
  role: Role;
  /** Exact labels, the likeliest first: where two columns have one role, the earlier word wins. */
  words: string[];
  /** Wordings nobody has shown yet, by their decisive part. */
  like: RegExp | null;
  /** The fixture in tests/unit/rms/fixtures that shows it. */
  fixture: string;
}

/** Column headings and labels (rms.md §3; seeds 001 and 002). */
export const WORDS: readonly Word[] = [
  {
    role: 'secret',
    words: ['servicesecret', 'サービスシークレット', 'サービスシークレット(servicesecret)'],
    like: /^(rms|web)?(service|サービス)(secret|シークレット)(キー)?$/,
    fixture: 'own-app-revealed',
  },
  {
    role: 'key',
    words: [
      'ライセンスキー',
      'licensekey',
      'キー情報',
      '末尾4桁',
      '下4桁',
      'キー',
      'ライセンス番号',
    ],
    like: /(ライセンス|licen[sc]e)(キー|key)$|^(キー|ライセンスキー|licensekey)(の|\()?(末尾|下)(4|四)(桁|文字)\)?$|^(末尾|下)(4|四)(桁|文字)$/,
    fixture: 'app-list',
  },
  {
    role: 'expires',
    words: ['有効期限', '有効期限日', '有効期間', '期限', '利用期限', '失効日', '満了日', '期限日'],
    like: /^(?!無).*(期限|有効期間|有効期限日時?|失効日時?|満了日時?|終了予定日|expir(y|ation)(date)?|expireson)$/,
    fixture: 'app-list',
  },
  {
    role: 'started',
    words: ['利用開始日', '利用開始日時', '開始日'],
    like: /開始日(時)?$/,
    fixture: 'app-list',
  },
  {
    role: 'service',
    words: ['サービス名', '通知サービス名', 'サービス'],
    like: /(サービス|イベント)名(称)?$/,
    fixture: 'app-list',
  },
  {
    role: 'who',
    words: [
      'アプリ登録者',
      'アプリ登録者(システム開発企業)',
      'システム開発企業',
      'アプリ開発者',
      '会社名',
      '企業名',
      '開発企業',
      '開発会社',
      'システム開発会社',
    ],
    like: /^(アプリ|システム|製品)?の?(登録者|開発(企業|会社|業者|者|元)|提供(元|企業|会社|者))名?$|^(会社|企業|developer)名?(称)?$/,
    fixture: 'app-list',
  },
  {
    role: 'what',
    words: ['アプリ名', 'アプリケーション名', '製品名', 'アプリ', '利用製品', '製品'],
    like: /^(利用)?(アプリ|アプリケーション|製品|ソフト|app)の?(名称?|name)$/,
    fixture: 'app-list',
  },
  {
    role: 'state',
    words: ['状態', '承認状態', 'ステータス', '利用状態', '利用状況'],
    like: /(状態|ステータス|利用状況|status)$/,
    fixture: 'app-list',
  },
  {
    role: 'action',
    words: ['詳細', '確認', '操作', '編集', '設定', 'リンク'],
    like: /^詳細(ページ|画面|表示|情報|リンク|へ|を?見る|を?確認)$/,
    fixture: 'app-list',
  },
  {
    role: 'group',
    words: ['ライセンス情報', 'ライセンス', 'キーの情報'],
    like: null,
    fixture: 'app-list',
  },
];

const EXACT = new Map(
  WORDS.flatMap(({ role, words }) => words.map((w, rank) => [w, { role, rank }])),
);
const LONGEST = 24;
const UNLIKELY = 50;

/** What sortable columns add for those who hear the page (「昇順で並べ替え済み」). */
const SORTED =
  /(?<=.)([(、,]|を)?((昇順|降順)([でに]?(並び?替え?|並べ?替え?|ソート)(済み|中|する)?)?|並[びべ]替え(る)?|ソート|sort(ed|by)?(ascending|descending)|asc|desc)\)?$/;

export interface WordHit {
  role: Role;
  /** 0 = the likeliest word of its role. */
  rank: number;
}

/** 「旧キー有効期限」 sounds like the key's own and is another's. Fixture `other-keys-column`. */
const OF_ANOTHER = /^(旧|前|以前|過去|次回?)(の|回)?/;

const said = new Map<string, WordHit | null>();
const MOST_SAID = 2000;

/** What a heading or label is about; null when it is none that we know. A page asks the same again and again. */
export function wordOf(text: string): WordHit | null {
  if (text.length === 0 || text.length > 200) return null;
  const known = said.get(text);
  if (known !== undefined) return known;
  const hit = hitOf(text);
  if (said.size > MOST_SAID) said.clear();
  said.set(text, hit);
  return hit;
}

function hitOf(text: string): WordHit | null {
  const label = labelOf(text).replace(SORTED, '');
  if (label.length === 0 || label.length > LONGEST * 2) return null;
  // 「アプリ名: (アプリ名を登録してください)」: behind a colon, brackets hold a value and no note.
  const valued = /[:：]\s*\S/.test(text);
  const bare = valued ? label : withoutNote(label);
  const exact = EXACT.get(label) ?? EXACT.get(bare);
  if (exact) return exact;
  // 「有効期限: 無期限」 sounds like a heading.
  if (bare.length > LONGEST || valued) return null;
  const parts = label.split(/[/|]/);
  const both = parts.length === 2 ? parts.map((part) => (part === '' ? null : wordOf(part))) : [];
  const [one, other] = both.filter((hit) => hit !== null && hit !== undefined);
  if (one && (!other || other.role === one.role)) return one;
  if (OF_ANOTHER.test(label)) return null;
  const forms = bare === label ? [label] : [label, bare];
  const loose = WORDS.find(({ like }) => like !== null && forms.some((form) => like.test(form)));
  return loose ? { role: loose.role, rank: UNLIKELY } : null;
}

/** Words that make a known page's list unreadable rather than absent (DESIGN §3): specific ones only. */
export const TELLING: ReadonlySet<Role> = new Set(['key', 'expires', 'who', 'started']);

/** Headings of known pages; compared as labels. */
export const PAGE_HEADINGS = {
  list: [
    'アプリ一覧',
    'webapiアクセス許可設定',
    'web apiアクセス許可設定',
    'システム開発業者からのapiアクセス許可設定',
    'webapiサービスアクセス許可設定',
    'アクセス許可設定',
  ],
  events: ['システムイベント通知サービスアクセス許可設定', 'システムイベント通知サービス'],
  products: ['利用製品一覧', 'ご利用中の製品', '利用中の製品'],
  detail: [
    'ライセンス情報',
    '基本情報',
    'アプリ情報',
    '利用情報',
    'ライセンスキー情報',
    'アプリ詳細',
  ],
} as const;
export type HeadingKind = keyof typeof PAGE_HEADINGS;

const HEADING_KIND = new Map<string, HeadingKind>(
  Object.entries(PAGE_HEADINGS).flatMap(([kind, texts]) =>
    texts.map((text) => [labelOf(text), kind as HeadingKind] as const),
  ),
);

/** Which known page or section a heading names. Menu numbers drift (rms.md §3), so they are dropped. */
export const headingKindOf = (text: string): HeadingKind | null =>
  text.length > 120
    ? null
    : (HEADING_KIND.get(labelOf(text)) ??
      HEADING_KIND.get(withoutNote(labelOf(text))) ??
      HEADING_KIND.get(labelOf(text).replace(/^[\d.-]+/, '')) ??
      null);

/** The page 「2-1 WEB API」 (seed 000): the shop's own pair of keys, of an app without a name. Fixture `web-api`. */
export const OWN_PAIR = /^[\d.-]*webapi$/;

/** Titles over tables that only explain or show an example. */
export const HELP_TITLE =
  /(表示|記入|入力|画面)例|^例[::)]?|サンプル|見本|見方|見かた|使い方|ヘルプ|help|説明|凡例|とは$|よくある|faq|ガイド|用語/i;
/** Titles over tables of what was, not of what is. */
export const PAST_TITLE = /過去|履歴|以前の|history/i;
/** Class or id words of containers that explain. */
export const HELP_NAME =
  /(^|[-_\s])(help|sample|example|tooltip|howto|faq|tutorial|legend|guide|manual|popover)s?($|[-_\s])/i;
/** Column headings of tables that explain words. */
export const HELP_COLUMN = /^(説明|意味|見方|項目の説明|内容説明|解説|description)$/;

/** "More is on its way." */
export const LOADING = /読み?込み?中|ロード中|取得中|^\s*処理中|loading|nowloading|お待ちください/i;
/** "There is nothing here" in a list's own words. */
export const EMPTY_NOTE =
  /(ありません|ございません|存在しません|見つかりません|登録されていません|0件|該当なし|nodata|norecords)/i;

const TOLD = String.raw`(?:末尾|下) ?[4四] ?(?:桁|文字)? ?[:は] ?「?|ライセンスキー ?[: は] ?「?|[*●•]{3,} ?`;
const WHOLE = String.raw`(?:SL)?\d{6}_[A-Za-z0-9]{12}`;
const FOUR = '([A-Za-z0-9]{4})';
const BEHIND = String.raw` ?\((?:末尾|下) ?[4四]`;
/** A key's last four, whatever stands around it (「末尾4桁: A9FR」「末尾4桁は「A9FR」」, `****A9FR`). Fixture `sentences`. */
export const KEY_SAID = new RegExp(
  `(?:${TOLD}|(?<![A-Za-z0-9])${WHOLE})${FOUR}(?![A-Za-z0-9_年月件/.-])|(?<![A-Za-z0-9])${FOUR}${BEHIND}`,
  'g',
);
/** The same where cells run into each other (`A9FR2026/05/26`): may find more. */
export const KEY_SAID_LOOSELY = new RegExp(`(?:${TOLD}|${WHOLE})${FOUR}|${FOUR}${BEHIND}`, 'g');
/** A key's date or state, said in a sentence. Fixture `sentences`. */
export const VALUE_SAID =
  /有効期限 ?[は:「 ]+\d{4} ?[/年.-]|(?:状態|ステータス) ?[は:「 ]+(?:利用中|承認待ち|停止中|有効期限切れ)/;
/** It is an example, or was. Fixture `sentences`. */
export const NO_KEY_OF_NOW =
  /表示例|記入例|例[:は)]|見本|サンプル|過去の|以前の|旧(ライセンス)?キー/;
