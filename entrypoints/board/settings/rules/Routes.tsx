import { ask } from '../../../../components/background.ts';
import { ErrorLine } from '../../../../components/ErrorLine.tsx';
import { t } from '../../../../components/say.ts';
import { useAction } from '../../../../components/useAction.ts';
import type { Known } from '../../../../components/useLedger.ts';
import {
  NOTICE_KINDS,
  type NoticeKind,
  type Policy,
  type Route,
  type Target,
} from '../../../../utils/model/notice.ts';

const PARTS = ['tell', 'instead', 'not'] as const;
type Part = (typeof PARTS)[number];
/** Hours without an answer after which a second person may be told. */
const HOURS = [1, 3, 24];

interface Props {
  known: Known;
  policy: Policy;
  /** null = of all shops in no group. */
  group: Policy | null;
}

/** 誰に知らせるか: which target hears of which kind, which one speaks where another fails, and who is told when nobody answers. */
export function Routes({ known, policy, group }: Props) {
  const { targets } = known.ledger;
  if (targets.length === 0) return null;
  return (
    <section aria-labelledby="routes-title" data-kagiban="routes">
      <h2 id="routes-title">{t('routes.title')}</h2>
      <p class="quiet">
        {t('routes.intro')} {group && t('groups.holds', [group.name])}
      </p>
      {NOTICE_KINDS.map((kind) => (
        <KindRoute
          key={kind}
          route={routeOf(kind, policy, targets)}
          targets={targets}
          group={group?.id ?? null}
        />
      ))}
    </section>
  );
}

/** As `reminders/wanted.ts` has it: without a route, every target that takes the kind. */
function routeOf(kind: NoticeKind, { routes }: Policy, targets: Target[]): Route {
  const set = routes.find((one) => one.kind === kind);
  if (set) return set;
  const targetIds = targets.flatMap(({ id, kinds }) => (kinds.includes(kind) ? id : []));
  return { kind, targetIds, fallbackIds: [], escalation: null };
}

const partOf = (id: string, { targetIds, fallbackIds }: Route): Part =>
  targetIds.includes(id) ? 'tell' : fallbackIds.includes(id) ? 'instead' : 'not';

function moved(route: Route, id: string, part: Part): Route {
  const without = (ids: string[]): string[] => ids.filter((one) => one !== id);
  const [targetIds, fallbackIds] = [without(route.targetIds), without(route.fallbackIds)];
  if (part === 'tell') targetIds.push(id);
  if (part === 'instead') fallbackIds.push(id);
  return { ...route, targetIds, fallbackIds };
}

interface KindProps {
  route: Route;
  targets: Target[];
  group: string | null;
}

function KindRoute({ route, targets, group }: KindProps) {
  const set = useAction(async (next: Route) => {
    await ask('policy.route', { ...next, group });
  });
  const { kind, escalation } = route;
  return (
    <fieldset data-kagiban="route" data-kind={kind}>
      <legend>{t(`routes.kind.${kind}`)}</legend>
      {targets.map(({ id, name }) => (
        <label key={id}>
          {name}{' '}
          <select
            value={partOf(id, route)}
            disabled={set.busy}
            onChange={(event) => {
              const part = PARTS.find((one) => one === event.currentTarget.value) ?? 'tell';
              set.run(moved(route, id, part));
            }}
          >
            {PARTS.map((part) => (
              <option key={part} value={part}>
                {t(`routes.part.${part}`)}
              </option>
            ))}
          </select>
        </label>
      ))}
      <label>
        {t('routes.escalation')}{' '}
        <select
          value={escalation ? `${escalation.afterHours} ${escalation.targetId}` : ''}
          disabled={set.busy}
          onChange={(event) => {
            const [hours, targetId] = event.currentTarget.value.split(' ');
            const to = targetId ? { targetId, afterHours: Number(hours) } : null;
            set.run({ ...route, escalation: to });
          }}
        >
          <option value="">{t('routes.nobody')}</option>
          {targets.flatMap(({ id, name }) =>
            HOURS.map((hours) => (
              <option key={`${hours} ${id}`} value={`${hours} ${id}`}>
                {t('routes.after', [String(hours), name])}
              </option>
            )),
          )}
        </select>
      </label>
      {route.targetIds.length === 0 && <p class="quiet">{t('routes.none')}</p>}
      <ErrorLine code={set.error} />
    </fieldset>
  );
}
