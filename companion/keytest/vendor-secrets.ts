import { readFileSync } from 'node:fs';
import * as z from 'zod/mini';
import { appKey } from '../../utils/ledger/names.ts';
import { makeSecret, type Secret } from '../../utils/model/secret.ts';
import { SettingError } from '../setting.ts';

const fileSchema = z.array(
  z.strictObject({
    developer: z.string().check(z.minLength(1), z.maxLength(200)),
    app: z.string().check(z.minLength(1), z.maxLength(200)),
    serviceSecret: z.string().check(z.regex(/^[\x21-\x7e]{1,256}$/)),
  }),
);

/** The serviceSecret of an app by the names that RMS shows; null = none of ours. */
export type VendorSecrets = (app: { developer: string; app: string }) => Secret | null;

/**
 * Reads the file of a tool vendor: `[{"developer": "…", "app": "…", "serviceSecret": "…"}]`. Throws
 * `SettingError`, which holds nothing of the file.
 */
export function readVendorSecrets(file: string): VendorSecrets {
  const entries = fileSchema.safeParse(jsonIn(file));
  if (!entries.success) {
    throw new SettingError(
      'KAGIBAN_VENDOR_SECRETS',
      'must hold a JSON list of {"developer", "app", "serviceSecret"}',
    );
  }
  const secrets = new Map(
    entries.data.map((one) => [appKey(one.developer, one.app), makeSecret(one.serviceSecret)]),
  );
  return ({ developer, app }) => secrets.get(appKey(developer, app)) ?? null;
}

function jsonIn(file: string): unknown {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new SettingError('KAGIBAN_VENDOR_SECRETS', 'the file cannot be read');
  }
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
