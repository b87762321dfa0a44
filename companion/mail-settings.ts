import { makeSecret } from '../utils/model/secret.ts';
import { mailAddress } from '../utils/reminders/channels/mail.ts';
import type { SmtpSettings } from './mail.ts';
import { isLoopback, SettingError, type Env } from './setting.ts';

const SUBMISSION = '587';
/** TLS from the first byte. */
const SMTPS = 465;
const HOST = /^[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?$/i;

/** The shop's own mail server; null = none is set, and there is no mail. Throws `SettingError`. */
export function smtpFrom(env: Env): SmtpSettings | null {
  const host = env['KAGIBAN_SMTP_HOST'] || null;
  if (host === null) return null;
  if (!HOST.test(host)) throw new SettingError('KAGIBAN_SMTP_HOST', 'is no host name');
  const text = env['KAGIBAN_SMTP_PORT'] || SUBMISSION;
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port < 1 || port > 65_535) {
    throw new SettingError('KAGIBAN_SMTP_PORT', 'must be a number from 1 to 65535');
  }
  const from = mailAddress(env['KAGIBAN_SMTP_FROM'] ?? '');
  if (!from)
    throw new SettingError('KAGIBAN_SMTP_FROM', 'must be the address that mails come from');
  const user = env['KAGIBAN_SMTP_USER'] || null;
  const password = env['KAGIBAN_SMTP_PASSWORD'] || null;
  if ((user === null) !== (password === null)) {
    throw new SettingError('KAGIBAN_SMTP_USER', 'comes together with KAGIBAN_SMTP_PASSWORD');
  }
  return {
    host,
    port,
    from,
    user,
    password: password === null ? null : makeSecret(password),
    secure: port === SMTPS,
    requireTls: !isLoopback(host),
  };
}
