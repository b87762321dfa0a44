import type { ErrorCode } from '../utils/model/errors.ts';
import { Notice } from './Notice.tsx';
import { t } from './say.ts';
import { errorWords } from './words.ts';

/** What went wrong, what it means, what to do next; nothing where nothing did. */
export const ErrorLine = ({ code }: { code: ErrorCode | null }) =>
  code === null ? null : (
    <Notice level="unknown" role="alert" data={{ 'data-error': code }}>
      {errorWords(code, t)}
    </Notice>
  );
