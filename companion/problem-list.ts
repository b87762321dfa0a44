export interface Problem {
  status: 400 | 401 | 403 | 404 | 409 | 413 | 415 | 421 | 422 | 429 | 500 | 503;
  title: string;
  next: { ja: string; en: string };
}

/** Everything that this server refuses, with what to do about it. The words hold nothing that was sent. */
export const PROBLEMS = {
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
    next: {
      ja: '本文を小さくしてください。上限は /openapi.json にあります。',
      en: 'Send less. The limit stands in /openapi.json.',
    },
  },
  badBody: {
    status: 400,
    title: 'The body is not what this address takes',
    next: {
      ja: '項目の過不足や形を確かめてください。知らない項目は受け付けません。',
      en: 'Check the fields and their form. Unknown fields are refused.',
    },
  },
  badQuery: {
    status: 400,
    title: 'The query of the address is not what this address takes',
    next: {
      ja: 'アドレスの ? より後ろを確かめてください。知らない項目は受け付けません。',
      en: 'Check what follows the ? of the address. Unknown names are refused.',
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
  shopUnknown: {
    status: 404,
    title: 'This token reaches no such shop',
    next: {
      ja: '店舗の番号を確かめてください。この店舗を扱うには、その店舗のコードでペアリングし直します。',
      en: 'Check the shop. To work with it, pair with a code that is for this shop.',
    },
  },
  shopUnnamed: {
    status: 422,
    title: 'Nobody knows whose page this is',
    next: {
      ja: 'どの店舗のページかを、鍵番の画面で選んでから送ってください。',
      en: 'Say in Kagiban whose page it is, then send it again.',
    },
  },
  shopConflict: {
    status: 409,
    title: 'The page names another shop',
    next: {
      ja: 'RMSにどの店舗でログインしているかを確かめて、一覧を開き直してください。',
      en: 'Check which shop is logged in to RMS, and open the list again.',
    },
  },
  licenseUnknown: {
    status: 404,
    title: 'This shop has no such key or app',
    next: {
      ja: '先に一覧を読み取って、GET /v1/licenses の番号を使ってください。',
      en: 'Read the list first, and use the ids of GET /v1/licenses.',
    },
  },
  linkUnknown: {
    status: 404,
    title: 'There is no such calendar address',
    next: {
      ja: 'この予定表の登録は取り消されています。新しいアドレスを作って登録し直してください。',
      en: 'This address was deleted. Make a new one and subscribe again.',
    },
  },
  watchUnknown: {
    status: 404,
    title: 'There is no such watch',
    next: {
      ja: 'GET /v1/watches で番号を確かめてください。',
      en: 'Check the id with GET /v1/watches.',
    },
  },
  otherKey: {
    status: 409,
    title: 'This is another key than the one named',
    next: {
      ja: '末尾4桁と店舗を確かめて、キーを運び直してください。',
      en: 'Check the last four characters and the shop, and carry the key again.',
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
  notFound: {
    status: 404,
    title: 'There is nothing at this address',
    next: {
      ja: '/openapi.json にあるアドレスを使ってください。',
      en: 'Use an address of /openapi.json.',
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
  stopping: {
    status: 503,
    title: 'The companion is stopping',
    next: {
      ja: '少し待ってから、もう一度お試しください。',
      en: 'Try again in a moment.',
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
