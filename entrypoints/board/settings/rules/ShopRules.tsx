import { useState } from 'preact/hooks';
import type { Known } from '../../../../components/useLedger.ts';
import { groupsOf } from '../../../../utils/reminders/groups.ts';
import { commonPolicy } from '../../../../utils/reminders/set-policy.ts';
import { isShared } from '../../../../utils/reminders/shared-policy.ts';
import { Groups } from './Groups.tsx';
import { Routes } from './Routes.tsx';
import { Rules } from './Rules.tsx';

/** Who is told, and when: of all shops, or of the group that is chosen. One shop alone sees nothing of groups. */
export function ShopRules({ known }: { known: Known }) {
  const [chosen, setChosen] = useState<string | null>(null);
  const groups = groupsOf(known.ledger);
  const shops = known.overview.shops.filter(({ pending }) => !pending);
  // It may have been dissolved meanwhile, here or in another window.
  const group = groups.find(({ id }) => id === chosen) ?? null;
  const policy = group ?? commonPolicy(known.ledger);
  return (
    <>
      {(shops.length > 1 || groups.length > 0) && (
        <Groups groups={groups} shops={shops} chosen={group?.id ?? null} onChoose={setChosen} />
      )}
      <Routes known={known} policy={policy} group={group} />
      <Rules
        key={policy.id}
        policy={policy}
        group={group}
        grouped={groups.length > 0}
        shared={isShared(known.ledger, policy)}
      />
    </>
  );
}
