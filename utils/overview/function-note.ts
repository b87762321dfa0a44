import { jstDateOf } from '../calendar/jst.ts';
import type { FunctionList } from '../model/functions.ts';
import type { Say } from '../model/say.ts';
import { dateText } from '../reminders/days.ts';
import type { FunctionsView } from './functions.ts';
import type { Note } from './note.ts';

/** A tool's name by its connector's id. */
export type ToolName = (connectorId: string) => string;
type Needed = FunctionsView['missing'];

/** What is wrong with the functions of the shop's own app, and the next step; null = nothing is. */
export function functionNote(view: FunctionsView, t: Say, tool: ToolName): Note | null {
  const { missing, unfinished, readAt } = view;
  if (missing.length === 0 && unfinished === null) return null;
  const day = readAt === null ? null : t('functions.readAt', [dateText(jstDateOf(readAt), t)]);
  return {
    title: unfinished ? t(`functions.unfinished.${unfinished}`) : t('functions.missing'),
    groups: groupsOf(missing, tool),
    foot: [
      ...(unfinished ? [t('functions.unfinishedNext')] : []),
      ...(missing.length > 0 ? [t('functions.missingNext')] : []),
      ...(day === null ? [] : [day]),
    ],
  };
}

const groupsOf = (missing: Needed, tool: ToolName): Note['groups'] =>
  missing.map(({ connectorId, names }) => ({ title: tool(connectorId), lines: names }));

/** While a person chooses: what the choice lacks, and that nothing is saved before 登録する. */
export function choiceNote(
  { stage, rows }: FunctionList,
  needed: Needed,
  t: Say,
  tool: ToolName,
): Note | null {
  if (stage !== 'editing' && stage !== 'confirming') return null;
  const used = new Set(rows.filter((row) => row.used === true).map(({ name }) => name));
  const lacking = needed.flatMap(({ connectorId, names }) => {
    const missing = names.filter((name) => !used.has(name));
    return missing.length > 0 ? [{ connectorId, names: missing }] : [];
  });
  const saving = t(stage === 'editing' ? 'functions.notYetSaved' : 'functions.pressRegister');
  if (lacking.length === 0 && stage === 'editing') return null;
  return {
    title: lacking.length > 0 ? t('functions.choiceLacks') : saving,
    groups: groupsOf(lacking, tool),
    foot: lacking.length > 0 ? [saving] : [],
  };
}
