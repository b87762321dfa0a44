import type { Note } from '../utils/overview/note.ts';

/** The particulars of a note: groups of lines, and what stands below them. */
export const NoteDetails = ({ note }: { note: Note }) => (
  <div class="note-details">
    <p>
      <strong>{note.title}</strong>
    </p>
    {note.groups.map(({ title, lines }) => (
      <div key={title} class="group">
        <p aria-hidden="true">{title}</p>
        <ul aria-label={title}>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </div>
    ))}
    {note.foot.map((line) => (
      <p key={line} class="quiet">
        {line}
      </p>
    ))}
  </div>
);
