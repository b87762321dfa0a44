import type { Page } from '@playwright/test';
import { HOSTS } from '../../sites/hosts.ts';
import type { Sites } from '../../sites/start.ts';
import { grant } from './grant.ts';
import type { Kagiban } from './launch.ts';

const FORM = 'form.fields[data-channel]';
const SUBMIT = `${FORM} button[type="submit"]`;

/** The settings, with every service of the stand-ins allowed as soon as the product asks for it. */
export async function openSettings(kagiban: Kagiban): Promise<Page> {
  const { chatwork, zendesk, slack, googleChat, teams, lineWorks, netshonin } = HOSTS;
  const hosts = [chatwork, zendesk, slack, googleChat, teams, lineWorks, netshonin];
  await grant(
    kagiban,
    hosts.map((host) => `https://${host}`),
  );
  return kagiban.openPage('board.html#settings');
}

const choose = (board: Page, channel: string): Promise<string[]> =>
  board.locator('[data-kagiban="add-target"] > label select').selectOption(channel);

/** Fills the fields of the open form in their order. */
async function fill(board: Page, values: string[]): Promise<void> {
  const inputs = await board.locator(`${FORM} input:not([type="checkbox"])`).all();
  for (const [i, value] of values.entries()) await inputs[i]?.fill(value);
}

/** The first half of adding a Chatwork room: the token, and the rooms that it may write to. */
export async function loadRooms(board: Page, token: string): Promise<void> {
  await choose(board, 'chatwork');
  await fill(board, [token]);
  await board.locator('[data-kagiban="load-rooms"]').click();
}

/** Adds a Chatwork room as a person does. */
export async function addChatwork(board: Page, token: string, room: string): Promise<void> {
  await loadRooms(board, token);
  await board.locator(`${FORM} select`).selectOption({ label: room });
  await board.locator(SUBMIT).click();
}

export async function addZendesk(board: Page, { channels }: Sites, name: string): Promise<void> {
  await choose(board, 'zendesk');
  const { email, token } = channels.zendesk;
  await fill(board, ['akanedo', email, token, name]);
  await board.locator(SUBMIT).click();
}

export async function addWebhook(
  board: Page,
  channel: 'slack' | 'googleChat' | 'teams' | 'lineWorks',
  url: string,
  name: string,
): Promise<void> {
  await choose(board, channel);
  await fill(board, [url, name]);
  await board.locator(SUBMIT).click();
}

export async function addNetshonin(board: Page, url: string, name: string): Promise<void> {
  await choose(board, 'netshonin');
  await fill(board, [url, '12', 'staff@akanedo.test', 'pl_id', 'mail_address', name]);
  await board.locator(`${FORM} input[type="checkbox"]`).check();
  await board.locator(SUBMIT).click();
}
