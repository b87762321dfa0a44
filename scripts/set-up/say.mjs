/** One line of progress. */
export const say = (text) => console.log(`set-up: ${text}`);

/** Something the person can mend: its message is all that is shown. */
export class SetUpError extends Error {}

/** Ends the process with one clear line. */
export function stop(error) {
  const text = error instanceof Error ? error.message : String(error);
  console.error(`set-up failed: ${text.trim()}`);
  if (!(error instanceof SetUpError) && error instanceof Error) console.error(error.stack);
  process.exit(1);
}
