import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DAY } from '../../../utils/model/time.ts';
import { html } from '../../sites/lib/html.ts';
import { page } from '../../sites/lib/reply.ts';
import { startSites, type Sites } from '../../sites/start.ts';
import { makeClient } from './client.ts';

let sites: Sites;
beforeEach(async () => {
  sites = await startSites();
});
afterEach(() => sites.close());

describe('the stand-ins as a whole', () => {
  test('the certificate names every host, says that it is for tests, and lasts', () => {
    const certificate = new X509Certificate(readFileSync(sites.certificatePath));
    for (const host of sites.hosts) expect(certificate.checkHost(host)).toBe(host);
    expect(certificate.checkIP('127.0.0.1')).toBe('127.0.0.1');
    expect(certificate.subject).toContain('TEST ONLY');
    expect(certificate.validToDate.getTime() - certificate.validFromDate.getTime()).toBeGreaterThan(
      99 * 365 * DAY,
    );
  });

  test('nothing but our hosts resolves in the browser', () => {
    expect(sites.resolverRules).toMatch(/MAP \* ~NOTFOUND, EXCLUDE 127\.0\.0\.1$/);
    for (const host of sites.hosts)
      expect(sites.resolverRules).toContain(`MAP ${host} 127.0.0.1:${sites.port}`);
  });

  test('a test can put pages of its own on any host, and leave the others to us', async () => {
    const client = makeClient(sites.port);
    sites.serve('ichiba-bs.rms.rakuten.co.jp', ({ request }) =>
      request.path === '/apisson/planted' ? page(html`<p>${'<planted>'}</p>`) : null,
    );
    expect((await client.ask(new URL('planted', sites.urls.appList).href)).body).toBe(
      '<p>&lt;planted&gt;</p>',
    );
    expect((await client.visit(sites.urls.appList)).body).toContain('A9FR');
  });

  test('two of them stand side by side', async () => {
    const other = await startSites();
    try {
      expect(other.port).not.toBe(sites.port);
      sites.rms.maintenance(true);
      expect((await makeClient(other.port).visit(other.urls.appList)).status).toBe(200);
    } finally {
      await other.close();
    }
  });

  test('the bar that says what to try is there in the demo only', async () => {
    const plain = await makeClient(sites.port).visit(sites.urls.appList);
    expect(plain.document.querySelector('.stand-in-guide')).toBeNull();
    const demo = await startSites({ guide: true });
    try {
      const { document } = await makeClient(demo.port).visit(demo.urls.appList);
      const bar = document.querySelector('.stand-in-guide');
      expect(bar?.textContent).toContain('練習用');
      expect(bar?.closest('table')).toBeNull();
    } finally {
      await demo.close();
    }
  });
});
