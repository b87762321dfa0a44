import type { Context } from 'hono';

interface Problem {
  status: 400 | 401 | 403 | 404 | 409 | 413 | 415 | 421 | 429 | 500 | 503;
  title: string;
  next: { ja: string; en: string };
}

/** Everything that this server refuses, with what to do about it. The words hold nothing that was sent. */
const PROBLEMS = {
  hostRefused: {
    status: 421,
    title: 'This name is not one of this companion',
    next: {
      ja: 'KAGIBAN_HOSTNAMES にこの名前を加えるか、起動時に表示されたアドレスを使ってください。',
      en: 'Add the name to KAGIBAN_HOSTNAMES, or use the address printed at start.',
    },
  },
  originRefused: {
    status: 403,
    title: 'Web pages may not talk to this companion',
    next: {
      ja: 'ブラウザー拡張「鍵番」から接続してください。',
      en: 'Connect from the browser extension Kagiban.',
    },
  },
  notJson: {
    status: 415,
    title: 'Only application/json is taken',
    next: {
      ja: 'Content-Type: application/json で、UTF-8のJSONを送ってください。',
      en: 'Send UTF-8 JSON with Content-Type: application/json.',
    },
  },
  tooLarge: {
    status: 413,
    title: 'The body is too large',
    next: { ja: '16 KB 以内で送ってください。', en: 'Send at most 16 KB.' },
  },
  badBody: {
    status: 400,
    title: 'The body is not what this address takes',
    next: {
      ja: '項目の過不足や形を確かめてください。知らない項目は受け付けません。',
      en: 'Check the fields and their form. Unknown fields are refused.',
    },
  },
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
  notFound: {
    status: 404,
    title: 'There is nothing at this address',
    next: {
      ja: 'docs/companion.md にあるアドレスを使ってください。',
      en: 'Use an address of docs/companion.md.',
    },
  },
  storeFull: {
    status: 503,
    title: 'The database cannot be written',
    next: {
      ja: 'ディスクの空きと、データベース(KAGIBAN_DATA または DATABASE_URL)の権限を確かめてください。',
      en: 'Check the free space and the rights of the database (KAGIBAN_DATA or DATABASE_URL).',
    },
  },
  storeDown: {
    status: 503,
    title: 'The database does not answer',
    next: {
      ja: 'データベースが動いているか確かめてください。戻れば、このまま続けて使えます。',
      en: 'Check that the database runs. Once it is back, everything goes on.',
    },
  },
  unexpected: {
    status: 500,
    title: 'Something went wrong here',
    next: {
      ja: '記録(ログ)の同じ時刻の行を確かめてください。',
      en: 'Look at the log line of this moment.',
    },
  },
} satisfies Record<string, Problem>;

export type ProblemCode = keyof typeof PROBLEMS;

/** An answer in the shape of RFC 9457, with a code and the next step. */
export function problem(c: Context, code: ProblemCode): Response {
  const { status, title, next }: Problem = PROBLEMS[code];
  c.set('problem', code);
  const body = { type: 'about:blank', title, status, code, next };
  const headers = {
    'content-type': 'application/problem+json',
    ...(status === 401 ? { 'www-authenticate': 'Bearer' } : {}),
  };
  return c.body(JSON.stringify(body), status, headers);
}
