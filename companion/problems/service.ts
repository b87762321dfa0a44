import type { Problem } from './problem.ts';

/** Troubles of the companion itself. */
export const SERVICE = {
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
