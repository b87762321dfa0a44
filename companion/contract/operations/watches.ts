import { shopQuerySchema } from '../../../utils/model/companion-shared.schema.ts';
import {
  watchAskSchema,
  watchesAnswerSchema,
  watchSchema,
} from '../../../utils/model/companion-watches.schema.ts';
import { operation } from '../operation.ts';

/** Keys that are kept, sealed, and tested every day. */
export const WATCHES = {
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
};
