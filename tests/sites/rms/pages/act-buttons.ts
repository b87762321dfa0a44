import { html, type Html } from '../../lib/html.ts';
import type { ActName } from '../acts.ts';
import { isExpired } from '../states.ts';
import type { Found, RmsWorld } from '../world.ts';

const WORDS: Record<ActName, { button: string; question: string }> = {
  update: { button: 'アップデートする', question: 'アップデートしますか?' },
  issue: { button: '新しいライセンスキーを発行', question: '新しいライセンスキーを発行しますか?' },
  approve: { button: 'アクセス承認', question: 'アクセスを承認しますか?' },
  stop: { button: '利用停止', question: '利用停止しますか?' },
  resume: { button: '利用開始', question: '利用開始しますか?' },
};

// RMS's own sentence (seed 002, step 7).
const UPDATE_NOTE =
  'アプリがアップデートされ、店舗情報へのアクセスが追加されました。このアプリによる、上記のデータアクセスを承認する場合には、「アップデートする」ボタンを選択してください。アップデートによる新しいAPIの追加により、ライセンスの有効期限が切れる場合があります。ご了承ください。アップデートしない場合でも、これまでご利用の機能は継続してご利用いただけます。';

function namesOf(world: RmsWorld, { app, license }: Found): ActName[] {
  if (license.phase === 'awaitingApproval') return ['approve'];
  if (license.phase === 'stopped') return ['resume', 'issue'];
  if (isExpired(license, world.clock())) return ['issue'];
  return app.offered.length > 0 && !license.superseded
    ? ['stop', 'issue', 'update']
    : ['stop', 'issue'];
}

const note = (names: readonly ActName[], { app }: Found): Html | false => {
  if (names.includes('update')) return html`<p class="note">${UPDATE_NOTE}</p>`;
  return (
    names.includes('approve') &&
    html`<p class="note">
      ${app.developer}からのアクセス承認の申請です。上記のデータアクセスを承認する場合には、「アクセス承認」ボタンを選択してください。
    </p>`
  );
};

/** The buttons at the bottom. Each asks once more in a popup, as RMS does (seed 002, step 7). */
export function actsOf(world: RmsWorld, found: Found): Html {
  const names = namesOf(world, found);
  const path = `/apisson/apps/${found.license.id}`;
  return html`${note(names, found)}
    <div class="buttons">
      <a class="button" href="/apisson/">戻る</a>
      ${found.app.owner === 'shop' && html`<a class="button" href="${path}/functions">利用機能編集</a>`}
      ${names.map((name) => html`<form method="post" action="${path}/${name}" onsubmit="return confirm('${WORDS[name].question}')"><button class="button ${name === 'update' && 'main'}">${WORDS[name].button}</button></form>`)}
    </div>`;
}
