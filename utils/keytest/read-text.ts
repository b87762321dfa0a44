/** More than any answer to a probe needs; what is longer is cut, and then no whole JSON any more. */
export const MAX_BYTES = 1_048_576;

/** The text of a body, at most `MAX_BYTES` of it; the rest is not fetched. Throws where the line breaks. */
export async function readText(response: Response): Promise<string> {
  if (!response.body) return '';
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    size += value.byteLength;
    text += decoder.decode(value, { stream: true });
    if (size > MAX_BYTES) {
      await reader.cancel();
      return text;
    }
  }
}
