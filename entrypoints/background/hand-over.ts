import type { Handlers } from '../../utils/messages/dispatch.ts';
import { AppError } from '../../utils/model/errors.ts';
import { giveMail, handedChannels, handOver, takeBack } from '../../utils/sharing/hand-over.ts';
import { mailAddress } from '../../utils/reminders/channels/mail.ts';
import { deviceVault, newId } from './services.ts';
import { companionPort } from './sharing.ts';

/** What the companion was given to speak on. */
export const companionChannels: Handlers['companion.channels'] = async () => ({
  channels: await handedChannels(await companionPort()),
});

/** Only ever called where a person was told to whom the tokens go. */
export const companionHandOver: Handlers['companion.handOver'] = async () =>
  handOver(await companionPort(), async (name) => (await deviceVault()).open(name));

export const companionMail: Handlers['companion.mail'] = async ({ to }) => {
  const address = mailAddress(to);
  if (address === null) throw new AppError('companionNoMail');
  await giveMail(await companionPort(), { id: newId(), to: address });
  return {};
};

export const companionTakeBack: Handlers['companion.takeBack'] = async ({ channelId }) => {
  await takeBack(await companionPort(), channelId);
  return {};
};
