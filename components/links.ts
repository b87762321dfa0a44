/** アプリ一覧 (rms.md §3): opened by a person only. */
export const APP_LIST = 'https://ichiba-bs.rms.rakuten.co.jp/apisson/';

export const BOARD = '/board.html';
export const BOARD_SETTINGS = '/board.html#settings';
export const BOARD_TOOLS = '/board.html#tools';

/** The match pattern of everything that is RMS (manifest, DESIGN §7). */
export const RMS_PAGES = 'https://*.rms.rakuten.co.jp/*';
