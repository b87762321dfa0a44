import { readFileSync } from 'node:fs';
import path from 'node:path';
import { rolldown } from 'rolldown';
import { ROOT } from './machine.ts';

/** Writes the companion as one file that needs nothing beside it but Node ≥ 22.13. */
export async function bundleCompanion(file: string): Promise<void> {
  const { version } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as {
    version: string;
  };
  const bundle = await rolldown({
    input: path.join(ROOT, 'companion/main.ts'),
    platform: 'node',
    // What `pg` asks for only where it is there: an addon, and a name of Cloudflare's.
    external: ['pg-native', 'cloudflare:sockets'],
  });
  const banner = `// Kagiban companion ${version}. Its licence (MPL-2.0) and source are in the repository.`;
  await bundle.write({ file, banner, format: 'esm', codeSplitting: false });
  await bundle.close();
}
