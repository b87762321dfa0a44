import type { PageClass } from '../model/reading.ts';
import { isGone } from './dom/visible.ts';
import { BLOCK_WORDS } from './gate.ts';
import type { Heading } from './sections.ts';
import { squeeze } from './text.ts';

/** Words of pages that are known for what they are (rms.md §3, §4); each with its fixture. */
export const PAGE_WORDS = {
  /** Fixture `robot-check`. */
  robot: /ロボットによる操作ではありません|ロボットではありません/,
  robotTitle: /セキュリティチェック/,
  /** Fixture `login`. */
  loginTitle: /^(.*(ログイン|サインイン|login|sign\s?in).*)$/i,
  /** Pages that tell of maintenance and the like without being it. Fixture `news`. */
  news: /お知らせ|障害情報|ニュース|information/i,
  /** Titles of such pages alone. Fixture `news`. */
  newsTitle: /お知らせ|障害情報|ニュース/,
} as const;

/** A page whose only message is that it has none of ours is short. */
const SHORT = 2500;

export interface Blocked {
  document: Document;
  url: URL | null;
  headings: readonly Heading[];
  text: () => string;
  blocked: () => boolean;
  robot: boolean;
}

/** What a page without any readable keys is, before `unreadable` is thought of. */
export function classWithoutKeys({
  document,
  url,
  headings,
  text: said,
  blocked,
  robot,
}: Blocked): PageClass {
  if (robot) return 'robotCheck';
  if (!blocked()) return 'none';
  const text = said();
  const title = squeeze(
    `${document.title} ${headings
      .slice(0, 3)
      .map((one) => one.text)
      .join(' ')}`,
  );
  if (url?.hostname.startsWith('glogin.') || asksToLogIn(document, title, text)) return 'loggedOut';
  if (PAGE_WORDS.news.test(title) && !BLOCK_WORDS.maintenance.test(title)) return 'none';
  // The main menu carries notices of maintenance to come: there only its own title counts.
  const short = text.length < SHORT && !url?.hostname.startsWith('mainmenu.');
  const says = (words: RegExp): boolean => words.test(title) || (short && words.test(text));
  if (says(BLOCK_WORDS.noPermission) || /403/.test(title)) return 'noPermission';
  if (says(BLOCK_WORDS.maintenance) || /503/.test(title)) return 'maintenance';
  return 'none';
}

/** A login page asks for a password; a page that logged somebody out says so and little else. */
function asksToLogIn(document: Document, title: string, text: string): boolean {
  const password = [...document.querySelectorAll('input[type="password"]')].some(
    (el) => !isGone(el),
  );
  if (password && (PAGE_WORDS.loginTitle.test(title) || /ログイン|login/i.test(text))) return true;
  return text.length < SHORT && BLOCK_WORDS.login.test(text);
}
