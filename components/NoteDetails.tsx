import type { Note } from '../utils/overview/note.ts';

/** The particulars of a note: groups of lines, and what stands below them. */
export const NoteDetails = ({ note }: { note: Note }) => (
  <div class="note-details">
    <p>
      <strong>{note.title}</strong>
    </p>
    {note.groups.map(({ title, lines }) => (
      <section key={title} aria-label={title}>
        <h4>{title}</h4>
        <ul>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </section>
    ))}
    {note.foot.map((line) => (
      <p key={line} class="quiet">
        {line}
      </p>
    ))}
  </div>
);
