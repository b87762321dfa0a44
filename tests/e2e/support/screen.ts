import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';

/** A screen of its own, for what only a browser with a window shows: the browser's own questions. */
export interface Screen {
  /** For the environment of the browser. */
  display: string;
  /** Presses keys as at a keyboard, in the window in front. */
  press: (key: 'Tab' | 'Return' | 'Escape') => void;
  close: () => Promise<void>;
}

/** Are the two programs that this needs on this machine? (`scripts/set-up` installs them on Debian.) */
export function hasScreen(): boolean {
  try {
    execFileSync('which', ['Xvfb', 'xdotool']);
    return true;
  } catch {
    return false;
  }
}

/** Starts a screen that nobody sees. The caller closes it. */
export async function openScreen(): Promise<Screen> {
  // It picks a number that is free and tells it.
  const args = ['-displayfd', '3', '-screen', '0', '1000x800x24', '-nolisten', 'tcp'];
  const server = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const pipe = server.stdio[3];
  if (!pipe) throw new Error('Xvfb has no pipe');
  const [number] = (await once(pipe, 'data')) as [Buffer];
  const display = `:${number.toString().trim()}`;
  const env = { ...process.env, DISPLAY: display };
  return {
    display,
    press: (key) => void execFileSync('xdotool', ['key', key], { env }),
    close: async () => {
      server.kill();
      if (server.exitCode === null) await once(server, 'exit');
    },
  };
}
