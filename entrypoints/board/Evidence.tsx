import { t } from '../../components/say.ts';
import { Shape } from '../../components/Shape.tsx';
import { formatMoment } from '../../components/words.ts';
import type { Instant } from '../../utils/model/time.ts';
import type { Held, Works as WorksEvidence } from '../../utils/model/tool.ts';
import type { MatrixCell } from '../../utils/overview/matrix.ts';
import type { Level } from '../../utils/overview/types.ts';

interface Props {
  cell: MatrixCell;
  now: Instant;
}

/** What is known of one key in one field: never more than was seen, with its date (DESIGN §3). */
export function Cell({ cell, now }: Props) {
  if (cell.kind === 'holds') return <Held cell={cell} now={now} />;
  if (cell.kind === 'unknown') return <Line level="unknown" words={t('board.holdsNone')} />;
  return <span class="quiet">{t(`board.cell.${cell.kind}`)}</span>;
}

function Held({ cell, now }: { cell: Extract<MatrixCell, { kind: 'holds' }>; now: Instant }) {
  const { holds, works, level, stale } = cell;
  return (
    <>
      <Line level={level} words={howWords(holds)} at={holds.at} now={now} />
      {works === null ? (
        <Line level="unknown" words={t('board.worksNone')} />
      ) : (
        <Line
          level={works.ok ? 'fine' : 'urgent'}
          words={worksWords(works)}
          at={works.at}
          now={now}
        />
      )}
      {stale && <p class="quiet">{t('board.staleEvidence')}</p>}
    </>
  );
}

const howWords = ({ how, by }: Held): string => {
  const words = t(`board.holds.${how}`);
  return by === 'person' && how !== 'stated' ? t('board.holdsByPerson', [words]) : words;
};

const worksWords = ({ ok, how, by }: WorksEvidence): string => {
  const words = t(ok ? 'board.worksOk' : 'board.worksFailed', [t(`board.works.${how}`)]);
  return by === 'person' ? t('board.holdsByPerson', [words]) : words;
};

interface LineProps {
  level: Level;
  words: string;
  at?: Instant;
  now?: Instant;
}

const Line = ({ level, words, at, now }: LineProps) => (
  <p class="evidence">
    <Shape level={level} />{' '}
    {at === undefined || now === undefined
      ? words
      : t('board.evidenceAt', [words, formatMoment(at, now, t)])}
  </p>
);
