/** What a page may cost. A page that goes beyond is read up to here and reported as `tooLarge`. */
export const LIMITS = {
  /** Rows of one list; as many as a reading may hold (model/reading.schema.ts). */
  rows: 5000,
  /** Rows of one table, headings included. */
  tableRows: 5100,
  columns: 120,
  /** Table positions of one grid, spans counted. */
  positions: 400_000,
  tables: 400,
  /** Nodes looked at outside tables. */
  nodes: 300_000,
  cellChars: 2000,
  cellNodes: 600,
  /** Characters of one name, state or extra cell in a reading. */
  name: 200,
  extras: 30,
  problems: 100,
  problemText: 80,
  /** Characters of script text searched for the shop's identity. */
  scriptChars: 400_000,
} as const;
