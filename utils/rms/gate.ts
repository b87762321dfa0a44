// The first question to every RMS page. It runs in all of them, so nothing heavy is imported here.

// Both cases are written out: to ignore case takes the browser twice as long to compile, and three times to look.
// 「アプリ」 before hiragana is prose (「アプリから」), which every menu holds; a label ends there or goes on in kanji.
const WORDS =
  /ライセンス|ﾗｲｾﾝｽ|有効期[限間]|アプリ(ケーション)?(?!ケーション|[ぁ-ん])|アプリ(ケーション)?(の(名|登録|開発|提供)|が利用)|ｱﾌﾟﾘ|末尾|システムイベント通知サービス|利用製品|利用開始日|サービス名|開発企業|[lL][iI][cC][eE][nN][sScC][eE][kK][eE][yY]|利用機能|障害情報/;
/** As much text as is looked through with its spaces removed. */
const CHARS = 100_000;

/** Words of pages that stand where a list was expected (rms.md §3, §4); each with its fixture. */
export const BLOCK_WORDS = {
  /** Fixture `login`. */
  login:
    /ログインしてください|ログインし直し|再(度)?ログイン|再ログイン|セッションが?(切れ|タイムアウト|無効)|セッションの有効期限|ログインの有効期限|タイムアウトしました|[rR]-[lL]ogin\s?ログイン|ログアウトしました/,
  /** Fixture `no-permission`. */
  noPermission:
    /(権限|利用許可|アクセス許可)が?(ありません|ございません|ない(ため|ユーザ)|不足|与えられていません)|権限のない|アクセスが?(拒否|許可されて(いません|おりません))|閲覧できません|アクセスできません|[fF]orbidden|FORBIDDEN|[aA]ccess\s?[dD]enied|ACCESS\s?DENIED/,
  /** Fixture `maintenance`. */
  maintenance:
    /(ただいま|只今|現在).{0,30}(メンテナンス|サービス(を)?停止|アクセスが?集中)|メンテナンス中|メンテナンスのため|サービスを?(一時)?停止して(います|おります)|一時的にご?利用(いただけません|できません)|[tT]emporarily\s?[uU]navailable|TEMPORARILY\s?UNAVAILABLE|[uU]nder\s?[mM]aintenance|UNDER\s?MAINTENANCE|しばらく(経|た|して).{0,20}(お試し|アクセス|ください)/,
} as const;

/** Cheap first question to raw text: could there be anything of ours in it at all? */
export const mayHold = (text: string): boolean =>
  WORDS.test(text) ||
  WORDS.test(text.slice(0, CHARS).replace(/[\s\u00ad\u200b-\u200d\u2060\ufeff]+/g, ''));

/**
 * Could it be a page that stands where a list should: login, maintenance, no authority, robot check?
 * `part`: as much of its text as may say so.
 */
export const mayBlock = (document: Document, raw: string, part = raw): boolean =>
  document.querySelector('input[type="password"]') !== null ||
  /403|503|[fF]orbidden|FORBIDDEN|[uU]navailable|UNAVAILABLE|メンテナンス|ログイン|権限/.test(
    document.title,
  ) ||
  (raw.length < CHARS && saysBlocked(part));

// Such a page says little; program text in it counts too.
const saysBlocked = (text: string): boolean =>
  [BLOCK_WORDS.login, BLOCK_WORDS.noPermission, BLOCK_WORDS.maintenance].some((words) =>
    words.test(text),
  );

/**
 * Is the page, of which that is the text, worth the whole reader? `false` = the reader would find nothing. Asked
 * again, it looks only at what has changed: some pages change all day.
 */
export function concernIn(document: Document): (text: string) => boolean {
  // Text that holds nothing of ours.
  let known = '';
  return (text) => {
    const part = known === '' ? text : changedIn(known, text);
    const concerns = mayHold(part) || mayBlock(document, text, part);
    known = concerns || text.length >= CHARS ? '' : text;
    return concerns;
  };
}

/** A word or phrase of ours is never longer, with the spaces in it. */
const AROUND = 200;

/** So many letters are compared at once. */
const PIECE = 1024;

/** The stretch of a text that has changed, to a piece, and what stands around it; '' where nothing has. */
export function changedIn(before: string, after: string): string {
  if (before === after) return '';
  const most = Math.min(before.length, after.length);
  const head = alike(most, (n) => before.slice(n, n + PIECE) === after.slice(n, n + PIECE));
  const endOf = (text: string, n: number): string =>
    text.slice(text.length - n - PIECE, text.length - n);
  const tail = alike(most - head, (n) => endOf(before, n) === endOf(after, n));
  return after.slice(Math.max(0, head - AROUND), after.length - tail + AROUND);
}

/** So many letters, in whole pieces and at most `most`, are the same. */
function alike(most: number, isSame: (from: number) => boolean): number {
  let same = 0;
  while (same + PIECE <= most && isSame(same)) same += PIECE;
  return same;
}
