import type { Handlers } from '../../utils/messages/dispatch.ts';
import { AppError } from '../../utils/model/errors.ts';
import { giveMail, handedChannels, handOver, takeBack } from '../../utils/sharing/hand-over.ts';
import type { SharePort } from '../../utils/sharing/port.ts';
import { mailAddress } from '../../utils/reminders/channels/mail.ts';
import { pairedCompanion } from './companion.ts';
import { deviceVault, newId } from './services.ts';
import { portTo } from './sharing.ts';

async function port(): Promise<SharePort> {
  const paired = await pairedCompanion();
  if (!paired) throw new AppError('companionUnreachable');
  return portTo(paired);
}

/** What the companion was given to speak on. */
export const companionChannels: Handlers['companion.channels'] = async () => ({
  channels: await handedChannels(await port()),
});

/** Only ever called where a person was told to whom the tokens go. */
export const companionHandOver: Handlers['companion.handOver'] = async () =>
  handOver(await port(), async (name) => (await deviceVault()).open(name));

export const companionMail: Handlers['companion.mail'] = async ({ to }) => {
  const address = mailAddress(to);
  if (address === null) throw new AppError('companionNoMail');
  await giveMail(await port(), { id: newId(), to: address });
  return {};
};

export const companionTakeBack: Handlers['companion.takeBack'] = async ({ channelId }) => {
  await takeBack(await port(), channelId);
  return {};
};
