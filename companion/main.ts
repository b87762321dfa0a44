import { COMMANDS } from './commands.ts';
import { SettingError } from './setting.ts';
import { settingsFrom } from './settings.ts';
import { start, type Output } from './start.ts';
import { usage } from './welcome.ts';

// Nobody but the owner reads what is written from here on.
process.umask(0o077);

const output: Output = {
  say: (text) => process.stdout.write(text),
  write: (line) => process.stderr.write(line),
};

try {
  await run(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof SettingError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}

async function run(args: string[]): Promise<void> {
  if (args.length === 0) return untilStopped(await start(settingsFrom(process.env), output));
  const [name = '', ...words] = args;
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command && words.length >= command.words[0] && words.length <= command.words[1]) {
    return command.run(settingsFrom(process.env), output, words);
  }
  output.say(usage);
  process.exitCode = args[0] === '--help' ? 0 : 1;
}

function untilStopped(stop: () => Promise<void>): void {
  let stopping = false;
  const onSignal = (): void => {
    // A second Ctrl+C means now.
    if (stopping) process.exit(1);
    stopping = true;
    void stop();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal);
}
