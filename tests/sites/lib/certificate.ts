import path from 'node:path';

/**
 * The stand-ins' self-signed certificate, for `NODE_EXTRA_CA_CERTS` or a request's `ca`. Its private key is in
 * the repository: trust it nowhere but in a test. Made by `certificate/make.sh`.
 */
export const certificatePath: string = path.resolve(
  import.meta.dirname,
  '../certificate/test-only.cert.pem',
);
