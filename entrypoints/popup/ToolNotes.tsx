import { noteIn } from '../../components/noteIn.ts';
import { Notice } from '../../components/Notice.tsx';
import { t } from '../../components/say.ts';
import { connectorOf } from '../../utils/tools/connectors/index.ts';

/** What this tool asks before its key is changed, and what else is known of it. */
export function ToolNotes({ connectorId }: { connectorId: string }) {
  const connector = connectorOf(connectorId);
  if (!connector) return null;
  const { stopBeforeChange, activation, pitfalls, notes } = connector;
  return (
    <>
      {stopBeforeChange && <Notice level="soon">{noteIn(stopBeforeChange, t)}</Notice>}
      <details class="notes" data-kagiban="tool-notes">
        <summary>{t('popup.toolNotes')}</summary>
        <ul>
          {activation && (
            <li>
              {t('popup.activation', [
                String(activation.fromMinutes),
                String(activation.toMinutes),
              ])}
            </li>
          )}
          {[...pitfalls, ...notes].map((note) => (
            <li key={note.ja}>{noteIn(note, t)}</li>
          ))}
        </ul>
      </details>
    </>
  );
}
