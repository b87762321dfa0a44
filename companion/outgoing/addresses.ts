import { BlockList } from 'node:net';

/** What no service on the internet has: this machine, private networks, link-local, multicast, reserved (RFC 6890). */
const CLOSED = new BlockList();
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const) {
  CLOSED.addSubnet(net, bits, 'ipv4');
}
/** Of IPv6 only 2000::/3 is given out at all; of it 6to4, Teredo and what is for documents is not the internet's. */
const GIVEN_OUT = new BlockList();
GIVEN_OUT.addSubnet('2000::', 3, 'ipv6');
for (const [net, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const) {
  CLOSED.addSubnet(net, bits, 'ipv6');
}

/** May something be sent to that address? Only to the internet at large. */
export const isPublic = (address: string, family: number): boolean =>
  family === 4
    ? !CLOSED.check(address, 'ipv4')
    : GIVEN_OUT.check(address, 'ipv6') && !CLOSED.check(address, 'ipv6');
