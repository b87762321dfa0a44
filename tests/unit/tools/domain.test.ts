import { expect, test } from 'vitest';
import { domainOf } from '../../../utils/tools/domain.ts';

test.each([
  ['main.next-engine.com', 'next-engine.com'],
  ['order.goqsystem.com', 'goqsystem.com'],
  ['a.b.example.co.jp', 'example.co.jp'],
  ['tool.example.jp', 'example.jp'],
  ['www.example.co.uk', 'example.co.uk'],
  ['example.com', 'example.com'],
  ['next-engine.com.evil.example', 'evil.example'],
  ['next-engine.github.io', 'next-engine.github.io'],
  ['a.next-engine.vercel.app', 'next-engine.vercel.app'],
  ['a.shop.shinjuku.tokyo.jp', 'shop.shinjuku.tokyo.jp'],
  ['xn--nxt-engine-abc.com', 'xn--nxt-engine-abc.com'],
  ['TOOL.Example.JP.', 'example.jp'],
  ['127.0.0.1', '127.0.0.1'],
  ['localhost', 'localhost'],
  ['intranet', 'intranet'],
])('%s belongs to %s', (host, domain) => expect(domainOf(host)).toBe(domain));
