import type { Reminder } from '../model/reminder.ts';
import type { Channels } from './channels/port.ts';

/** Where plan and outbox run: a browser, or a companion. */
export interface Place {
  newId: () => string;
  /** The channels that this place has. */
  channels: Channels;
  /** May this place speak of it on team channels now? (`speaker.ts`) */
  speaks: (reminder: Reminder) => boolean;
}

/** Target id of this browser's own notifications; they are of no concern to any other place. */
export const NOTIFICATION = 'notification';
