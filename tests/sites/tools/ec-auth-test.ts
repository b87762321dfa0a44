import { readFileSync } from 'node:fs';
import { request } from 'node:https';
import { HOSTS } from '../hosts.ts';
import { certificatePath } from '../lib/certificate.ts';
import type { EcStationValues } from './model.ts';

export interface AuthTestResult {
  ok: boolean;
  /** What the page says. */
  message: string;
}
export type AuthTest = (values: EcStationValues) => Promise<AuthTestResult>;

const TIMEOUT_MS = 8000;
const UNREACHABLE = '楽天のAPIに接続できませんでした。時間をおいて再度お試しください。';

interface Answer {
  status: number;
  body: string;
}

// The tool needs order.getOrder (seed 000): it asks for an order that is not there.
function getOrder(port: number, { serviceSecret, licenseKey }: EcStationValues): Promise<Answer> {
  const coded = Buffer.from(`${serviceSecret}:${licenseKey}`).toString('base64');
  return new Promise((resolve, reject) => {
    const call = request(
      {
        host: '127.0.0.1',
        port,
        servername: HOSTS.api,
        ca: readFileSync(certificatePath),
        method: 'POST',
        path: '/es/2.0/order/getOrder/',
        headers: {
          host: HOSTS.api,
          authorization: `ESA ${coded}`,
          'content-type': 'application/json; charset=utf-8',
          'user-agent': 'ec-station-stand-in',
        },
        timeout: TIMEOUT_MS,
      },
      (answer) => {
        let body = '';
        answer.setEncoding('utf8');
        answer.on('data', (chunk: string) => {
          body += chunk;
        });
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body }));
        answer.on('error', reject);
      },
    );
    call.on('timeout', () => call.destroy(new Error('no answer')));
    call.on('error', reject);
    call.end(JSON.stringify({ orderNumberList: ['000000-00000000-0000000000'], version: 7 }));
  });
}

function wordsFor({ status, body }: Answer): AuthTestResult {
  if (status === 429)
    return { ok: false, message: 'アクセスが集中しています。少し待ってから再度お試しください。' };
  if (status >= 500 || body === '') return { ok: false, message: UNREACHABLE };
  if (body.includes('ORDER_EXT_API_')) return { ok: true, message: '認証テストに成功しました。' };
  const [code] = /(?:GA|ES|GK)[\d-]+/.exec(body) ?? ['不明'];
  return {
    ok: false,
    message: `認証エラー: 認証に失敗しました。serviceSecret、licenseKey、有効期限、利用機能の選択をご確認ください。(${code} Un-Authorised)`,
  };
}

/** [認証テスト]: asks the RMS WEB API with what was entered, and says in words how it went. */
export const authTestAt =
  (port: () => number): AuthTest =>
  async (values) => {
    try {
      return wordsFor(await getOrder(port(), values));
    } catch {
      return { ok: false, message: UNREACHABLE };
    }
  };
