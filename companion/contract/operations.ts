import * as z from 'zod/mini';
import {
  calendarLinkAnswerSchema,
  calendarLinkAskSchema,
  calendarLinksAnswerSchema,
  calendarQuerySchema,
} from '../../utils/model/companion-calendar.schema.ts';
import {
  departureAnswerSchema,
  devicesAnswerSchema,
} from '../../utils/model/companion-devices.schema.ts';
import {
  historyAnswerSchema,
  historyQuerySchema,
  licensesAnswerSchema,
  placementAskSchema,
  placementsAnswerSchema,
  readingAnswerSchema,
  readingAskSchema,
  shopQuerySchema,
  shopsAnswerSchema,
} from '../../utils/model/companion-shared.schema.ts';
import {
  keyTestAnswerSchema,
  keyTestAskSchema,
  pairingAnswerSchema,
  pairingAskSchema,
} from '../../utils/model/companion.schema.ts';
import {
  watchAskSchema,
  watchesAnswerSchema,
  watchSchema,
} from '../../utils/model/companion-watches.schema.ts';
import { operation, type Operation } from './operation.ts';

const statusSchema = z.strictObject({ status: z.literal('ok') });

/** A list of 5,000 rows, the most that a reading may hold, stays below. */
const READING_BYTES = 4 * 1_024 * 1_024;

/** Every route of the companion. The document at `/openapi.json` and the tests are made of this table. */
export const OPERATIONS = {
  health: operation({
    method: 'get',
    path: '/healthz',
    who: 'anybody',
    summary: 'The process answers',
    answer: statusSchema,
  }),
  ready: operation({
    method: 'get',
    path: '/readyz',
    who: 'anybody',
    summary: 'The database answers too',
    answer: statusSchema,
    problems: ['storeDown', 'stopping'],
  }),
  metrics: operation({
    method: 'get',
    path: '/metrics',
    who: 'anybody',
    summary: 'Counts and times in the text format of Prometheus, without names',
    type: 'text/plain',
  }),
  openapi: operation({
    method: 'get',
    path: '/openapi.json',
    who: 'anybody',
    summary: 'This document',
    answer: z.record(z.string(), z.unknown()),
  }),
  pair: operation({
    method: 'post',
    path: '/v1/pairings',
    who: 'code',
    summary: 'Trades the printed code for the token of this browser',
    body: pairingAskSchema,
    status: 201,
    answer: pairingAnswerSchema,
    problems: ['codeWrong', 'codeGone'],
  }),
  devices: operation({
    method: 'get',
    path: '/v1/devices',
    who: 'device',
    summary: 'The browsers whose shops are all among those of this token',
    answer: devicesAnswerSchema,
  }),
  unpair: operation({
    method: 'delete',
    path: '/v1/devices/self',
    who: 'device',
    summary: 'Forgets the browser that asks',
    status: 204,
  }),
  revokeDevice: operation({
    method: 'delete',
    path: '/v1/devices/{id}',
    who: 'device',
    summary: 'Ends the pairing of another browser, which wipes what it holds at its next contact',
    status: 204,
    problems: ['deviceUnknown'],
  }),
  memberLeaves: operation({
    method: 'post',
    path: '/v1/members/{id}/departure',
    who: 'device',
    summary: 'A person leaves: the pairings of all their browsers end',
    body: z.strictObject({}),
    answer: departureAnswerSchema,
    problems: ['memberUnknown'],
  }),
  keyTest: operation({
    method: 'post',
    path: '/v1/key-tests',
    who: 'device',
    summary: 'Tests a key at the RMS WEB API; the key is kept nowhere',
    body: keyTestAskSchema,
    answer: keyTestAnswerSchema,
    problems: ['shopUnknown'],
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
  watches: operation({
    method: 'get',
    path: '/v1/watches',
    who: 'device',
    summary:
      'The keys of one shop that are kept sealed and tested every day; never the keys themselves',
    query: shopQuerySchema,
    answer: watchesAnswerSchema,
    problems: ['shopUnknown'],
  }),
  addWatch: operation({
    method: 'post',
    path: '/v1/watches',
    who: 'device',
    summary: "Keeps a key of the shop's own app, sealed, and tests it every day",
    body: watchAskSchema,
    status: 201,
    answer: watchSchema,
    problems: ['shopUnknown', 'licenseUnknown', 'otherKey'],
  }),
  removeWatch: operation({
    method: 'delete',
    path: '/v1/watches/{id}',
    who: 'device',
    summary: 'Deletes a kept key',
    status: 204,
    problems: ['watchUnknown'],
  }),
  calendar: operation({
    method: 'get',
    path: '/v1/calendar.ics',
    who: 'link',
    summary:
      'The days on which the keys of one shop end, without the keys, for a calendar to subscribe to',
    query: calendarQuerySchema,
    type: 'text/calendar',
    problems: ['linkUnknown'],
  }),
  calendarLinks: operation({
    method: 'get',
    path: '/v1/calendar-links',
    who: 'device',
    summary: 'The calendar addresses of one shop, without their tokens',
    query: shopQuerySchema,
    answer: calendarLinksAnswerSchema,
    problems: ['shopUnknown'],
  }),
  addCalendarLink: operation({
    method: 'post',
    path: '/v1/calendar-links',
    who: 'device',
    summary: 'Makes a read-only address for the dates of one shop',
    body: calendarLinkAskSchema,
    status: 201,
    answer: calendarLinkAnswerSchema,
    problems: ['shopUnknown'],
  }),
  removeCalendarLink: operation({
    method: 'delete',
    path: '/v1/calendar-links/{id}',
    who: 'device',
    summary: 'Ends a calendar address',
    status: 204,
    problems: ['linkUnknown'],
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
} satisfies Record<string, Operation>;

export type OperationId = keyof typeof OPERATIONS;
