import { guideBar } from '../../lib/guide.ts';
import type { Html } from '../../lib/html.ts';
import { HOSTS } from '../../hosts.ts';
import type { RmsWorld } from '../world.ts';

const CONTROLS = [
  [`https://${HOSTS.apps}/apisson/`, 'アプリ一覧へ'],
  ['/stand-in/markup/a', '画面の作り A'],
  ['/stand-in/markup/b', '画面の作り B'],
  ['/stand-in/markup/c', '画面の作り C'],
  ['/stand-in/broken', '読めない画面にする／戻す'],
  ['/stand-in/maintenance', 'メンテナンスにする／戻す'],
  ['/stand-in/logout', '朝5時のログアウト'],
] as const;

const TOOLS = [
  [`https://${HOSTS.nextEngine}/`, 'ネクストエンジンの設定'],
  [`https://${HOSTS.goqSystem}/`, 'GoQSystemの設定'],
  [`https://${HOSTS.ecStation}/`, 'ECステーションの設定'],
] as const;

const TRY = {
  mainMenu: [
    '「アプリ一覧へ」を開くと、鍵番がキーの一覧を読みます。',
    '実際のRMSと同じ道は「各種申請・設定変更」→「WEB APIサービスアクセス許可設定」です。',
  ],
  list: [
    '表の中に鍵番の印が付きます。ツールバーの鍵番を開いて、読んだ内容を見てください。',
    '行の「詳細」を開き、チェックを入れて「確認する」を押すとキーが出ます。そこで鍵番を開いて「運ぶ」を押します。',
  ],
  detail: [
    'チェックと「確認する」は人が押します。鍵番は押しません。',
    'キーが出たら鍵番を開いて「運ぶ」を押し、下のリンクからツールの設定を開いて「入力」を押します。',
    '「新しいライセンスキーを発行」や「アップデートする」も試せます。この画面は行ったことを覚えています。',
  ],
  login: ['R-Login IDは akanedo または shiokaze、パスワードは demo です。別の店舗に入り直せます。'],
  other: ['この画面にはキーがありません。鍵番は静かにしています。'],
} as const;

export type GuidePage = keyof typeof TRY;

export function rmsGuide(world: RmsWorld, page: GuidePage): Html | null {
  if (!world.guide) return null;
  return guideBar(TRY[page], page === 'detail' ? [...CONTROLS, ...TOOLS] : CONTROLS);
}
