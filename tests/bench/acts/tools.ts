import type { BrowserContext } from '@playwright/test';
import { connectorOf } from '../../../utils/tools/connectors/index.ts';
import type { Connector } from '../../../utils/tools/connectors/type.ts';
import { idOf, settingsPage } from '../../sites/tools/made/page.ts';
import type { Sites } from '../../sites/start.ts';

/** A tool that takes the shop app's key, with its settings page as the person finds it. */
export interface BenchTool {
  id: string;
  url: string;
  /** Clicks from its top page to its settings, as its manual has them. */
  menu: number;
  field: { licenseKey: string; serviceSecret: string; expiresOn: string | null };
  saveButton: string;
  testButton: string | null;
}

function connector(id: string): Connector {
  const found = connectorOf(id);
  if (!found) throw new Error(`no connector ${id}`);
  return found;
}

/** ECステーション on its own stand-in (seed 000), four more on pages made from their data. */
export async function benchTools(sites: Sites, context: BrowserContext): Promise<BenchTool[]> {
  const made = ['crossma', 'ecai', 'domo', 'world-switch'].map(connector);
  for (const one of made) await serve(one, sites, context);
  const ecStation = connector('ec-station');
  return [
    {
      id: 'ec-station',
      url: sites.urls.ecStation(),
      menu: ecStation.menuPath.length,
      field: {
        licenseKey: '#f-licenseKey',
        serviceSecret: '#f-serviceSecret',
        expiresOn: '[name="expiresOn"]',
      },
      saveButton: '#save',
      testButton: '#auth-test',
    },
    ...made.map((one): BenchTool => ({
      id: one.id,
      url: addressOf(one),
      menu: one.menuPath.length,
      field: {
        licenseKey: fieldIn(one, 'licenseKey'),
        serviceSecret: fieldIn(one, 'serviceSecret'),
        expiresOn: null,
      },
      saveButton: 'form button',
      testButton: null,
    })),
  ];
}

const addressOf = ({ id }: Connector): string => `https://${id}.example.jp/settings`;

function fieldIn({ fields }: Connector, kind: 'licenseKey' | 'serviceSecret'): string {
  const field = fields.find((one) => one.kind === kind);
  return `#${field ? idOf(field) : kind}`;
}

async function serve(one: Connector, sites: Sites, context: BrowserContext): Promise<void> {
  const [shop] = sites.rms.shops;
  if (!shop) throw new Error('the stand-in has a shop');
  const { name, slug, id: digits } = shop;
  const { page: body } = settingsPage({
    connector: one,
    markup: 'labelFor',
    behaviour: 'plain',
    shops: [{ name, slug, digits }],
  });
  await context.route(`https://${one.id}.example.jp/**`, (route) =>
    route.fulfill({ body, contentType: 'text/html; charset=utf-8' }),
  );
}
