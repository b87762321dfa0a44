import { offerPairingCode } from './codes.ts';
import { backUp, restore } from './database/back-up.ts';
import { makeLog } from './log.ts';
import { SettingError } from './setting.ts';
import type { Settings } from './settings.ts';
import { openStore, type Output } from './start.ts';
import type { Store } from './store/types.ts';
import { readKeyRing } from './seal/master-key.ts';
import { resealAll, rotateKeyFile } from './seal/rotate.ts';
import { pairing } from './welcome.ts';

type Command = (settings: Settings, output: Output, words: string[]) => Promise<void>;

const DIGITS = /^\d{1,10}$/;

/** `pair`: opens another code, whether or not the companion runs at the moment; for some shops, or for all. */
const pair: Command = async (settings, output, shops) => {
  if (!shops.every((digits) => DIGITS.test(digits))) {
    throw new SettingError('pair', 'takes the digits of shops, such as 123456 234567, or nothing');
  }
  await withStore(settings, output, async (store) => {
    const wanted = shops.length > 0 ? [...new Set(shops)] : null;
    output.say(pairing(await offerPairingCode(store, Date.now(), wanted)));
  });
};

/** `rotate-key`: a new master key in the key file, or everything under the first key of the setting. */
const rotateKey: Command = (settings, output) =>
  withStore(settings, output, async (store) => {
    const { masterKey, data } = settings;
    const ring = readKeyRing(masterKey, data);
    const rotate = masterKey === null ? rotateKeyFile(store, ring, data) : resealAll(store, ring);
    output.say(`${await rotate} 件のキーを新しいマスターキーで封じ直しました。 / resealed\n`);
  });

const backUpTo: Command = async (settings, output, [file = '']) => {
  await backUp(settings, file);
  output.say(
    `${file} に控えました(マスターキーは含みません)。 / backed up, without the master key\n`,
  );
};

const restoreFrom: Command = async (settings, output, [file = '']) => {
  const aside = await restore(settings, file);
  output.say(`${file} から戻しました。 / restored\n`);
  if (aside !== null) output.say(`それまでのデータ / what was there before: ${aside}\n`);
};

/** What may be asked beside starting, and how many words each takes. */
export const COMMANDS: Record<string, { run: Command; words: [least: number, most: number] }> = {
  pair: { run: pair, words: [0, 500] },
  'rotate-key': { run: rotateKey, words: [0, 0] },
  backup: { run: backUpTo, words: [1, 1] },
  restore: { run: restoreFrom, words: [1, 1] },
};

async function withStore(
  settings: Settings,
  output: Output,
  use: (store: Store) => Promise<void>,
): Promise<void> {
  const store = await openStore(settings, makeLog(output.write, Date.now));
  try {
    await use(store);
  } finally {
    await store.close();
  }
}
