import { launchKagiban } from '../../tests/e2e/support/launch.ts';
import type { Sites } from '../../tests/sites/start.ts';
import type { RunningCompanion } from './companion.ts';

const whatToTry = (sites: Sites, { address, code }: RunningCompanion): string => `
練習用のRMSと連携ツールです。どれも偽物で、何をしても楽天には届きません。
ツールバーに鍵番が見えないときは、拡張機能(パズルの形)のボタンから開いてください。

  1. 開いた画面の「アプリ一覧へ」を押す             表に残り日数が書き添えられ、鍵番に数字が付きます
  2. ツールバーの鍵番を押す                         急ぐキーから順に並びます
  3. 一覧の「詳細」→ チェック →「確認する」         キーが表示されます
  4. 鍵番を開いて「運ぶ」                           キーを運びます(画面には出ません)
  5. ツールの設定を開き、鍵番を開いて「入力する」   保存は自分で押します
       ネクストエンジン  ${sites.urls.nextEngine()}
       GoQSystem         ${sites.urls.goqSystem()}
       ECステーション    ${sites.urls.ecStation()}
  6. 鍵番の「キーを確かめる」                       練習用のAPIで確かめます

  コンパニオン  ${address}  ペアリングコード ${code}  (台帳の「設定」に入れるとつながります)

This is a practice RMS with practice tools; nothing here reaches Rakuten. Open アプリ一覧, then Kagiban in
the toolbar; show a key (詳細, the check, 確認する), Carry it, open a tool's settings and Fill.
The companion listens on ${address}; its pairing code is ${code} (Kagiban's ledger, settings).

ブラウザを閉じるか Ctrl+C で終わります。 / Close the browser or press Ctrl+C to end.
`;

/** Opens a browser to play with, and waits until it is closed. */
export async function play(sites: Sites, companion: RunningCompanion): Promise<number> {
  const kagiban = await launchKagiban({
    resolverRules: sites.resolverRules,
    headless: false,
    viewport: null,
    pinned: true,
  });
  const closed = new Promise((resolve) => kagiban.context.once('close', resolve));
  const page = kagiban.context.pages()[0] ?? (await kagiban.context.newPage());
  await page.goto(sites.urls.mainMenu);
  // The welcome page has opened by itself; what to try stands on RMS's.
  await page.bringToFront();
  console.log(whatToTry(sites, companion));
  const stop = (): void => void kagiban.close();
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  await closed;
  return 0;
}
