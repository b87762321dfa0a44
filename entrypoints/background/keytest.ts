import { makePacer } from '../../utils/keytest/pacer.ts';
import { recordTest, requestFor, retestsDue } from '../../utils/keytest/record.ts';
import { RMS_API_URL, runKeyTest } from '../../utils/keytest/run.ts';
import { testAtCompanion } from '../../utils/keytest/companion-client.ts';
import type { KeyTestPorts, KeyTestRequest } from '../../utils/keytest/types.ts';
import type { Handlers } from '../../utils/messages/dispatch.ts';
import type { CarriedInfo } from '../../utils/model/carry.ts';
import { AppError } from '../../utils/model/errors.ts';
import type { KeyTest, TestResult } from '../../utils/model/key-test.ts';
import type { Ledger } from '../../utils/model/ledger.ts';
import { connectorOf } from '../../utils/tools/connectors/index.ts';
import type { Credentials } from '../../utils/vault/carry.ts';
import { change, readLedger } from './change.ts';
import { atCompanion, pairedCompanion } from './companion.ts';
import { carry, newId, now } from './services.ts';
import { companionSetting } from './settings.ts';

const sleep = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));
const ports: KeyTestPorts = {
  fetch: (url, init) => fetch(url, init),
  sleep,
  clock: now,
  random: Math.random,
  pacer: makePacer(now, sleep),
  baseUrl: RMS_API_URL,
};

export const keytestRun: Handlers['keytest.run'] = async ({ carryId }) => {
  const credentials = await carry.open(carryId);
  const info = (await carry.list()).find(({ id }) => id === carryId);
  if (!info) throw new AppError('carryGone');
  return test(info, credentials);
};

/** Retests whose time has come, of keys that a person agreed to keep for them. The others remind. */
export async function runDueRetests(): Promise<void> {
  const kept = (await carry.list()).filter(({ keepUntil }) => keepUntil !== null);
  if (kept.length === 0) return;
  for (const info of retestsDue(await readLedger(), kept, now())) {
    await test(info, await carry.open(info.id, 'retest'));
  }
}

/** What the tools that take an app's key need of the WEB API. */
export const functionsFor = ({ bindings }: Ledger, app: string | null): string[] =>
  bindings
    .filter(({ appId }) => appId === app)
    .flatMap(({ connectorId }) => connectorOf(connectorId)?.requiredApis ?? []);

async function test(info: CarriedInfo, credentials: Credentials): Promise<KeyTest> {
  const ledger = await readLedger();
  const request = requestFor(ledger, info, credentials, functionsFor(ledger, info.appId));
  const { result, by } = await runWhere(request);
  const made: KeyTest[] = [];
  await change((before, at) => {
    const recorded = recordTest(before, info, { result, by }, newId, at);
    made.push(recorded.test);
    return recorded.change;
  });
  return made[0] as KeyTest;
}

/** At the companion where a person lets keys leave for it, else here: the same code on both sides. */
async function runWhere(
  request: KeyTestRequest,
): Promise<{ result: TestResult; by: KeyTest['by'] }> {
  const paired = (await companionSetting())?.keys ? await pairedCompanion() : null;
  if (!paired) return { result: await runKeyTest(ports, request), by: 'worker' };
  const { result } = await atCompanion(testAtCompanion(ports.fetch, paired, request));
  return { result, by: 'companion' };
}
