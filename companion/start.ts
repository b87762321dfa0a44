import { randomUUID } from 'node:crypto';
import { createApp } from './app.ts';
import { offerPairingCode } from './codes.ts';
import { openDatabase } from './database/open.ts';
import { startHousekeeping } from './housekeeping.ts';
import { keyTestPorts } from './keytest/ports.ts';
import { makeLog, type Log } from './log.ts';
import { makeMetrics } from './metrics.ts';
import { serve } from './serve.ts';
import type { Settings } from './settings.ts';
import { makeStore } from './store/store.ts';
import type { Store } from './store/types.ts';
import type { Deps } from './types.ts';
import { startWatching } from './watches/loop.ts';
import { readKeyRing } from './watches/master-key.ts';
import { listening, paired, pairing } from './welcome.ts';

export interface Output {
  /** For the person at the terminal. */
  say: (text: string) => void;
  /** For the log. */
  write: (line: string) => void;
}

/** Starts everything and says so. Gives what stops it. Throws `SettingError`. */
export async function start(settings: Settings, output: Output): Promise<() => Promise<void>> {
  const log = makeLog(output.write, Date.now);
  const store = await openStore(settings, log);
  try {
    let stopping = false;
    const deps = depsOf(settings, store, log, () => stopping);
    const running = await serve(createApp(deps), settings);
    const stopWatching = startWatching(deps);
    const stopTidying = startHousekeeping(deps);
    output.say(listening(running.address));
    await sayHowToPair(store, output);
    log('info', 'started', { address: running.address });
    return async () => {
      stopping = true;
      log('info', 'stopping');
      await Promise.all([running.stop(), stopWatching(), stopTidying()]);
      await store.close();
      log('info', 'stopped');
    };
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** Opens the store that the settings name. Throws `SettingError`. */
export const openStore = async (
  settings: Pick<Settings, 'databaseUrl' | 'data'>,
  log: Log,
): Promise<Store> => makeStore(await openDatabase(settings, log), randomUUID);

/** A code lies open only while nobody is paired, or when somebody asked for one. */
async function sayHowToPair(store: Store, output: Output): Promise<void> {
  const count = await store.countDevices();
  if (count > 0) output.say(paired(count));
  else output.say(pairing(await offerPairingCode(store, Date.now())));
}

const depsOf = (settings: Settings, store: Store, log: Log, stopping: () => boolean): Deps => ({
  store,
  log,
  clock: Date.now,
  newId: randomUUID,
  stopping,
  metrics: makeMetrics(),
  hostNames: settings.hostNames,
  keyTest: keyTestPorts(settings),
  keyRing: readKeyRing(settings.masterKey, settings.data),
});
