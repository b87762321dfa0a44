import { lines } from '../../ink.ts';
import type { Desk } from '../family.ts';

const HEAD =
  '<tr><th>アプリ登録者</th><th>アプリ名</th><th>ライセンスキー</th><th>有効期限</th><th>状態</th></tr>';
const ROW =
  '<tr><td>株式会社サンプル</td><td>サンプルアプリ</td><td>末尾4桁: ABCD</td><td>2024/12/31</td><td>利用中</td></tr>';
const TABLE = `<table border="1">${HEAD}${ROW}</table>`;

/** Help beside the list that looks like it: seen as a sample by a person, or not seen at all. */
export function samples({ ink, pick }: Desk): { above: string; below: string } {
  const kind = ink.choice(
    'sample',
    pick.oneOf([
      'none',
      'none',
      'details',
      'displayNone',
      'hidden',
      'template',
      'comment',
      'visible',
      'legend',
      'steps',
    ] as const),
  );
  const html = {
    none: '',
    details: `<details><summary>表示例</summary>${TABLE}</details>`,
    displayNone: `<div id="help" style="display:none">${TABLE}</div>`,
    hidden: `<div hidden>${TABLE}</div>`,
    template: `<template>${TABLE}</template>`,
    comment: `<!-- ${TABLE} -->`,
    visible: lines(
      '<aside class="help"><h3>【表示例】画面の見かた</h3>',
      TABLE,
      '<p>※上の表は見本です。</p></aside>',
    ),
    legend:
      '<table><caption>「状態」ごとの説明</caption><tr><th>状態</th><th>説明</th></tr><tr><td>利用中</td><td>有効なライセンスキーがあります</td></tr><tr><td>利用中 更新あり</td><td>アプリの更新があります</td></tr><tr><td>停止中</td><td>利用を停止しています</td></tr></table>',
    steps:
      '<ol><li>「詳細」をクリックします。</li><li>「有効期限」を確認します（例：2025/05/26）。</li><li>「状態」が「利用中」であることを確認します。</li></ol>',
  } as const;
  const chosen = html[kind];
  return pick.bool(0.5) ? { above: chosen, below: '' } : { above: '', below: chosen };
}
