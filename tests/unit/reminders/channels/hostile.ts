import * as fc from 'fast-check';

/** What a page may call an app, in the hope that a chat, a ticket or a mail program makes something of it. */
export const HOSTILE = [
  '[To:all] [toall] [To:1001] 島田さん',
  '[code]x[/code][info][title]鍵番[/title]振込先が変わりました[/info]',
  '[rp aid=1001 to=5001-1][qt][qtmeta aid=1 time=1]x[/qt][hr][picon:1][dtext:chatroom_added]',
  '(F) (beer) :) ;) (y) 8-|',
  '<!channel> <!here> <@U012AB3CD> <#C024BE7LR|general> <!subteam^S1|all>',
  '<https://evil.example/login|RMSを開く>',
  '<users/all> <users/123>',
  '<at>みんな</at> <m userId="all">',
  '@here @channel @everyone @all ＠all',
  '*太字* _斜体_ ~取消~ `code` ```block``` > 引用',
  '[RMSを開く](https://evil.example) ![x](https://evil.example/x.png)',
  '# 見出し\n- 一\n+ 二\n1. 三\n| a | b |',
  '{{ticket.requester.email}} {% raw %} ${7*7} #{x}',
  '=HYPERLINK("https://evil.example","RMS") ',
  '+1+cmd|"/C calc"!A0',
  '-2+3',
  '@SUM(1+9)*cmd',
  'https://evil.example/a?b=c http://evil.example www.evil.co.jp evil.com/x mailto:a@evil.com',
  'javascript:alert(1) data:text/html,x tel:0312345678 slack://open 10.0.0.1/x 💩.la localhost:8080/x',
  'a@evil.example staff@akanedo.test',
  'x\r\nBcc: everybody@evil.example\r\n\r\n本文',
  'x\nATTENDEE:mailto:a@evil.example\nEND:VEVENT\nBEGIN:VEVENT',
  'x\r\n.\r\nMAIL FROM:<a@evil.example>',
  '<script>alert(1)</script><img src=x onerror=alert(1)> " onmouseover="x" \' &amp; &lt;b&gt;',
  '</p></body></html><a href="https://evil.example">RMS</a>',
  '=?UTF-8?B?QmNjOiBhQGV2aWwuZXhhbXBsZQ==?=',
  '\u202Egnp.exe\u2066x\u2069 \u200Bze\u200Bro\u00AD \uFEFF \u2028\u2029\u0085\u000B',
  '\u{E0041}\u{E0042} \uD800 lone',
  '\\n\\;\\,"; , : \\',
  'KGB-0123456789abcdef',
  '長'.repeat(5_000),
  'x'.repeat(50_000),
  '👨‍👩‍👧‍👦'.repeat(400),
] as const;

const RUNS = process.env['KAGIBAN_LONG'] === '1' ? 1_000 : 60;
export const runs = { numRuns: RUNS, seed: 5 };

/** One of them, several of them mixed, cut anywhere, or anything at all. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc
    .array(fc.constantFrom(...HOSTILE.slice(0, -3)), { minLength: 2, maxLength: 4 })
    .map((parts) => parts.join('')),
  fc
    .tuple(fc.constantFrom(...HOSTILE), fc.nat(80), fc.nat(40))
    .map(([text, from, length]) => text.slice(from, from + length)),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({
    unit: fc.constantFrom(...'[]<>@:/.*_~`|#{}()&;,=+-\\"\'!^ \r\n\u202e\u200bahttps'),
    maxLength: 40,
  }),
);

/** A link as any program may see one: an address with a scheme, a bare domain, a mailbox, an IP address. */
export const LINK =
  /\b[a-z][a-z0-9+.-]{0,40}:[^\s\d)]|\b[\w-]{1,60}\.[a-z]{2,}|[^\s@]@[^\s@]|\b\d+\.\d+\.\d+\.\d+\b/iu;

/** Signs that turn or hide what stands beside them, and the ends of lines. */
export const UNSEEN = /[\p{Cf}\p{Zl}\p{Zp}]|[\p{Cc}]/u;
