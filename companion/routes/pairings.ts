import { hashOf, makeToken, normaliseCode } from '../codes.ts';
import type { Handlers } from '../http/call.ts';
import { shortId } from '../log.ts';
import { Refusal } from '../problems.ts';
import type { Deps } from '../types.ts';

/** The printed code for a token of this browser. */
export const pairingHandlers = ({ store, clock, newId, log }: Deps): Pick<Handlers, 'pair'> => ({
  pair: async ({ body, origin }) => {
    const token = makeToken();
    const device = {
      id: newId(),
      name: body.device,
      person: body.person,
      origin,
      pairedAt: clock(),
      tokenHash: hashOf(token),
    };
    const redeemed = await store.redeemCode(hashOf(normaliseCode(body.code)), device);
    if (redeemed !== 'paired') throw new Refusal(redeemed === 'wrong' ? 'codeWrong' : 'codeGone');
    log('info', 'paired', { device: shortId(device.id) });
    return { deviceId: device.id, token };
  },
});
