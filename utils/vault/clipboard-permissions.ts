/**
 * To read whether it is still ours, and to empty it: a page that nobody sees may do neither without them
 * (tried in Chromium 156: `paste` works with the first alone, `copy` does not).
 */
export const CLIPBOARD_PERMISSIONS: ('clipboardRead' | 'clipboardWrite')[] = [
  'clipboardRead',
  'clipboardWrite',
];
