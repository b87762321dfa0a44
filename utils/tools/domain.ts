/**
 * The registrable domain of a host, to be shown large before the first fill. A full public suffix list
 * weighs 130 kB; these are the suffixes of Japan, those of other countries in two labels, and hosts
 * that lend names to anybody. Where it errs it shows more of the host, never less than two labels.
 */
const LENT = new Set([
  'amazonaws.com',
  'appspot.com',
  'azurewebsites.net',
  'blogspot.com',
  'cloudfront.net',
  'firebaseapp.com',
  'fly.dev',
  'github.io',
  'gitlab.io',
  'glitch.me',
  'herokuapp.com',
  'netlify.app',
  'ngrok.io',
  'onrender.com',
  'pages.dev',
  'run.app',
  'sakura.ne.jp',
  'surge.sh',
  'vercel.app',
  'web.app',
  'windows.net',
  'workers.dev',
  'xsrv.jp',
]);
/** `co.jp`, `com.au`, `org.uk`: a short word under a country. */
const SECOND_LEVEL = /^(?:[a-z]{2,3}|gouv|asso|info|name|firm)\.[a-z]{2}$/;
const PREFECTURE =
  /(?:^|\.)(?:aichi|akita|aomori|chiba|ehime|fukui|fukuoka|fukushima|gifu|gunma|hiroshima|hokkaido|hyogo|ibaraki|ishikawa|iwate|kagawa|kagoshima|kanagawa|kochi|kumamoto|kyoto|mie|miyagi|miyazaki|nagano|nagasaki|nara|niigata|oita|okayama|okinawa|osaka|saga|saitama|shiga|shimane|shizuoka|tochigi|tokushima|tokyo|tottori|toyama|wakayama|yamagata|yamaguchi|yamanashi)\.jp$/;

export function domainOf(host: string): string {
  if (/^[\d.]+$|^\[|^localhost$/.test(host)) return host;
  const labels = host.toLowerCase().replace(/\.$/, '').split('.');
  return labels.slice(-(suffixLength(labels) + 1)).join('.');
}

/** How many labels at the end anybody may register under. */
function suffixLength(labels: string[]): number {
  const two = labels.slice(-2).join('.');
  // 地域型: the city stands between the name and the prefecture (`shop.shinjuku.tokyo.jp`).
  if (PREFECTURE.test(two) && labels.length > 2) return 3;
  const lent = [4, 3, 2].find((count) => LENT.has(labels.slice(-count).join('.')));
  if (lent !== undefined) return lent;
  return SECOND_LEVEL.test(two) ? 2 : 1;
}
