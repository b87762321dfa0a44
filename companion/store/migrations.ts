/** Forward only: number n brings a database of version n to n + 1. One that was released never changes. */
export const MIGRATIONS: readonly string[] = [
  `CREATE TABLE pairing_code (
     id INTEGER PRIMARY KEY CHECK (id = 1),
     code_hash TEXT NOT NULL,
     expires_at INTEGER NOT NULL,
     tries_left INTEGER NOT NULL
   ) STRICT;
   CREATE TABLE device (
     id TEXT PRIMARY KEY,
     name TEXT NOT NULL,
     token_hash TEXT NOT NULL UNIQUE,
     origin TEXT,
     paired_at INTEGER NOT NULL
   ) STRICT`,
];
