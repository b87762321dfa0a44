import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Env } from '../../../companion/setting.ts';
import { settingsFrom } from '../../../companion/settings.ts';

describe('settings', () => {
  test('without any: this machine only, the real API', () => {
    expect(settingsFrom({}, 'linux')).toMatchObject({
      host: '127.0.0.1',
      port: 8787,
      rmsApiUrl: 'https://api.rms.rakuten.co.jp',
      hostNames: ['127.0.0.1', 'localhost', '[::1]'],
      tls: null,
    });
  });

  test('the data lie where each system keeps them', () => {
    const data = (env: Env, platform: NodeJS.Platform) => settingsFrom(env, platform).data;
    expect(data({ XDG_DATA_HOME: '/x' }, 'linux')).toBe(path.join('/x', 'kagiban'));
    expect(data({}, 'darwin')).toMatch(/Library.Application Support.Kagiban$/);
    expect(data({ LOCALAPPDATA: '/y' }, 'win32')).toBe(path.join('/y', 'Kagiban'));
    expect(data({ KAGIBAN_DATA: '/z/k' }, 'linux')).toBe('/z/k');
  });

  test.each<[Env, RegExp]>([
    [{ KAGIBAN_PORT: 'abc' }, /^KAGIBAN_PORT: /],
    [{ KAGIBAN_PORT: '65536' }, /^KAGIBAN_PORT: /],
    [{ KAGIBAN_PORT: '-1' }, /^KAGIBAN_PORT: /],
    [{ KAGIBAN_HOST: 'a b' }, /^KAGIBAN_HOST: /],
    [{ KAGIBAN_HOST: '0.0.0.0' }, /^KAGIBAN_HOST: .*KAGIBAN_TLS_CERT/],
    [{ KAGIBAN_HOST: '192.168.1.5' }, /^KAGIBAN_HOST: .*in the clear/],
    [{ KAGIBAN_HOST: '0.0.0.0', KAGIBAN_BEHIND_TLS: 'yes' }, /^KAGIBAN_HOSTNAMES: /],
    [{ KAGIBAN_BEHIND_TLS: 'maybe', KAGIBAN_HOST: '10.0.0.1' }, /^KAGIBAN_BEHIND_TLS: /],
    [{ KAGIBAN_HOSTNAMES: 'a.example, b/c' }, /^KAGIBAN_HOSTNAMES: /],
    [{ KAGIBAN_TLS_CERT: 'c.pem' }, /^KAGIBAN_TLS_KEY: /],
    [{ KAGIBAN_TLS_KEY: 'k.pem' }, /^KAGIBAN_TLS_CERT: /],
    [{ KAGIBAN_RMS_API_URL: 'x' }, /^KAGIBAN_RMS_API_URL: /],
    [{ KAGIBAN_RMS_API_URL: 'http://api.example.jp' }, /^KAGIBAN_RMS_API_URL: .*https/],
    [{ KAGIBAN_RMS_API_URL: 'https://api.example.jp/path' }, /^KAGIBAN_RMS_API_URL: /],
    [{ KAGIBAN_RMS_API_URL: 'https://192.168.0.9' }, /^KAGIBAN_RMS_API_URL: .*private/],
    [{ KAGIBAN_RMS_API_URL: 'https://[fd00::1]' }, /^KAGIBAN_RMS_API_URL: .*private/],
    [{ KAGIBAN_RMS_API_URL: 'ftp://api.example.jp' }, /^KAGIBAN_RMS_API_URL: /],
  ])('%o stops the start with one line', (env, line) => {
    let message = '';
    try {
      settingsFrom(env, 'linux');
    } catch (error) {
      message = (error as Error).message;
    }
    expect(message).toMatch(line);
    expect(message).not.toContain('\n');
  });

  test('wider, said twice', () => {
    const env = { KAGIBAN_HOST: '0.0.0.0', KAGIBAN_BEHIND_TLS: 'yes' };
    expect(settingsFrom({ ...env, KAGIBAN_HOSTNAMES: 'Key.example.jp' }).hostNames).toEqual([
      'key.example.jp',
    ]);
    const own = settingsFrom({ KAGIBAN_HOST: '10.0.0.7', KAGIBAN_BEHIND_TLS: 'yes' });
    expect(own.hostNames).toEqual(['10.0.0.7']);
  });
});
