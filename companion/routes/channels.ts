import type { ChannelAsk } from '../../utils/model/companion-notices.schema.ts';
import type { Ledger } from '../../utils/model/ledger.ts';
import type { Target } from '../../utils/model/notice.ts';
import type { Delivery } from '../../utils/model/reminder.ts';
import { redactKeys } from '../../utils/model/secret.ts';
import { mailAddress } from '../../utils/reminders/channels/mail.ts';
import { secretLeftBy, TARGET_CHANNELS, targetFrom } from '../../utils/reminders/targets.ts';
import type { MadeTarget, TargetChannel } from '../../utils/reminders/targets.ts';
import { testMessage } from '../../utils/reminders/test-message.ts';
import type { Handlers } from '../http/call.ts';
import { shortId } from '../log.ts';
import { Refusal } from '../problems.ts';
import { withPlan } from '../speak/plan-shops.ts';
import { sealSecret } from '../seal/secrets.ts';
import { portsFor } from '../speak/tell.ts';
import type { Deps } from '../types.ts';
import { shopFor } from './ledger.ts';

type Names = 'channels' | 'putChannel' | 'testChannel' | 'removeChannel';

/** Where notices of a shop go. Tokens go in, are sealed, and never come out. */
export const channelHandlers = (deps: Deps): Pick<Handlers, Names> => ({
  channels: async ({ device, query }) =>
    shown((await shopFor(deps.store, device, query.shop)).ledger),

  putChannel: async ({ device, body }) => {
    const { shopId, id } = body;
    await shopFor(deps.store, device, shopId);
    const { target, secret } = madeOf(body, deps);
    // The secret first: a target without it could send nothing.
    if (secret && target.secretName !== null) {
      await sealSecret(deps, shopId, { name: target.secretName, secret });
    }
    const taken = await deps.store.update(device.scope, shopId, (ledger) =>
      withPlan(deps, ledger, { targets: [target] }),
    );
    if (taken === 'unknown') throw new Refusal('shopUnknown');
    deps.log('info', 'channelSet', { channel: target.channel, target: shortId(id) });
    return shown(taken.record.ledger);
  },

  testChannel: async ({ device, id, body: { shopId } }) => {
    const { ledger } = await shopFor(deps.store, device, shopId);
    const target = targetIn(ledger, id);
    const channel = deps.speaking.channels.get(target.channel);
    if (!channel) return { outcome: 'refused', why: 'notHere' };
    const message = testMessage(deps.newId(), deps.speaking.t);
    const outcome = await channel.testSend(message, target, portsFor(deps, shopId));
    return {
      outcome: outcome.kind,
      why: outcome.kind === 'delivered' ? null : outcome.why,
    };
  },

  removeChannel: async ({ device, id, query: { shop } }) => {
    const { ledger } = await shopFor(deps.store, device, shop);
    const name = secretLeftBy(targetIn(ledger, id), ledger.targets);
    if (name !== null) await deps.store.removeSecret(shop, name);
    await deps.store.update(device.scope, shop, (before) =>
      withPlan(deps, before, { remove: { targets: [id] } }),
    );
    deps.log('info', 'channelRemoved', { target: shortId(id) });
    return null;
  },
});

function targetIn({ targets }: Ledger, id: string): Target {
  const target = targets.find((one) => one.id === id);
  if (!target) throw new Refusal('channelUnknown');
  return target;
}

/** By the very rules of the extension's settings; mail, which only a companion has, beside them. */
function madeOf(
  { id, channel, name, config, people, secret, kinds, enabled }: ChannelAsk,
  { speaking: { channels } }: Deps,
): Pick<MadeTarget, 'target' | 'secret'> {
  if (channel === 'mail') return { target: mailTarget(), secret: null };
  const made = isShared(channel) ? targetFrom({ channel, name, config, people, secret }, id) : null;
  if (!made) throw new Refusal('channelUnfit');
  return { target: { ...made.target, kinds, enabled }, secret: made.secret };

  function mailTarget(): Target {
    const to = mailAddress(config['to'] ?? '');
    if (!channels.has('mail')) throw new Refusal('noMail');
    if (!to) throw new Refusal('channelUnfit');
    const said = { id, channel, kinds, enabled, people: [], secretName: null };
    return { ...said, name: redactKeys(name), config: { to } };
  }
}

const isShared = (channel: string): channel is TargetChannel =>
  TARGET_CHANNELS.some((one) => one === channel);

const shown = ({ targets, deliveries }: Ledger) => ({
  channels: targets.map(({ secretName: _kept, ...target }) => ({
    ...target,
    last: lastOf(deliveries.filter((one) => one.target === target.id && one.attempts > 0)),
  })),
});

function lastOf(tried: Delivery[]) {
  const newest = tried.reduce<Delivery | null>(
    (a, b) => (a === null || momentOf(b) >= momentOf(a) ? b : a),
    null,
  );
  return newest && { state: newest.state, at: momentOf(newest), error: newest.error };
}

const momentOf = ({ sentAt, claimedAt, createdAt }: Delivery): number =>
  sentAt ?? claimedAt ?? createdAt;
