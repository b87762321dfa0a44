import { LOOKED } from '../../../../companion/speak/away.ts';
import { speakOnce } from '../../../../companion/speak/loop.ts';
import type { Database } from '../../../../companion/database/types.ts';
import { addDays, jstDateOf } from '../../../../utils/calendar/jst.ts';
import type { LicenseRow } from '../../../../utils/model/reading.ts';
import type { SmtpStandIn } from '../../../sites/channels/smtp.ts';
import type { Sites } from '../../../sites/start.ts';
import { aReading, aRow, T0 } from '../../ledger/make.ts';
import { makeCompanion } from '../companion.ts';
import { pairedPerson } from './person.ts';
import { speakingTo } from './speaking.ts';

/** A key that ends the day after tomorrow. */
export const soon = (over: Partial<LicenseRow> = {}) =>
  aRow({ expiresOn: addDays(jstDateOf(T0), 2), ...over });

interface Around {
  sites: Sites;
  smtp: SmtpStandIn;
  database: Database;
}

export type SpeakingShop = Awaited<ReturnType<typeof aSpeakingShop>>;

/** A companion that was told of one shop with one key that ends soon, and has a Chatwork room for it. */
export async function aSpeakingShop({ sites, smtp, database }: Around) {
  const { chatwork } = sites.channels;
  for (const one of chatwork.rooms) one.messages.length = 0;
  chatwork.heal();
  smtp.received.length = 0;
  smtp.fault = 'none';
  const speaking = speakingTo({ sitesPort: sites.port, smtp });
  const companion = await makeCompanion(T0, { database, speaking });
  const person = await pairedPerson(companion);
  let sent = 0;
  const read = async (licenses: LicenseRow[]): Promise<string> => {
    const reading = aReading({ at: companion.time.now, licenses });
    const body = { id: `r${(sent += 1)}`, shopId: null, sentAt: companion.time.now, reading };
    return (await person.ask('takeReading', { body })).body.shopId;
  };
  const shopId = await read([soon()]);
  const to = (
    channel: string,
    config: Record<string, string>,
    secret: string | null = null,
    id = `to-${channel}`,
  ) => {
    const kinds = ['expiry', 'approval', 'test', 'trouble'];
    const about = { shopId, id, channel, name: channel, config, people: [], kinds, enabled: true };
    return person.ask('putChannel', { body: { ...about, secret } });
  };
  await to('chatwork', { roomId: '5001' }, chatwork.token);
  return {
    companion,
    person,
    shopId,
    read,
    to,
    room: () => chatwork.rooms[0]?.messages.map(({ body }) => body) ?? [],
    speak: async (after = 0) => {
      companion.time.now += after;
      // It has lived, and looked, all the time.
      await companion.store.noteTime(LOOKED, companion.time.now);
      await speakOnce(companion.deps);
    },
  };
}
