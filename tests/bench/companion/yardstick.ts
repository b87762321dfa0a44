// The least that a server in the companion's place must do: the same token looked up, one durable upsert of
// what was sent, or the same bytes as a constant.
import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { getRequestListener } from '@hono/node-server';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Hono } from 'hono';

const folder = process.env['KAGIBAN_DATA'] ?? '';
mkdirSync(folder, { recursive: true });
const db = new DatabaseSync(path.join(folder, 'yardstick.sqlite'));
db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
db.exec('CREATE TABLE device (token_hash TEXT PRIMARY KEY) STRICT');
db.exec('CREATE TABLE shop (id TEXT PRIMARY KEY, json TEXT NOT NULL) STRICT');
const device = db.prepare('SELECT token_hash FROM device WHERE token_hash = ?');
const upsert = db.prepare(
  'INSERT INTO shop VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET json = excluded.json',
);
const lookUp = (header: string | undefined): void => {
  device.get(
    createHash('sha256')
      .update(header ?? '')
      .digest('hex'),
  );
};

let constant = '';
const app = new Hono();
app.put('/constant', async (c) => {
  constant = await c.req.text();
  return c.body(null, 204);
});
app.get('/v1/licenses', (c) => c.body(constant, 200, { 'content-type': 'application/json' }));
app.post('/v1/readings', async (c) => {
  lookUp(c.req.header('authorization'));
  const text = await c.req.text();
  const { reading } = JSON.parse(text) as { reading: { shop: { digits: string } } };
  upsert.run(reading.shop.digits, text);
  return c.json({ stored: true });
});
const server = createServer(getRequestListener(app.fetch)).listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  process.stdout.write(`yardstick: http://127.0.0.1:${port}\n`);
});
