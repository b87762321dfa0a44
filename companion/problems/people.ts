import type { Problem } from './problem.ts';

/** Codes, tokens, browsers and people. */
export const PEOPLE = {
  codeWrong: {
    status: 403,
    title: 'This pairing code is not right',
    next: {
      ja: '表示されたコードをもう一度入力してください。5回まちがえると使えなくなります。',
      en: 'Type the printed code again. After five wrong tries it no longer works.',
    },
  },
  codeGone: {
    status: 403,
    title: 'No pairing code is open',
    next: {
      ja: 'コードは10分間、1回だけ使えます。companion を動かしているパソコンで pair を実行し、新しいコードを表示してください。',
      en: 'A code works once, for ten minutes. Run pair where the companion runs to print a new one.',
    },
  },
  tokenMissing: {
    status: 401,
    title: 'A token is needed',
    next: {
      ja: '先にペアリングしてください。',
      en: 'Pair this browser first.',
    },
  },
  tokenUnknown: {
    status: 401,
    title: 'This token is not known',
    next: {
      ja: 'このブラウザーの登録は取り消されています。もう一度ペアリングしてください。',
      en: 'This browser is no longer paired. Pair it again.',
    },
  },
  deviceRevoked: {
    status: 401,
    title: 'The pairing of this browser was ended',
    next: {
      ja: 'ほかの担当者がこのブラウザーの登録を取り消しました。使い続けるときは、もう一度ペアリングしてください。',
      en: 'Somebody ended the pairing of this browser. Pair it again to go on.',
    },
  },
  deviceUnknown: {
    status: 404,
    title: 'There is no such browser',
    next: {
      ja: 'GET /v1/devices で番号を確かめてください。',
      en: 'Check the id with GET /v1/devices.',
    },
  },
  memberUnknown: {
    status: 404,
    title: 'There is no such person',
    next: {
      ja: 'GET /v1/devices で番号を確かめてください。',
      en: 'Check the id with GET /v1/devices.',
    },
  },
} satisfies Record<string, Problem>;
