import type { Problem } from './problem.ts';

/** Channels and reminders. */
export const NOTICES = {
  channelUnfit: {
    status: 422,
    title: 'This cannot be the address or token of that channel',
    next: {
      ja: '送り先の種類、アドレス、トークンを確かめて、もう一度登録してください。',
      en: 'Check the kind of channel, its address and its token, and set it again.',
    },
  },
  noMail: {
    status: 422,
    title: 'This companion has no mail server',
    next: {
      ja: 'companion の設定 KAGIBAN_SMTP_HOST と KAGIBAN_SMTP_FROM を入れて、起動し直してください。',
      en: 'Set KAGIBAN_SMTP_HOST and KAGIBAN_SMTP_FROM where the companion runs, and start it again.',
    },
  },
  channelUnknown: {
    status: 404,
    title: 'This shop has no such channel',
    next: {
      ja: 'GET /v1/channels で番号を確かめてください。',
      en: 'Check the id with GET /v1/channels.',
    },
  },
  reminderUnknown: {
    status: 404,
    title: 'There is nothing of this kind to answer',
    next: {
      ja: 'すでに解決しています。GET /v1/reminders で、いまあるお知らせを確かめてください。',
      en: 'It is solved already. GET /v1/reminders gives what stands now.',
    },
  },
} satisfies Record<string, Problem>;
