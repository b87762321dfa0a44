import type { Target } from '../utils/model/notice.ts';
import { reveal, type Secret } from '../utils/model/secret.ts';
import { mailAddress, mailOf } from '../utils/reminders/channels/mail.ts';
import type { Message, MuteChannel, Outcome } from '../utils/reminders/channels/port.ts';

/** The shop's own mail server, as the companion's settings name it. */
export interface SmtpSettings {
  host: string;
  port: number;
  /** TLS from the first byte (465); otherwise STARTTLS where the server offers it. */
  secure: boolean;
  /** Refuses to speak without TLS. Only a server on this machine may go without. */
  requireTls: boolean;
  user: string | null;
  password: Secret | null;
  /** Whom mails come from. */
  from: string;
}

/** ms; all of an attempt stays below the outbox's limit of 20 s. */
const TIMES = { connectionTimeout: 6_000, greetingTimeout: 6_000, socketTimeout: 15_000 };

/**
 * Mail, by the companion only: a browser speaks no SMTP. Class 2: a server that took a mail cannot be asked for
 * it. A target names its mailbox in `config.to`.
 */
export function mailChannel(smtp: SmtpSettings): MuteChannel {
  const send = (message: Message, target: Target): Promise<Outcome> =>
    sendMail(smtp, message, target);
  return {
    id: 'mail',
    class: 2,
    grouping: 'digest',
    limits: { length: 100_000, perTarget: null, perSecret: null, attempts: 5 },
    origins: () => [],
    send,
    testSend: send,
  };
}

async function sendMail(smtp: SmtpSettings, message: Message, target: Target): Promise<Outcome> {
  const to = mailAddress(target.config['to'] ?? '');
  const from = mailAddress(smtp.from);
  if (!to || !from) return { kind: 'refused', why: 'badConfig' };
  const { host, port, secure, requireTls: requireTLS, user, password } = smtp;
  const auth = user !== null && password ? { auth: { user, pass: reveal(password) } } : {};
  // Loaded where it is used: most companions send no mail.
  const { createTransport } = await import('nodemailer');
  const transport = createTransport({ host, port, secure, requireTLS, ...auth, ...TIMES });
  const { subject, text, html, messageId } = mailOf(message);
  try {
    // Addresses as objects: nothing of them is parsed again. No files and no addresses are ever read.
    const sent = await transport.sendMail({
      from: { name: '鍵番 Kagiban', address: from },
      to: { name: '', address: to },
      subject,
      text,
      html,
      messageId,
      headers: { 'Auto-Submitted': 'auto-generated' },
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    return { kind: 'delivered', ref: sent.messageId };
  } catch (error) {
    return failureOf(error);
  } finally {
    transport.close();
  }
}

/** Nothing of the error but its codes: its text may name the user and the server. */
interface SmtpError {
  code?: string;
  /** The system call that failed, where one did. */
  syscall?: string;
  responseCode?: number;
}

function failureOf(error: unknown): Outcome {
  const { code = '', syscall = '', responseCode = 0 } = error as SmtpError;
  if (code === 'EAUTH') return { kind: 'refused', why: 'wrongSecret' };
  if (code === 'ETLS') return { kind: 'retry', after: null, why: 'tls' };
  if (responseCode >= 400 && responseCode < 500) {
    return { kind: 'retry', after: null, why: 'rateLimited' };
  }
  if (code === 'EENVELOPE') return { kind: 'refused', why: 'mailboxRefused' };
  if (responseCode >= 500) return { kind: 'refused', why: 'badRequest' };
  if (/CERT|SELF_SIGNED/.test(code)) return { kind: 'retry', after: null, why: 'tls' };
  // Nobody was reached; once somebody was, only their answer would tell.
  if (code === 'EDNS' || syscall === 'connect' || syscall === 'getaddrinfo') {
    return { kind: 'retry', after: null, why: 'network' };
  }
  return { kind: 'doubtful', why: code === 'ETIMEDOUT' ? 'timeout' : 'network' };
}
