/**
 * A key, secret or token in memory. It has no enumerable content: logging, `JSON.stringify`, string
 * concatenation and structured cloning all lose it. Only `reveal` gives the text.
 */
export interface Secret {
  readonly kind: 'secret';
}

const texts = new WeakMap<Secret, string>();
export const HIDDEN = '［伏せ字］';

export function makeSecret(text: string): Secret {
  const secret: Secret = Object.freeze({
    kind: 'secret' as const,
    toString: () => HIDDEN,
    toJSON: () => HIDDEN,
  });
  texts.set(secret, text);
  return secret;
}

/** The text itself. Call it only where the text leaves for the place that a person chose. */
export function reveal(secret: Secret): string {
  const text = texts.get(secret);
  if (text === undefined) throw new Error('not a secret made in this process');
  return text;
}

/** The last four characters, as RMS itself shows them (rms.md §3). */
export const last4Of = (secret: Secret): string => reveal(secret).slice(-4);

// Shape of a key: rms.md §2. Deliberately wider than the one public sample: any unbroken run of 16 or
// more key characters with a digit in it. A long word without digits (a product name) stays readable.
const KEY_LENGTH = 16;
const KEY_LIKE = new RegExp(`[A-Za-z0-9_-]{${KEY_LENGTH},}`, 'g');

/** Page text with everything that could be a key replaced. Idempotent. */
export function redactKeys(text: string): string {
  // Most of a page is shorter than any key.
  if (text.length < KEY_LENGTH) return text;
  return text.replace(KEY_LIKE, (run) => (/\d/.test(run) ? HIDDEN : run));
}
