import type { LicenseView } from '../utils/overview/types.ts';
import { apiNote } from '../utils/overview/api-note.ts';
import { functionNote } from '../utils/overview/function-note.ts';
import { NoteDetails } from './NoteDetails.tsx';
import { t } from './say.ts';
import { toolName } from './toolName.ts';

interface Props {
  view: LicenseView;
  /** Folded at first: a list of keys has little room. */
  folded?: boolean;
}

/** What a person should see before deciding: the APIs that an update adds, the functions that are missing. */
export function Particulars({ view, folded }: Props) {
  const functions =
    !view.replaced &&
    view.functions &&
    functionNote(view.functions, t, (connectorId) => toolName(connectorId, t));
  const apis = view.apis && apiNote(view.apis, t);
  if (!apis && view.need === 'update') return <p class="quiet">{t('apis.unread')}</p>;
  if (!apis && !functions) return null;
  const details = (
    <>
      {apis && <NoteDetails note={apis} />}
      {functions && <NoteDetails note={functions} />}
    </>
  );
  const data = { 'data-kagiban': apis ? 'apis' : 'functions' } as const;
  if (!folded) return <div {...data}>{details}</div>;
  return (
    <details class="particulars" {...data}>
      <summary>{t(apis ? 'apis.show' : 'functions.missing')}</summary>
      {details}
    </details>
  );
}
