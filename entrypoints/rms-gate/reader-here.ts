import { AppError } from '../../utils/model/errors.ts';
import type { Life, Page } from './page.ts';

/** What `rms-reader` leaves for this script; our scripts in one frame share one global, the page has its own. */
export interface Reader {
  keepWatch(life: Life, page: Page): void;
}

const scope = globalThis as { kagibanReader?: Reader };

export function leaveReader(reader: Reader): void {
  scope.kagibanReader = reader;
}

/** The reader that was brought into this frame. Throws `unexpected` where there is none. */
export function readerHere(): Reader {
  if (!scope.kagibanReader) throw new AppError('unexpected');
  return scope.kagibanReader;
}
