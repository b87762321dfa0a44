import * as z from 'zod/mini';
import { operation } from '../operation.ts';

const statusSchema = z.strictObject({ status: z.literal('ok') });

/** Is it alive, is it ready, what does it count, what does it offer. */
export const SERVICE = {
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
};
