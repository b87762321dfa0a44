import {
  departureAnswerSchema,
  departureAskSchema,
  devicesAnswerSchema,
} from '../../../utils/model/companion-devices.schema.ts';
import { pairingAnswerSchema, pairingAskSchema } from '../../../utils/model/companion.schema.ts';
import { operation } from '../operation.ts';

/** Browsers and their people. */
export const DEVICES = {
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
    summary:
      'A person leaves: their browsers end, and what they had said they would see to is handed over',
    body: departureAskSchema,
    answer: departureAnswerSchema,
    problems: ['memberUnknown'],
  }),
};
