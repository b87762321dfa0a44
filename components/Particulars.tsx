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
    functionNote(view.functions, t, (connectorId) => toolName(connectorId, t, []));
  const apis = view.apis && apiNote(view.apis, t);
  if (!apis && view.need === 'update') return <p class="quiet">{t('apis.unread')}</p>;
  if (!apis && !functions) return null;
  const details = (
    <>
      {apis && <NoteDetails note={apis} />}
      {functions && <NoteDetails note={functions} />}
    </>
  );
  return (
    <details
      class="particulars"
      open={!folded && !isWhole(view.apis)}
      data-kagiban={apis ? 'apis' : 'functions'}
    >
      <summary>{t(summaryOf(view))}</summary>
      {details}
    </details>
  );
}

/** Nobody can tell what is new: the whole list, which is long. */
const isWhole = (apis: LicenseView['apis']): boolean =>
  apis?.known === 'unread' || apis?.known === 'same';

function summaryOf({ apis }: LicenseView) {
  if (!apis) return 'functions.show';
  return isWhole(apis) ? 'apis.showAll' : 'apis.show';
}
