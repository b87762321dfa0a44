import { readFileSync } from 'node:fs';
import { makeOutgoing } from '../../../../companion/outgoing/fetch.ts';
import { speakingFrom, type Speaking } from '../../../../companion/speak/speaking.ts';
import { makeSecret } from '../../../../utils/model/secret.ts';
import { certificatePath } from '../../../sites/lib/certificate.ts';

export interface Services {
  /** Where the stand-ins of the channels listen. */
  sitesPort: number;
  smtp: { port: number; user: string; password: string } | null;
}

/** What a companion speaks with, its own way out included; only the addresses lead to the stand-ins. */
export const speakingTo = ({ sitesPort, smtp }: Services): Speaking => ({
  ...speakingFrom({
    language: 'ja',
    smtp: smtp && {
      ...smtp,
      host: '127.0.0.1',
      secure: false,
      requireTls: false,
      password: makeSecret(smtp.password),
      from: 'kagiban@akanedo.test',
    },
  }),
  fetch: makeOutgoing({
    ca: readFileSync(certificatePath, 'utf8'),
    at: { address: '127.0.0.1', port: sitesPort },
  }),
});
