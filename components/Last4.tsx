import { t } from './say.ts';

const MARK = '\u2063';

/** `末尾 IANT`, the four in a face that tells I from l and O from 0. */
export function Last4({ last4 }: { last4: string | null }) {
  if (last4 === null) return <span>{t('common.noLast4')}</span>;
  // The words around it are the language's business; where it stands is told by a mark they cannot hold.
  const [before, after] = t('common.last4', [MARK]).split(MARK);
  return (
    <span>
      {before}
      <span class="mono">{last4}</span>
      {after}
    </span>
  );
}
