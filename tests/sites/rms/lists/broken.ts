import { html, type Html } from '../../lib/html.ts';
import { HEADINGS, manual } from './parts.ts';

/** The list as a picture: headings and words are there, rows are not. Nothing can read this one. */
export const brokenList = (): Html =>
  html` <h2>${HEADINGS.apps}</h2>
    ${manual}
    <div class="grid-x">
      <span>アプリ登録者 (システム開発企業)</span> <span>アプリ名</span> <span>ライセンスキー</span>
      <span>有効期限</span> <span>状態</span> <span>詳細</span>
    </div>
    <canvas width="900" height="160" style="border:1px solid #ccc"></canvas>
    <h2>${HEADINGS.events}</h2>
    ${manual} <canvas width="900" height="120" style="border:1px solid #ccc"></canvas>`;
