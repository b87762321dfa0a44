import { Last4 } from '../../components/Last4.tsx';
import { t } from '../../components/say.ts';
import { Shape } from '../../components/Shape.tsx';
import { formatMoment } from '../../components/words.ts';
import type { Instant } from '../../utils/model/time.ts';
import type { Held, Works as WorksEvidence } from '../../utils/model/tool.ts';
import type { Level } from '../../utils/overview/types.ts';
import type { FieldOfTool } from './fieldsOf.ts';

interface Props {
  field: FieldOfTool;
  now: Instant;
}

/** Which key the field holds, and by what that is known: dated, never more than was seen. */
export function Holds({ field, now }: Props) {
  const { holds } = field.placement;
  if (!holds) return <Line level="unknown" words={t('board.holdsNone')} />;
  return (
    <>
      <Line level={levelOf(holds, field.old)} words={howWords(holds)} at={holds.at} now={now}>
        <Last4 last4={field.last4} />
      </Line>
      {field.old && <p>{t('board.oldKey')}</p>}
    </>
  );
}

const levelOf = ({ how }: Held, old: boolean): Level => {
  if (old) return 'urgent';
  return how === 'filled' ? 'waiting' : 'fine';
};

const howWords = ({ how, by }: Held): string => {
  const words = t(`board.holds.${how}`);
  return by === 'person' ? t('board.holdsByPerson', [words]) : words;
};

/** Does the key work there? A separate answer: a key check alone proves nothing about what a tool holds. */
export function Works({ field, now }: Props) {
  const { works, holds } = field.placement;
  if (!works) return <Line level="unknown" words={t('board.worksNone')} />;
  return (
    <>
      <Line
        level={works.ok ? 'fine' : 'urgent'}
        words={worksWords(works)}
        at={works.at}
        now={now}
      />
      {holds && holds.licenseId !== works.licenseId && <p>{t('board.worksOtherKey')}</p>}
    </>
  );
}

const worksWords = ({ ok, how }: WorksEvidence): string =>
  t(ok ? 'board.worksOk' : 'board.worksFailed', [t(`board.works.${how}`)]);

interface LineProps {
  level: Level;
  words: string;
  at?: Instant;
  now?: Instant;
  children?: preact.ComponentChildren;
}

const Line = ({ level, words, at, now, children }: LineProps) => (
  <p class="evidence">
    <Shape level={level} /> {children}{' '}
    {at === undefined || now === undefined
      ? words
      : t('board.evidenceAt', [words, formatMoment(at, now, t)])}
  </p>
);
