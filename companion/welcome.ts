/** What the terminal says to the person who started the companion. Japanese first, English beside it. */

export const listening = (address: string): string =>
  [
    `鍵番コンパニオンが動いています: ${address}`,
    `The Kagiban companion is running: ${address}`,
    '止めるには Ctrl+C を押します。 / Press Ctrl+C to stop it.',
    '',
  ].join('\n');

/** The code and what to do with it. The line `pairing code:` stays as it is: scripts may read it. */
export const pairing = (code: string): string =>
  [
    '',
    `  pairing code: ${code}`,
    '',
    '1. ブラウザーの鍵番を開き、設定の「コンパニオン」にアドレスと上のコードを入力します。',
    '2. コードは10分間、1回だけ使えます。5回まちがえると使えなくなります。',
    '3. 次のコードは `npm run companion -- pair` で表示します。',
    '',
    '1. Open Kagiban in the browser and enter the address and this code under Settings, Companion.',
    '2. It works once, for 10 minutes. After five wrong tries it is void.',
    '3. `npm run companion -- pair` prints another one.',
    '',
  ].join('\n');

export const paired = (count: number): string =>
  [
    `ペアリング済みのブラウザー: ${count}。増やすには \`npm run companion -- pair\``,
    `Paired browsers: ${count}. To add one: \`npm run companion -- pair\``,
    '',
  ].join('\n');

export const usage = [
  '使い方 / Usage:',
  '  npm run companion                         起動する / start',
  '  npm run companion -- pair                 ペアリングコードを表示する / print a pairing code',
  '  npm run companion -- pair 123456 234567   その店舗だけのコード / a code for these shops only',
  '  npm run companion -- backup FILE          データを控える / back up',
  '  npm run companion -- restore FILE         控えから戻す / restore a back-up',
  '  npm run companion -- rotate-key           マスターキーを替える / change the master key',
  '設定は docs/companion.md にあります。 / Settings: docs/companion.md',
  '',
].join('\n');
