/** A setting that stops the start. Its message is one line for the person who set it. */
export class SettingError extends Error {
  constructor(name: string, trouble: string) {
    super(`${name}: ${trouble}`);
    this.name = 'SettingError';
  }
}

export type Env = Readonly<Record<string, string | undefined>>;

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|::1|\[::1\])$/;

/** Is it a name or address of this machine itself? */
export const isLoopback = (host: string): boolean => LOOPBACK.test(host);
