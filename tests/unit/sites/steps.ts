import type { RmsLicense } from '../../sites/rms/model.ts';
import { URLS } from '../../sites/urls.ts';
import type { Client } from './client.ts';

/** What a person does on the detail page, as requests. */
export const robotToken = async (client: Client, license: RmsLicense): Promise<string> => {
  const url = new URL('/apisson/robot-check', URLS.appList).href;
  const { body } = await client.ask(url, { form: { license: license.id } });
  return (JSON.parse(body) as { token: string }).token;
};

export async function reveal(client: Client, license: RmsLicense) {
  const token = await robotToken(client, license);
  return client.visit(URLS.detail(license), { form: { token } });
}

export const press = (client: Client, license: RmsLicense, act: string) =>
  client.visit(`${URLS.detail(license)}/${act}`, { form: {} });
