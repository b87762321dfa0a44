/** SQLite's primary codes: 8 read only, 10 input/output, 13 full. */
const SQLITE_FULL = new Set([8, 10, 13]);
/** SQLite's 5 busy, 6 locked: another process holds the file. */
const SQLITE_BUSY = new Set([5, 6]);
/** PostgreSQL: class 53 (out of disk, memory, connections), 58 (its system), 25006 read only. */
const POSTGRES_FULL = /^(?:53|58|25006)/;
/** PostgreSQL: class 08 and 57P (connection, shutdown), 57014 and 40 (given up); and what Node says of a line. */
const POSTGRES_GONE =
  /^(?:08|57P|57014|40)|^(?:ECONNREFUSED|ECONNRESET|ENOENT|ENOTFOUND|EPIPE|ETIMEDOUT|EHOSTUNREACH)$/;

/** What an error of the database means for who asked; null = it is none of the database's. */
export function databaseTrouble(error: Error): 'storeFull' | 'storeDown' | null {
  if ('errcode' in error) {
    const code = Number(error.errcode) & 0xff;
    if (SQLITE_FULL.has(code)) return 'storeFull';
    return SQLITE_BUSY.has(code) ? 'storeDown' : null;
  }
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (POSTGRES_FULL.test(code)) return 'storeFull';
  return POSTGRES_GONE.test(code) || isPoolTrouble(error) ? 'storeDown' : null;
}

/** `pg` itself has no code for a connection that ended or did not come in time. */
const isPoolTrouble = (error: Error): boolean =>
  /^(?:Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Query read timeout)/.test(
    error.message,
  );
