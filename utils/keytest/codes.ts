/** RMS's error codes, what they say (rms.md §6), and how to know one from free text. */

const CODE = /^(?:[A-Z]{2}\d{2}-\d{2}|[A-Z]{2}\d{4}|ORDER_EXT_API_[A-Z]+(?:_[A-Z]+){0,5}_\d{2,4})$/;

/** Does it look like a code of RMS? Anything else is free text, which is never kept. */
export const isCode = (text: string): boolean => CODE.test(text);

/** Credentials malformed: grade D, so it only moves a cause to the front. */
export const isMalformed = (code: string | null): boolean =>
  code !== null && /^GK000[156]$/.test(code);

/** The gateway refused the credentials or the function; which of them, a code alone cannot tell. */
export const isAuthCode = (code: string): boolean =>
  code === 'GA0001' || code === 'ES01-01' || code === 'ES04-01' || isMalformed(code);

/** An answer from behind the gateway: so the key is valid and the function permitted. */
export const isDomainCode = (code: string): boolean =>
  code.startsWith('ORDER_EXT_') || /^IE\d/.test(code) || code === 'GE0014';

/** A code of the gateway itself, known or not: it never proves a permission. */
export const isGatewayCode = (code: string): boolean => /^(?:GA|GK|ES|DR)\d/.test(code);
