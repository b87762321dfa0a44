import * as z from 'zod/mini';
import { isCode } from './codes.ts';

/** What an answer's body says, as far as it is one that an API gives. */
export interface BodyFacts {
  /** `data` = whole JSON object or whole XML; `html` = some page; `other` = empty, garbage, half. */
  kind: 'data' | 'html' | 'other';
  /** RMS's codes in it, in order. */
  codes: string[];
  /** Text of `expiryDate`; null = none. */
  expiryDate: string | null;
  /** Digits of `shopId`; null = none. */
  shopId: string | null;
}

const anyObject = z.record(z.string(), z.unknown());
// The shapes that errors come in (rms.md §6). Each is looked for by itself: one odd part of a body
// must not hide a code in another.
const errorList = z.looseObject({ errors: z.array(z.looseObject({ code: z.string() })) });
const results = z.looseObject({ Results: z.looseObject({ errorCode: z.string() }) });
const messages = z.looseObject({
  MessageModelList: z.array(z.looseObject({ messageCode: z.string() })),
});
const expiry = z.looseObject({ expiryDate: z.string().check(z.maxLength(40)) });

const XML_WHOLE = /^(?:<\?xml[^>]*\?>\s*)?<([A-Za-z][\w:.-]*)(?:\s[^>]*)?>[\s\S]*<\/\1>\s*$/;
const XML_SHOP = /<shopId>\s*(\d{1,10})\s*<\/shopId>/;
const XML_CODE = /<(?:errorCode|messageCode|code)>\s*([^<\s]{1,80})\s*</g;

/** Reads a body. Never throws; what is no body of an API is `html` or `other`. */
export function readBody(text: string): BodyFacts {
  const trimmed = text.replace(/^\uFEFF/, '').trim();
  if (trimmed.startsWith('{')) return readJson(trimmed);
  if (/^<(?:!doctype html|html)\b/i.test(trimmed)) return nothingIn('html');
  const xml = XML_WHOLE.exec(trimmed);
  if (!xml || /^html$/i.test(xml[1] ?? ''))
    return nothingIn(/<\/?(?:html|body|head)\b/i.test(trimmed) ? 'html' : 'other');
  const codes = [...trimmed.matchAll(XML_CODE)].map((found) => found[1] ?? '').filter(isCode);
  return { kind: 'data', codes, expiryDate: null, shopId: XML_SHOP.exec(trimmed)?.[1] ?? null };
}

// Only XML was seen of the service that tells it (rms.md §6); JSON is what the newer ones answer.
const JSON_SHOP = /"shopId"\s*:\s*"?(\d{1,10})\b/;

function readJson(text: string): BodyFacts {
  const body = anyObject.safeParse(parsed(text));
  if (!body.success) return nothingIn('other');
  const found = [
    results.safeParse(body.data).data?.Results.errorCode ?? '',
    ...(errorList.safeParse(body.data).data?.errors.map((error) => error.code) ?? []),
    ...(messages.safeParse(body.data).data?.MessageModelList.map((m) => m.messageCode) ?? []),
  ];
  const expiryDate = expiry.safeParse(body.data).data?.expiryDate ?? null;
  return {
    kind: 'data',
    codes: found.filter(isCode),
    expiryDate,
    shopId: JSON_SHOP.exec(text)?.[1] ?? null,
  };
}

const nothingIn = (kind: BodyFacts['kind']): BodyFacts => ({
  kind,
  codes: [],
  expiryDate: null,
  shopId: null,
});

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
