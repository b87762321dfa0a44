import type { Ink } from './ink.ts';
import { makeDate, makeLast4 } from './make-truth.ts';
import type { Pick } from './pick.ts';
import type { EventTruth, KeyTruth, Truth } from './truth.ts';
import type { Values } from './values.ts';

export type KeyColumnId = 'developer' | 'app' | 'last4' | 'expires' | 'state' | 'detail' | 'extra';
export type EventColumnId = 'company' | 'service' | 'started' | 'state' | 'detail';

/** One column of the key table; `heading` is text, `\n` a line break. */
export interface KeyColumn {
  id: KeyColumnId;
  heading: string;
  /** The text of this column in that row; '' for columns that hold more than text. */
  text(key: KeyTruth, index: number): string;
}
export interface EventColumn {
  id: EventColumnId;
  heading: string;
  text(event: EventTruth): string;
}

const HEADINGS: Record<Exclude<KeyColumnId, 'extra'>, readonly string[]> = {
  developer: [
    'アプリ登録者 (システム開発企業)',
    'アプリ登録者 (システム開発企業)',
    'アプリ登録者\n(システム開発企業)',
    'アプリ登録者（システム開発企業）',
    'アプリ登録者',
    'システム開発企業',
  ],
  app: ['アプリ名', 'アプリ名', 'アプリ名', 'ア プ リ 名', 'ｱﾌﾟﾘ名'],
  last4: [
    'ライセンスキー',
    'ライセンスキー',
    'ライセンス\nキー',
    'ライセンスキー(末尾4桁)',
    'ﾗｲｾﾝｽｷｰ',
  ],
  expires: ['有効期限', '有効期限', '有効期限', '有効\n期限', '有 効 期 限'],
  state: ['状態', '状態', '状態', '状 態', '状　態'],
  detail: ['詳細', '詳細', '詳 細', ''],
};

/** Columns that RMS does not have today; many sound like one that it has. */
function extraColumns(pick: Pick, values: Values): KeyColumn[] {
  const column = (heading: string, text: () => string): KeyColumn => ({
    id: 'extra',
    heading,
    text,
  });
  return [
    column('登録日', () => values.date(makeDate(pick))),
    column('ライセンスキー発行日', () => values.date(makeDate(pick))),
    column('状態変更日', () => values.date(makeDate(pick))),
    column('旧キー有効期限', () => (pick.bool(0.5) ? '-' : values.date(makeDate(pick)))),
    column('有効期限通知', () => pick.oneOf(['ON', 'OFF'])),
    column('アプリID', () => String(pick.int(1000, 9999))),
    column('管理番号', () => makeLast4(pick)),
    column('備考', () =>
      pick.oneOf(['', '-', '本店用', '停止中のため再申請', '2026/03/31に見直し']),
    ),
    column('利用API数', () => String(pick.int(1, 60))),
    column('詳細説明', () => pick.oneOf(['受注を取り込みます', '在庫 & 商品', ''])),
    column('担当者', () => pick.oneOf(['山田', '佐藤 花子', 'yamada@example.jp'])),
  ];
}

/** Which columns a key table shows, in which order. Writes extra cells and lost columns into the truth. */
export function chooseKeyColumns(truth: Truth, values: Values, pick: Pick, ink: Ink): KeyColumn[] {
  const heading = (id: Exclude<KeyColumnId, 'extra'>): string => pick.oneOf(HEADINGS[id]);
  const own: Record<Exclude<KeyColumnId, 'extra'>, KeyColumn> = {
    developer: { id: 'developer', heading: heading('developer'), text: (k) => k.developer ?? '' },
    app: { id: 'app', heading: heading('app'), text: (k) => k.app ?? '' },
    last4: { id: 'last4', heading: heading('last4'), text: (k) => values.last4(k) },
    expires: { id: 'expires', heading: heading('expires'), text: (k) => values.expires(k) },
    state: { id: 'state', heading: heading('state'), text: (k) => k.stateText },
    detail: { id: 'detail', heading: heading('detail'), text: () => '詳細' },
  };
  let license = [own.last4, own.expires, own.state];
  if (ink.knob('licenseColumnsMoved', pick.bool(0.15))) license = pick.shuffle(license);
  let rest = [own.developer, own.app];
  if (ink.knob('appBeforeDeveloper', pick.bool(0.15))) rest = [own.app, own.developer];
  const blocks = [rest, license];
  if (ink.knob('licenseFirst', pick.bool(0.08))) blocks.reverse();
  let columns = blocks.flat();
  if (pick.bool(0.012)) {
    const lost = pick.oneOf(['last4', 'expires', 'state'] as const);
    ink.knobs.push(`lost:${lost}`);
    columns = columns.filter((c) => c.id !== lost);
    loseColumn(truth, lost);
  }
  if (ink.knob('noDetailColumn', pick.bool(0.2))) own.detail.heading = 'none';
  else if (ink.knob('detailFirst', pick.bool(0.08))) columns.unshift(own.detail);
  else columns.push(own.detail);
  const extras = pick.bool(0.25) ? pick.some(extraColumns(pick, values), pick.int(1, 2)) : [];
  for (const extra of extras) {
    ink.knobs.push(`extra:${extra.heading}`);
    // Never inside the license columns: their group heading stands over exactly three.
    const inside = columns.indexOf(license[0]!);
    const at = pick.oneOf([0, columns.length, inside < 0 ? 0 : inside]);
    columns.splice(at, 0, fixed(extra, truth));
  }
  return columns;
}

function loseColumn(truth: Truth, lost: 'last4' | 'expires' | 'state'): void {
  truth.mustFlag.push('noColumn');
  for (const key of truth.keys) {
    if (lost === 'last4') key.last4 = null;
    if (lost === 'expires') [key.expiresOn, key.impossibleDate] = [null, null];
    if (lost === 'state') [key.state, key.stateText] = ['unknown', ''];
  }
}

/** An extra column whose cells are chosen once, and noted in the truth. */
function fixed(column: KeyColumn, truth: Truth): KeyColumn {
  const cells = new Map(truth.keys.map((key, i) => [key, column.text(key, i)]));
  for (const [key, text] of cells) key.extra.push([column.heading, text]);
  return { ...column, text: (key) => cells.get(key) ?? '' };
}

/** Columns of システムイベント通知サービスアクセス許可設定. */
export function chooseEventColumns(values: Values, pick: Pick, ink: Ink): EventColumn[] {
  let columns: EventColumn[] = [
    { id: 'company', heading: '会社名', text: (e) => e.company },
    { id: 'service', heading: 'サービス名', text: (e) => e.service },
    { id: 'started', heading: '利用開始日', text: (e) => values.started(e) },
    { id: 'state', heading: '状態', text: (e) => e.stateText },
  ];
  if (ink.knob('eventColumnsMoved', pick.bool(0.1))) columns = pick.shuffle(columns);
  if (pick.bool(0.7)) columns.push({ id: 'detail', heading: '詳細', text: () => '' });
  return columns;
}
