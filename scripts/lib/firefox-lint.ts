import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './machine.ts';
import { program } from './step.ts';

interface Finding {
  code: string;
  message: string;
  file?: string;
  line?: number;
}

interface Report {
  errors: Finding[];
  warnings: Finding[];
  notices: Finding[];
}

/** A warning that may stand, and why. `file` starts the path it may stand in. */
interface Allowed {
  code: string;
  file: string;
  why: string;
}

const ALLOWED = path.join(ROOT, 'scripts/firefox-lint-allowed.json');

const shown = ({ code, file, line, message }: Finding): string =>
  `${code} ${file ?? ''}${line === undefined ? '' : `:${line}`} ${message}`;

/**
 * Runs Mozilla's linter on the Firefox build. Throws on every error, on every warning that is not
 * allowed, and on an allowance that no warning needs any more.
 */
export async function lintFirefox(folder: string): Promise<string> {
  const allowed = JSON.parse(readFileSync(ALLOWED, 'utf8')) as Allowed[];
  const fits = (rule: Allowed, found: Finding): boolean =>
    rule.code === found.code && (found.file ?? '').startsWith(rule.file);
  const { errors, warnings } = await report(folder);
  const wrong = [
    ...errors,
    ...warnings.filter((warning) => !allowed.some((rule) => fits(rule, warning))),
  ].map(shown);
  const idle = allowed
    .filter((rule) => !warnings.some((warning) => fits(rule, warning)))
    .map((rule) => `allowed, and not there any more: ${rule.code} ${rule.file}`);
  if (wrong.length + idle.length > 0) throw new Error([...wrong, ...idle].join('\n'));
  return `${warnings.length} warnings, all allowed`;
}

/** web-ext ends with 1 where it found errors; its report is on stdout all the same. */
async function report(folder: string): Promise<Report> {
  const args = ['lint', '--source-dir', folder, '--output', 'json', '--no-config-discovery'];
  const output = await program('web-ext', args).catch((error: Error) => error.message);
  const start = output.indexOf('{');
  if (start < 0) throw new Error(output);
  return JSON.parse(output.slice(start, output.lastIndexOf('}') + 1)) as Report;
}
