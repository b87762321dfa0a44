import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { token } from './random.ts';

export interface ReceivedMail {
  from: string;
  to: string[];
  /** Headers and body as they came. */
  raw: string;
}

/** Where an SMTP server may fail. */
export type SmtpFault =
  | 'none'
  /** Wrong user or password, 535. */
  | 'auth'
  /** No such mailbox, 550. */
  | 'mailbox'
  /** Full or greylisted, 451: to be tried again. */
  | 'busy'
  /** Takes the mail, then the line breaks before the answer. */
  | 'loseReply';

export interface SmtpStandIn {
  port: number;
  user: string;
  password: string;
  received: ReceivedMail[];
  fault: SmtpFault;
  close(): Promise<void>;
}

const failure = (responseCode: number, words: string): Error =>
  Object.assign(new Error(words), { responseCode });

/** A real SMTP server on loopback that keeps what it is given; a stand-in for the shop's mail provider. */
export async function startSmtp(options: Partial<SMTPServerOptions> = {}): Promise<SmtpStandIn> {
  const standIn: SmtpStandIn = {
    port: 0,
    user: 'staff@akanedo.test',
    password: token(),
    received: [],
    fault: 'none',
    close: () => new Promise((done) => server.close(() => done())),
  };
  const server = new SMTPServer({
    // The tests' own certificate would have to be trusted for STARTTLS; loopback needs none.
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    logger: false,
    ...options,
    onAuth: (auth, _session, done) => {
      const known = auth.username === standIn.user && auth.password === standIn.password;
      if (standIn.fault === 'auth' || !known) done(failure(535, 'Authentication failed'));
      else done(null, { user: auth.username });
    },
    onRcptTo: (_address, _session, done) => {
      if (standIn.fault === 'mailbox') done(failure(550, 'No such user here'));
      else if (standIn.fault === 'busy') done(failure(451, 'Greylisted, try again later'));
      else done();
    },
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope;
        standIn.received.push({
          from: mailFrom ? mailFrom.address : '',
          to: rcptTo.map(({ address }) => address),
          raw: Buffer.concat(chunks).toString('utf8'),
        });
        if (standIn.fault === 'loseReply') {
          for (const connection of server.connections) {
            (connection as { close(): void }).close();
          }
        } else done();
      });
    },
  });
  await new Promise<void>((resolve, reject) => {
    server.on('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  standIn.port = (server.server.address() as AddressInfo).port;
  return standIn;
}
