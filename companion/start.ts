import { randomUUID } from 'node:crypto';
import { createApp } from './app.ts';
import { offerPairingCode } from './codes.ts';
import type { Clock, Instant } from '../utils/model/time.ts';
import { openDatabase } from './database/open.ts';
import { startHousekeeping } from './housekeeping.ts';
import { keyTestPorts } from './keytest/ports.ts';
import { makeLog, type Log } from './log.ts';
import { makeMetrics } from './metrics.ts';
import { serve } from './serve.ts';
import type { Settings } from './settings.ts';
import { startSpeaking } from './speak/loop.ts';
import { makePulse } from './speak/pulse.ts';
import { openQueue } from './speak/queue.ts';
import { speakingFrom, type Speaking } from './speak/speaking.ts';
import { tellRow } from './speak/tell.ts';
import { makeStore } from './store/store.ts';
import type { Store } from './store/types.ts';
import type { Deps } from './types.ts';
import { startWatching } from './watches/loop.ts';
import { readKeyRing } from './seal/master-key.ts';
import { listening, paired, pairing } from './welcome.ts';

export interface Output {
  /** For the person at the terminal. */
  say: (text: string) => void;
  /** For the log. */
  write: (line: string) => void;
}

/** What the process stands on of the world beside its settings. */
interface World {
  clock: Clock;
  speaking: Speaking;
}

/** Starts everything and says so. Gives what stops it. Throws `SettingError`. */
export async function start(
  settings: Settings,
  output: Output,
  world: World = { clock: Date.now, speaking: speakingFrom(settings) },
): Promise<() => Promise<void>> {
  const log = makeLog(output.write, world.clock);
  const { databaseUrl } = settings;
  const database = await openDatabase(settings, log);
  const queue =
    databaseUrl === null ? null : await openQueue(databaseUrl, { log, clock: world.clock });
  const store = makeStore(database, randomUUID, queue);
  try {
    let stopping = false;
    const deps: Deps = {
      ...depsOf(settings, world),
      store,
      log,
      stopping: () => stopping,
    };
    const running = await serve(createApp(deps), settings);
    // First that it is there: what lay due while it was stopped may take a while.
    output.say(listening(running.address));
    await sayHowToPair(store, output, world.clock());
    log('info', 'started', { address: running.address });
    const stopWatching = startWatching(deps);
    const stopTidying = startHousekeeping(deps);
    const stopSpeaking = startSpeaking(deps, { queued: queue !== null });
    await queue?.work((id) => tellRow(deps, id));
    return async () => {
      stopping = true;
      log('info', 'stopping');
      const parts = [running.stop(), stopWatching(), stopTidying(), stopSpeaking()];
      await Promise.all([...parts, queue?.stop()]);
      await store.close();
      log('info', 'stopped');
    };
  } catch (error) {
    await queue?.stop();
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
async function sayHowToPair(store: Store, output: Output, now: Instant): Promise<void> {
  const count = await store.countDevices();
  if (count > 0) output.say(paired(count));
  else output.say(pairing(await offerPairingCode(store, now)));
}

const depsOf = (
  settings: Settings,
  { clock, speaking }: World,
): Omit<Deps, 'store' | 'log' | 'stopping'> => ({
  clock,
  speaking,
  newId: randomUUID,
  metrics: makeMetrics(),
  pulse: makePulse(clock),
  looked: { at: null },
  hostNames: settings.hostNames,
  keyTest: keyTestPorts(settings),
  keyRing: readKeyRing(settings.masterKey, settings.data),
});
