import type { Handlers } from '../http/call.ts';
import { shortId } from '../log.ts';
import { Refusal } from '../problems.ts';
import type { Device, Scope } from '../store/types.ts';
import type { Deps } from '../types.ts';
import { handOver, type HandOver } from './hand-over.ts';

type Names = 'devices' | 'unpair' | 'revokeDevice' | 'memberLeaves';

/** The paired browsers and their people. */
export const deviceHandlers = (deps: Deps): Pick<Handlers, Names> => {
  const { store, clock, log } = deps;
  const visible = async ({ scope }: Device): Promise<Device[]> =>
    (await store.devices()).filter((one) => isWithin(one.scope, scope));
  return {
    devices: async ({ device }) => ({
      devices: (await visible(device)).map((one) => shown(one, device.id)),
    }),

    unpair: async ({ device }) => {
      await store.removeDevice(device.id);
      log('info', 'unpaired', { device: shortId(device.id) });
      return null;
    },

    revokeDevice: async ({ device, id }) => {
      const there = (await visible(device)).some((one) => one.id === id);
      if (!there || !(await store.revokeDevice(id, clock()))) throw new Refusal('deviceUnknown');
      log('info', 'revoked', { device: shortId(id), by: shortId(device.id) });
      return null;
    },

    memberLeaves: async ({ device, id, body }) => {
      const seen = await visible(device);
      const all = (await store.devices()).filter((one) => one.member.id === id);
      // Of a person who works for other shops too, only somebody who reaches all of them may say so.
      const may = all.every((one) => seen.some((other) => other.id === one.id));
      const leaver = all[0]?.member;
      if (!leaver || !may) throw new Refusal('memberUnknown');
      const heir = heirAmong(seen, leaver, body.to ?? null);
      // Before their browsers end: broken off here, it is done again by asking again.
      const handedOver = await handOver(deps, device.scope, { leaver, ...heir });
      const revokedDevices = await store.memberLeaves(id, clock());
      if (revokedDevices === null) throw new Refusal('memberUnknown');
      log('info', 'memberLeft', {
        member: shortId(id),
        by: shortId(device.id),
        revokedDevices,
        handedOver,
      });
      return { revokedDevices, handedOver };
    },
  };
};

/** Who takes over, a colleague whose browsers work. Throws `Refusal` `memberUnknown`. */
function heirAmong(
  seen: Device[],
  leaver: Device['member'],
  to: string | null,
): Pick<HandOver, 'heir' | 'heirReaches'> {
  if (to === null) return { heir: null, heirReaches: () => false };
  const theirs = seen.filter(({ member, revokedAt }) => member.id === to && revokedAt === null);
  const heir = theirs[0]?.member;
  if (!heir || heir.id === leaver.id) throw new Refusal('memberUnknown');
  const heirReaches = (shopId: string): boolean =>
    theirs.some(({ scope }) => scope.every || scope.shopIds.includes(shopId));
  return { heir, heirReaches };
}

const isWithin = (inner: Scope, outer: Scope): boolean =>
  outer.every || (!inner.every && inner.shopIds.every((id) => outer.shopIds.includes(id)));

const shown = ({ id, name, member, pairedAt, revokedAt, scope }: Device, self: string) => ({
  id,
  name,
  member,
  pairedAt,
  revokedAt,
  self: id === self,
  everyShop: scope.every,
  shopIds: scope.every ? [] : scope.shopIds,
});
