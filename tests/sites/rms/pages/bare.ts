import { HOSTS } from '../../hosts.ts';
import { html, type Html } from '../../lib/html.ts';
import type { RmsShop } from '../model.ts';
import type { RmsWorld } from '../world.ts';
import { barePage, rmsPage } from './layout.ts';

/** R-Login. After it, the browser goes to `back`. */
export const loginPage = (world: RmsWorld, back: string, error: string | null): Html =>
  barePage(
    world,
    'R-Login (R-ログイン)',
    html`<p>R-Login IDとパスワードを入力してください。</p>
      ${error !== null && html`<p class="error" role="alert">${error}</p>`}
      <form method="post" action="https://${HOSTS.login}/">
        <input type="hidden" name="back" value="${back}" />
        <p>
          <label>R-Login ID<br /><input name="login_id" autocomplete="off" size="30" /></label>
        </p>
        <p>
          <label
            >R-Login パスワード<br /><input
              type="password"
              name="passwd"
              autocomplete="off"
              size="30"
          /></label>
        </p>
        <p class="buttons"><button class="button main">次へ</button></p>
      </form>
      <p class="note">
        ※ログイン後、一定時間が経過した場合、または午前5時を過ぎた場合は再度ログインが必要です。
      </p>`,
    'login',
  );

export const maintenancePage = (world: RmsWorld): Html =>
  barePage(
    world,
    'メンテナンス中',
    html`<p>ただいまシステムメンテナンスを実施しております。</p>
      <p>店舗様にはご迷惑をおかけいたしますが、終了までしばらくお待ちください。</p>`,
    'other',
  );

export const noPermissionPage = (world: RmsWorld, shop: RmsShop): Html =>
  rmsPage(world, shop, {
    title: 'アクセス権限エラー',
    guide: 'other',
    apiMenu: true,
    body: html`<p class="error">この機能を利用する権限がありません。</p>
      <p>店舗様の管理者の方に、ユーザ権限の設定をご確認ください。</p>`,
  });

export const notFoundPage = (world: RmsWorld, shop: RmsShop): Html =>
  rmsPage(world, shop, {
    title: 'ページが見つかりません',
    guide: 'other',
    body: html`<p>お探しのページは見つかりませんでした。</p>`,
  });
