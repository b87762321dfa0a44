import type { Handlers } from '../http/call.ts';
import { shortId } from '../log.ts';
import { Refusal } from '../problems.ts';
import type { Device, Scope } from '../store/types.ts';
import type { Deps } from '../types.ts';

type Names = 'devices' | 'unpair' | 'revokeDevice' | 'memberLeaves';

/** The paired browsers and their people. */
export const deviceHandlers = ({ store, clock, log }: Deps): Pick<Handlers, Names> => {
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

    memberLeaves: async ({ device, id }) => {
      const seen = await visible(device);
      const all = (await store.devices()).filter((one) => one.member.id === id);
      // Of a person who works for other shops too, only somebody who reaches all of them may say so.
      const may = all.length > 0 && all.every((one) => seen.some((other) => other.id === one.id));
      const revokedDevices = may ? await store.memberLeaves(id, clock()) : null;
      if (revokedDevices === null) throw new Refusal('memberUnknown');
      log('info', 'memberLeft', { member: shortId(id), by: shortId(device.id), revokedDevices });
      return { revokedDevices };
    },
  };
};

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
