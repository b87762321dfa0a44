import { homedir } from 'node:os';
import { isIP } from 'node:net';
import path from 'node:path';
import { RMS_API_URL } from '../utils/keytest/run.ts';
import { isPublic } from './outgoing/addresses.ts';
import type { SmtpSettings } from './mail.ts';
import { smtpFrom } from './mail-settings.ts';
import { isLoopback, SettingError, type Env } from './setting.ts';

export interface Settings {
  host: string;
  port: number;
  /** Folder of the embedded database, and of the key file. */
  data: string;
  /** `postgres://…` instead of the embedded one; it may hold a password. */
  databaseUrl: string | null;
  rmsApiUrl: string;
  /** JSON file of a tool vendor's serviceSecrets; null = no vendor's keys are tested. */
  vendorSecrets: string | null;
  /** Keys in base64, separated by commas; null = the key file in `data`. */
  masterKey: string | null;
  /** Names that a request may call us by; anything else is DNS rebinding. */
  hostNames: string[];
  /** PEM files; null = plain HTTP. */
  tls: { cert: string; key: string } | null;
  /** null = no mail. */
  smtp: SmtpSettings | null;
  /** Of notices. */
  language: 'ja' | 'en';
}

const LOOPBACK_NAMES = ['127.0.0.1', 'localhost', '[::1]'];
const HOST = /^(?:[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?|[0-9a-f:]{2,39})$/i;

/** Reads the settings. Throws `SettingError` at the first bad one. */
export function settingsFrom(env: Env, platform: NodeJS.Platform = process.platform): Settings {
  const host = hostFrom(env);
  const tls = tlsFrom(env);
  if (!isLoopback(host) && !tls && !flag(env, 'KAGIBAN_BEHIND_TLS')) {
    throw new SettingError(
      'KAGIBAN_HOST',
      `${host} can be reached from outside, so keys would cross the network in the clear. ` +
        'Set KAGIBAN_TLS_CERT and KAGIBAN_TLS_KEY, or KAGIBAN_BEHIND_TLS=yes if a TLS proxy stands in front',
    );
  }
  return {
    host,
    tls,
    port: portFrom(env),
    data: path.resolve(env['KAGIBAN_DATA'] || dataFolder(env, platform)),
    databaseUrl: databaseFrom(env),
    rmsApiUrl: rmsFrom(env),
    masterKey: env['KAGIBAN_MASTER_KEY'] || null,
    vendorSecrets: fileFrom(env, 'KAGIBAN_VENDOR_SECRETS'),
    hostNames: hostNamesFrom(env, host),
    smtp: smtpFrom(env),
    language: languageFrom(env),
  };
}

function hostFrom(env: Env): string {
  const host = env['KAGIBAN_HOST'] || '127.0.0.1';
  if (!HOST.test(host)) throw new SettingError('KAGIBAN_HOST', 'is no host name or address');
  return host;
}

function portFrom(env: Env): number {
  const text = env['KAGIBAN_PORT'] || '8787';
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65_535) {
    throw new SettingError('KAGIBAN_PORT', 'must be a number from 0 to 65535 (0 = any free port)');
  }
  return port;
}

function tlsFrom(env: Env): Settings['tls'] {
  const cert = env['KAGIBAN_TLS_CERT'] || null;
  const key = env['KAGIBAN_TLS_KEY'] || null;
  if (!cert && !key) return null;
  if (cert && key) return { cert: path.resolve(cert), key: path.resolve(key) };
  const missing = cert ? 'KAGIBAN_TLS_KEY' : 'KAGIBAN_TLS_CERT';
  throw new SettingError(missing, 'is missing: a certificate and its key come together');
}

function databaseFrom(env: Env): string | null {
  const text = env['DATABASE_URL'] || null;
  if (text !== null && !/^postgres(?:ql)?:\/\/\S+$/.test(text)) {
    throw new SettingError('DATABASE_URL', 'must begin with postgres://');
  }
  return text;
}

function fileFrom(env: Env, name: string): string | null {
  const text = env[name] || null;
  return text === null ? null : path.resolve(text);
}

function rmsFrom(env: Env): string {
  const text = env['KAGIBAN_RMS_API_URL'] || RMS_API_URL;
  const url = URL.canParse(text) ? new URL(text) : null;
  const bare = url && url.pathname === '/' && !url.search && !url.hash && !url.username;
  if (!url || !bare || !/^https?:$/.test(url.protocol)) {
    throw new SettingError(
      'KAGIBAN_RMS_API_URL',
      'must be an address such as https://api.example.jp',
    );
  }
  if (url.protocol === 'http:' && !isLoopback(url.hostname)) {
    throw new SettingError('KAGIBAN_RMS_API_URL', 'must be https: keys are sent there');
  }
  const literal = isIP(bareHost(url.hostname));
  if (literal && !isLoopback(url.hostname) && !isPublic(bareHost(url.hostname), literal)) {
    const trouble = 'must not be an address of a private network: no key is sent there';
    throw new SettingError('KAGIBAN_RMS_API_URL', trouble);
  }
  return url.origin;
}

/** An IPv6 address without the brackets that it has in a URL. */
const bareHost = (hostname: string): string => hostname.replace(/^\[|\]$/g, '');

function hostNamesFrom(env: Env, host: string): string[] {
  const listed = (env['KAGIBAN_HOSTNAMES'] ?? '').split(',').map((name) => name.trim());
  const names = listed.filter((name) => name !== '').map((name) => name.toLowerCase());
  if (names.some((name) => !HOST.test(name))) {
    throw new SettingError('KAGIBAN_HOSTNAMES', 'must be names separated by commas, without ports');
  }
  if (isLoopback(host)) return [...LOOPBACK_NAMES, ...names];
  const any = host === '0.0.0.0' || host === '::';
  if (any && names.length === 0) {
    throw new SettingError('KAGIBAN_HOSTNAMES', `must list the names used to reach ${host}`);
  }
  return any ? names : [host.includes(':') ? `[${host}]` : host.toLowerCase(), ...names];
}

function languageFrom(env: Env): Settings['language'] {
  const text = env['KAGIBAN_LANGUAGE'] || 'ja';
  if (text === 'ja' || text === 'en') return text;
  throw new SettingError('KAGIBAN_LANGUAGE', 'must be ja or en');
}

function flag(env: Env, name: string): boolean {
  const text = env[name] || 'no';
  if (text === 'yes' || text === 'no') return text === 'yes';
  throw new SettingError(name, 'must be yes or no');
}

function dataFolder(env: Env, platform: NodeJS.Platform): string {
  const home = homedir();
  if (platform === 'win32') {
    return path.join(env['LOCALAPPDATA'] || path.join(home, 'AppData', 'Local'), 'Kagiban');
  }
  if (platform === 'darwin') return path.join(home, 'Library', 'Application Support', 'Kagiban');
  return path.join(env['XDG_DATA_HOME'] || path.join(home, '.local', 'share'), 'kagiban');
}
