import type { Problem } from './problem.ts';

/** What is refused whatever was asked for. */
export const REQUESTS = {
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
  notFound: {
    status: 404,
    title: 'There is nothing at this address',
    next: {
      ja: '/openapi.json にあるアドレスを使ってください。',
      en: 'Use an address of /openapi.json.',
    },
  },
} satisfies Record<string, Problem>;
