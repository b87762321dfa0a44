import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isPublic } from '../../../companion/outgoing/addresses.ts';
import { makeOutgoing, type Lookup } from '../../../companion/outgoing/fetch.ts';
import { NotSent } from '../../../utils/reminders/channels/http.ts';
import { startSites, type Sites } from '../../sites/start.ts';
import { certificatePath } from '../../sites/lib/certificate.ts';

let sites: Sites;
beforeAll(async () => {
  sites = await startSites({});
});
afterAll(() => sites.close());

const resolvesTo =
  (...addresses: string[]): Lookup =>
  async () =>
    addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));

test.each([
  ['127.0.0.1', false],
  ['10.1.2.3', false],
  ['172.31.255.255', false],
  ['192.168.1.1', false],
  ['169.254.169.254', false],
  ['100.64.0.1', false],
  ['0.0.0.0', false],
  ['224.0.0.1', false],
  ['255.255.255.255', false],
  ['::1', false],
  ['fe80::1', false],
  ['fd00::1', false],
  ['::ffff:127.0.0.1', false],
  ['64:ff9b::7f00:1', false],
  ['2002:7f00:1::', false],
  ['2001:db8::1', false],
  ['133.237.16.234', true],
  ['172.32.0.1', true],
  ['2600:9000::1', true],
])('%s may be called: %s', (address, may) => {
  expect(isPublic(address, address.includes(':') ? 6 : 4)).toBe(may);
});

test('a name that points inside, also beside an address outside, is not called', async () => {
  for (const addresses of [['127.0.0.1'], ['133.237.16.234', '10.0.0.1'], ['::1'], []]) {
    const asked = makeOutgoing({ lookup: resolvesTo(...addresses) })('https://hooks.slack.com/x');
    await expect(asked).rejects.toEqual(new NotSent('notAllowed'));
  }
  for (const url of ['https://127.0.0.1/x', 'https://[::1]/x', 'https://2130706433/x']) {
    await expect(makeOutgoing()(url)).rejects.toEqual(new NotSent('notAllowed'));
  }
  const lost = makeOutgoing({ lookup: () => Promise.reject(new Error('ENOTFOUND')) });
  await expect(lost('https://nowhere.test/')).rejects.toEqual(new NotSent('network'));
});

test('plain http, and a name with a password, leave nothing', async () => {
  for (const url of ['http://api.chatwork.com/', 'https://user:pass@api.chatwork.com/']) {
    await expect(makeOutgoing()(url)).rejects.toBeInstanceOf(NotSent);
  }
});

test('the name is resolved once: the address that was checked is the one that is called', async () => {
  let asked = 0;
  const rebinding: Lookup = async () => {
    asked += 1;
    return [{ address: asked === 1 ? '192.0.0.170' : '127.0.0.1', family: 4 }];
  };
  await expect(makeOutgoing({ lookup: rebinding })('https://a.test/')).rejects.toBeInstanceOf(
    NotSent,
  );
  expect(asked).toBe(1);
});

test('a service that redirects is answered for, not followed; its certificate must be right', async () => {
  const ca = readFileSync(certificatePath, 'utf8');
  const at = { address: '127.0.0.1', port: sites.port };
  const real = makeOutgoing({ ca, at });
  const answer = await real('https://api.chatwork.com/v2/me', {
    headers: { 'x-chatworktoken': sites.channels.chatwork.token },
  });
  expect(answer.status).toBe(200);
  expect(await answer.json()).toBeTruthy();
  await expect(makeOutgoing({ at })('https://api.chatwork.com/v2/me')).rejects.toThrow();
});

test('a redirect inwards', async () => {
  let seen = 0;
  const cert = readFileSync(certificatePath, 'utf8');
  const key = readFileSync(certificatePath.replace('.cert.', '.key.'), 'utf8');
  const server: Server = createServer({ key, cert }, (_, answer) => {
    seen += 1;
    answer.writeHead(302, { location: 'https://127.0.0.1/secret' }).end();
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  const outgoing = makeOutgoing({ ca: cert, at: { address: '127.0.0.1', port } });
  expect((await outgoing('https://api.chatwork.com/x')).status).toBe(302);
  expect(seen).toBe(1);
  await new Promise((done) => server.close(done));
});
