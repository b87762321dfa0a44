/** Text in an old charset, by asking the decoder for every two-byte sign. Throws for a sign it lacks. */
export function encode(text: string, charset: 'euc-jp' | 'shift_jis'): Uint8Array {
  const table = tableOf(charset);
  return Uint8Array.from(
    [...text].flatMap((sign) => {
      const code = sign.codePointAt(0) ?? 0;
      if (code < 0x80) return [code];
      const bytes = table.get(sign);
      if (!bytes) throw new Error(`${charset} has no ${sign}`);
      return bytes;
    }),
  );
}

function tableOf(charset: string): Map<string, number[]> {
  const decoder = new TextDecoder(charset);
  const table = new Map<string, number[]>();
  for (let high = 0x81; high <= 0xfe; high++) {
    for (let low = 0x40; low <= 0xfe; low++) {
      const sign = decoder.decode(Uint8Array.of(high, low));
      if ([...sign].length === 1 && sign !== '\ufffd' && !table.has(sign))
        table.set(sign, [high, low]);
    }
  }
  return table;
}
