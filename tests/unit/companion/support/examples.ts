import type { OperationId } from '../../../../companion/contract/operations.ts';
import { factsOf, NOW } from '../../keytest/cases.ts';
import { aReading, aRow } from '../../ledger/make.ts';
import type { Asked } from './person.ts';

/** Ids of a shop and what it holds, as the companion gave them. */
export interface Known {
  shopId: string;
  appId: string;
  licenseId: string;
  /** Of the shop's own app, with the last four characters OWNK. */
  ownLicenseId: string;
  watchId: string;
  linkId: string;
  calendarToken: string;
  deviceId: string;
  memberId: string;
  channelId: string;
  reminderId: string;
}

/** One request of each operation that a rightful caller would get an answer to. */
export const EXAMPLES: Record<OperationId, (known: Known) => Asked> = {
  health: () => ({}),
  ready: () => ({}),
  metrics: () => ({}),
  openapi: () => ({}),
  pair: () => ({ body: { code: 'AAAA-AAAA', person: '島田', device: 'PC' } }),
  devices: () => ({}),
  unpair: () => ({}),
  revokeDevice: ({ deviceId }) => ({ id: deviceId }),
  memberLeaves: ({ memberId }) => ({ id: memberId, body: {} }),
  keyTest: () => ({
    body: {
      ...factsOf(),
      credentials: { licenseKey: 'SL123456_AbCdEfGh0IjKlMn0', serviceSecret: 'SP123456_x0' },
    },
  }),
  takeReading: () => ({
    body: {
      id: 'r1',
      shopId: null,
      sentAt: NOW,
      reading: aReading({ at: NOW, licenses: [aRow({ state: 'stopped' })] }),
    },
  }),
  shops: () => ({}),
  licenses: ({ shopId }) => ({ query: { shop: shopId } }),
  fingerprintKey: ({ shopId }) => ({ body: { shopId } }),
  takeFingerprints: ({ shopId, licenseId }) => ({
    body: {
      shopId,
      fingerprints: [{ licenseId, fingerprint: { hmacKeyId: 'a1', mac: `${'A'.repeat(43)}=` } }],
    },
  }),
  placements: ({ shopId }) => ({ query: { shop: shopId } }),
  takePlacement: ({ shopId, appId, licenseId }) => ({
    body: {
      shopId,
      appId,
      connectorId: 'next-engine',
      origin: 'https://main.next-engine.com',
      shopOnTool: null,
      field: 'licenseKey',
      holds: { licenseId, how: 'saved', by: 'person', at: NOW },
      works: null,
    },
  }),
  takeKeyTest: ({ shopId, licenseId }) => ({
    body: {
      shopId,
      licenseId,
      id: 'test-1',
      at: NOW,
      attempt: 0,
      retestAt: null,
      result: {
        verdict: 'valid',
        expiresOn: null,
        causes: [],
        missingFunctions: [],
        why: null,
        probes: [],
      },
    },
  }),
  renewals: ({ shopId }) => ({ query: { shop: shopId } }),
  takeRenewal: ({ shopId, appId, licenseId }) => ({
    body: {
      shopId,
      id: 'run-1',
      appId,
      kind: 'issue',
      oldLicenseId: licenseId,
      newLicenseId: null,
      openedBy: 'hand',
      openedAt: NOW,
      rmsDoneAt: null,
      notes: 'GMOは島田さん',
      notesWere: '',
      closed: null,
    },
  }),
  removeTool: ({ shopId, appId }) => ({
    body: { shopId, connectorId: 'crossma', origin: 'https://crossma.test', appId, at: NOW },
  }),
  watches: ({ shopId }) => ({ query: { shop: shopId } }),
  addWatch: ({ shopId, ownLicenseId }) => ({
    body: {
      shopId,
      licenseId: ownLicenseId,
      credentials: { licenseKey: 'SL123456_AbCdEfGh0IjKOWNK', serviceSecret: 'SP123456_x0' },
      requiredFunctions: [],
    },
  }),
  removeWatch: ({ watchId }) => ({ id: watchId }),
  calendar: ({ calendarToken }) => ({ query: { token: calendarToken } }),
  calendarLinks: ({ shopId }) => ({ query: { shop: shopId } }),
  addCalendarLink: ({ shopId }) => ({ body: { shopId } }),
  removeCalendarLink: ({ linkId }) => ({ id: linkId }),
  heartbeat: () => ({}),
  channels: ({ shopId }) => ({ query: { shop: shopId } }),
  putChannel: ({ shopId, channelId }) => ({
    body: {
      shopId,
      id: channelId,
      channel: 'zendesk',
      name: '受注チーム',
      config: { subdomain: 'akanedo', email: 'staff@akanedo.test' },
      people: [],
      kinds: ['expiry'],
      enabled: false,
      secret: 'CanaryZendeskToken0123',
    },
  }),
  testChannel: ({ shopId, channelId }) => ({ id: channelId, body: { shopId } }),
  removeChannel: ({ shopId, channelId }) => ({ id: channelId, query: { shop: shopId } }),
  rules: ({ shopId }) => ({ query: { shop: shopId } }),
  putRules: ({ shopId }) => ({
    body: {
      shopId,
      daysOff: [0, 6],
      holidaysOff: true,
      closed: [{ from: '2026-12-29', to: '2027-01-04', name: '年末年始' }],
      busy: [],
      office: { from: 540, to: 1080 },
      digestAt: 570,
      routes: [],
    },
  }),
  reminders: ({ shopId }) => ({ query: { shop: shopId } }),
  answerReminder: ({ shopId, reminderId }) => ({
    body: { shopId, reminderId, acknowledged: true, plannedOn: null, snoozeUntil: null },
  }),
  hearSaid: ({ shopId }) => ({ body: { shopId, reminders: [], deliveries: [] } }),
  history: ({ shopId }) => ({ query: { shop: shopId } }),
};
