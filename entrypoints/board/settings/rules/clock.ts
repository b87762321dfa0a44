/** `09:30` of minutes since midnight. */
export const clockOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** Minutes since midnight of what a field for a time holds; null = it holds none. */
export function minutesOf(text: string): number | null {
  const parts = /^(\d{2}):(\d{2})$/.exec(text);
  return parts ? Number(parts[1]) * 60 + Number(parts[2]) : null;
}
