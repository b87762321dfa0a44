import { Hono } from 'hono';
import type { PairingAnswer } from '../../utils/model/companion.ts';
import { pairingAskSchema } from '../../utils/model/companion.schema.ts';
import { bodyAs } from '../body.ts';
import { hashOf, makeToken, normaliseCode } from '../codes.ts';
import { shortId } from '../log.ts';
import { problem } from '../problems.ts';
import type { CompanionEnv, Deps } from '../types.ts';

/** `POST /v1/pairings`: the printed code for a token of this browser. */
export const pairings = ({ store, clock, newId, log }: Deps) =>
  new Hono<CompanionEnv>().post('/', async (c) => {
    const ask = await bodyAs(c, pairingAskSchema);
    if (!ask) return problem(c, 'badBody');
    const token = makeToken();
    const device = {
      id: newId(),
      name: ask.device,
      person: ask.person,
      origin: c.req.header('origin') ?? null,
      pairedAt: clock(),
      tokenHash: hashOf(token),
    };
    const redeemed = await store.redeemCode(hashOf(normaliseCode(ask.code)), device);
    if (redeemed !== 'paired') return problem(c, redeemed === 'wrong' ? 'codeWrong' : 'codeGone');
    log('info', 'paired', { device: shortId(device.id) });
    return c.json({ deviceId: device.id, token } satisfies PairingAnswer, 201);
  });
