import { writeFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod/mini';
import { STORE_VERSION } from '../../../utils/ledger/migrations.ts';
import { historySchema, ledgerSchema } from '../../../utils/model/stored.schema.ts';

export const FROZEN = path.join(import.meta.dirname, 'frozen');

/** The stored shapes of this source, as a JSON schema that can be compared. */
export const shapeNow = (): object =>
  z.toJSONSchema(z.object({ ledger: ledgerSchema, history: historySchema }), {
    unrepresentable: 'any',
  });

// `node tests/unit/ledger/shape.ts` freezes the shape of a version that nobody has installed yet.
if (process.argv[1] === import.meta.filename) {
  const file = path.join(FROZEN, `v${STORE_VERSION}.schema.json`);
  writeFileSync(file, `${JSON.stringify(shapeNow(), null, 2)}\n`);
}
