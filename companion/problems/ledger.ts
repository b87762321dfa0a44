import type { Problem } from './problem.ts';

/** Shops, and what is known of them. */
export const LEDGER = {
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
} satisfies Record<string, Problem>;
