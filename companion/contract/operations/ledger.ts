import {
  fingerprintKeyAnswerSchema,
  fingerprintKeyAskSchema,
  fingerprintsAskSchema,
  historyAnswerSchema,
  historyQuerySchema,
  licensesAnswerSchema,
  placementAskSchema,
  placementsAnswerSchema,
  readingAnswerSchema,
  readingAskSchema,
  shopQuerySchema,
  shopsAnswerSchema,
  toolRemovalAskSchema,
} from '../../../utils/model/companion-shared.schema.ts';
import {
  keyTestSaidSchema,
  renewalAskSchema,
  renewalsAnswerSchema,
} from '../../../utils/model/companion-renewals.schema.ts';
import { keyTestAnswerSchema, keyTestAskSchema } from '../../../utils/model/companion.schema.ts';
import { operation } from '../operation.ts';

/** A list of 5,000 rows, the most that a reading may hold, stays below. */
const READING_BYTES = 4 * 1_024 * 1_024;
/** Notes of several people, and what they were before. */
const RUN_BYTES = 64 * 1_024;

/** A thousand keys. */
const FINGERPRINTS_BYTES = 256 * 1_024;

/** Keys: their tests, and the ledger that browsers share. */
export const LEDGER = {
  keyTest: operation({
    method: 'post',
    path: '/v1/key-tests',
    who: 'device',
    summary: 'Tests a key at the RMS WEB API; the key is kept nowhere',
    body: keyTestAskSchema,
    answer: keyTestAnswerSchema,
    problems: ['shopUnknown'],
  }),
  takeKeyTest: operation({
    method: 'put',
    path: '/v1/key-tests',
    who: 'device',
    summary: 'Takes what a test showed that a browser made itself',
    body: keyTestSaidSchema,
    answer: readingAnswerSchema,
    problems: ['shopUnknown', 'licenseUnknown'],
  }),
  takeReading: operation({
    method: 'post',
    path: '/v1/readings',
    who: 'device',
    summary: 'Takes what a page of RMS said into the ledger of its shop',
    body: readingAskSchema,
    maxBody: READING_BYTES,
    answer: readingAnswerSchema,
    problems: ['shopUnknown', 'shopUnnamed', 'shopConflict'],
  }),
  shops: operation({
    method: 'get',
    path: '/v1/shops',
    who: 'device',
    summary: 'The shops of this token',
    answer: shopsAnswerSchema,
  }),
  licenses: operation({
    method: 'get',
    path: '/v1/licenses',
    who: 'device',
    summary: 'What is known of the keys of one shop',
    query: shopQuerySchema,
    answer: licensesAnswerSchema,
    problems: ['shopUnknown'],
  }),
  fingerprintKey: operation({
    method: 'post',
    path: '/v1/fingerprint-keys',
    who: 'device',
    summary:
      'What the fingerprints of one shop’s keys are made with; the same for every browser of the shop',
    body: fingerprintKeyAskSchema,
    answer: fingerprintKeyAnswerSchema,
    problems: ['shopUnknown'],
  }),
  takeFingerprints: operation({
    method: 'put',
    path: '/v1/fingerprints',
    who: 'device',
    summary: 'Takes the fingerprints of keys that a person carried; a key cannot be made of one',
    body: fingerprintsAskSchema,
    maxBody: FINGERPRINTS_BYTES,
    answer: readingAnswerSchema,
    problems: ['shopUnknown'],
  }),
  placements: operation({
    method: 'get',
    path: '/v1/placements',
    who: 'device',
    summary: 'Which key each tool of one shop holds, and how that is known',
    query: shopQuerySchema,
    answer: placementsAnswerSchema,
    problems: ['shopUnknown'],
  }),
  takePlacement: operation({
    method: 'put',
    path: '/v1/placements',
    who: 'device',
    summary: 'Takes evidence of which key a field of a tool holds, and whether it works',
    body: placementAskSchema,
    answer: placementsAnswerSchema,
    problems: ['shopUnknown', 'licenseUnknown'],
  }),
  removeTool: operation({
    method: 'post',
    path: '/v1/tool-removals',
    who: 'device',
    summary:
      'The shop does not use a tool any more; what was known of it before does not bring it back',
    body: toolRemovalAskSchema,
    answer: placementsAnswerSchema,
    problems: ['shopUnknown', 'licenseUnknown'],
  }),
  renewals: operation({
    method: 'get',
    path: '/v1/renewals',
    who: 'device',
    summary: 'The renewal runs of one shop',
    query: shopQuerySchema,
    answer: renewalsAnswerSchema,
    problems: ['shopUnknown'],
  }),
  takeRenewal: operation({
    method: 'put',
    path: '/v1/renewals',
    who: 'device',
    summary: 'Takes what a browser knows of a renewal run; nothing that a person did is lost',
    body: renewalAskSchema,
    maxBody: RUN_BYTES,
    answer: renewalsAnswerSchema,
    problems: ['shopUnknown', 'licenseUnknown'],
  }),
  history: operation({
    method: 'get',
    path: '/v1/history',
    who: 'device',
    summary: 'What happened in one shop, newest first',
    query: historyQuerySchema,
    answer: historyAnswerSchema,
    problems: ['shopUnknown'],
  }),
};
