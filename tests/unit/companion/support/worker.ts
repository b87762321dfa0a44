// A companion as a process of its own whose channels lead to stand-ins, and whose clock is fast: for
// tests that kill it. Everything else is as `npm run companion` starts it.
import { settingsFrom } from '../../../../companion/settings.ts';
import { start } from '../../../../companion/start.ts';
import { fastClock } from './fast-clock.ts';
import { speakingTo } from './speaking.ts';

const env = process.env;
const clock = fastClock(Number(env['TEST_CLOCK_BEGAN']));
const stop = await start(
  settingsFrom(env),
  {
    say: (text) => process.stdout.write(text),
    write: (line) => process.stderr.write(line),
  },
  {
    clock,
    speaking: speakingTo({ sitesPort: Number(env['TEST_SITES_PORT']), smtp: null }),
  },
);
process.once('SIGTERM', () => void stop());
