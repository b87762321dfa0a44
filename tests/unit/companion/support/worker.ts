// A companion as a process of its own whose channels lead to stand-ins, and whose clock stands in office
// hours: for tests that kill it. Everything else is as `npm run companion` starts it.
import { settingsFrom } from '../../../../companion/settings.ts';
import { start } from '../../../../companion/start.ts';
import { speakingTo } from './speaking.ts';

const env = process.env;
const ahead = Number(env['TEST_CLOCK_AHEAD'] ?? 0);
const stop = await start(
  settingsFrom(env),
  {
    say: (text) => process.stdout.write(text),
    write: (line) => process.stderr.write(line),
  },
  {
    clock: () => Date.now() + ahead,
    speaking: speakingTo({ sitesPort: Number(env['TEST_SITES_PORT']), smtp: null }),
  },
);
process.once('SIGTERM', () => void stop());
