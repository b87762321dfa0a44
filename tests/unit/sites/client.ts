import { readFileSync } from 'node:fs';
import { request } from 'node:https';
import { JSDOM } from 'jsdom';
import { certificatePath } from '../../sites/lib/certificate.ts';

export interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

interface Ask {
  method?: string;
  form?: Record<string, string> | URLSearchParams;
  body?: string;
  headers?: Record<string, string>;
}

/** A browser's manners in little: host names go to the stand-ins, cookies are kept, redirects are followed on request. */
export interface Client {
  ask(url: string, options?: Ask): Promise<Answer>;
  /** Follows redirects, as GET. */
  visit(url: string, options?: Ask): Promise<Answer & { url: string; document: Document }>;
}

function send(port: number, url: URL, options: Ask, cookie: string): Promise<Answer> {
  const body =
    options.form === undefined ? options.body : new URLSearchParams(options.form).toString();
  const formType = { 'content-type': 'application/x-www-form-urlencoded' };
  return new Promise((resolve, reject) => {
    const call = request(
      {
        host: '127.0.0.1',
        port,
        ...(/^[\d.]+$/.test(url.hostname) ? {} : { servername: url.hostname }),
        ca: readFileSync(certificatePath),
        method: options.method ?? (body === undefined ? 'GET' : 'POST'),
        path: url.pathname + url.search,
        headers: {
          host: url.host,
          ...(cookie === '' ? {} : { cookie }),
          ...(options.form === undefined ? {} : formType),
          ...options.headers,
        },
        agent: false,
      },
      (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('error', reject);
        answer.on('end', () =>
          resolve({
            status: answer.statusCode ?? 0,
            headers: answer.headers,
            body: Buffer.concat(chunks).toString('utf8'),
          }),
        );
      },
    );
    call.on('error', reject);
    call.end(body);
  });
}

export function makeClient(port: number): Client {
  const cookies = new Map<string, string>();
  const jar = (): string => [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const ask: Client['ask'] = async (url, options = {}) => {
    const answer = await send(port, new URL(url), options, jar());
    for (const cookie of [answer.headers['set-cookie'] ?? []].flat()) {
      const [name = '', value = ''] = (cookie.split(';')[0] ?? '').split('=');
      cookies.set(name, value);
    }
    return answer;
  };
  const visit: Client['visit'] = async (url, options) => {
    const answer = await ask(url, options);
    const to = answer.headers['location'];
    if (typeof to === 'string') return visit(new URL(to, url).href);
    return { ...answer, url, document: new JSDOM(answer.body, { url }).window.document };
  };
  return { ask, visit };
}

export const textOf = (node: Element | null | undefined): string =>
  (node?.textContent ?? '').replace(/\s+/g, ' ').trim();

/** The text of every cell, row by row. */
export const gridOf = (table: Element | null): string[][] =>
  [...(table?.querySelectorAll('tr') ?? [])].map((row) => [...row.children].map(textOf));
