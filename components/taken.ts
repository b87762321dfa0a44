/** The text of a field, which is emptied: what was pasted stays nowhere (promise 2). */
export function taken(input: HTMLInputElement | null): string {
  const text = input?.value ?? '';
  if (input) input.value = '';
  return text;
}
