import { readFileSync } from 'node:fs';
import path from 'node:path';
import { rolldown } from 'rolldown';
import { localeWords } from '../../companion/locales.ts';
import { ROOT } from './machine.ts';

/** The words are read from `locales/`, which is not there beside one file: they go into it, parsed. */
function wordsInside(id: string): string | null {
  if (id !== path.join(ROOT, 'companion/locales.ts')) return null;
  const [ja, en] = (['ja', 'en'] as const).map((language) =>
    JSON.stringify(JSON.stringify(localeWords(language))),
  );
  return `const texts = { ja: ${ja}, en: ${en} };
export const localeWords = (language) => JSON.parse(texts[language]);
`;
}

/** Writes the companion as one file that needs nothing beside it but Node ≥ 22.13. */
export async function bundleCompanion(file: string): Promise<void> {
  const { version } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as {
    version: string;
  };
  const bundle = await rolldown({
    input: path.join(ROOT, 'companion/main.ts'),
    platform: 'node',
    // What the project's says is for types, and rests on a file that is made by the extension's build.
    tsconfig: false,
    // What `pg` asks for only where it is there: an addon, and a name of Cloudflare's.
    external: ['pg-native', 'cloudflare:sockets'],
    plugins: [{ name: 'words', load: wordsInside }],
  });
  const banner = `// Kagiban companion ${version}. Its licence (MPL-2.0) and source are in the repository.`;
  await bundle.write({ file, banner, format: 'esm', codeSplitting: false, minify: true });
  await bundle.close();
}
