import type { Clock } from '../../utils/model/time.ts';
import { apiControls, type ApiControls } from './api/controls.ts';
import { apiSite } from './api/site.ts';
import { makeApiState } from './api/state.ts';
import { channelSites, type ChannelControls } from './channels/start.ts';
import { HOSTS, resolverRulesFor } from './hosts.ts';
import { certificatePath } from './lib/certificate.ts';
import { serve } from './lib/server.ts';
import type { LoggedRequest, Site } from './lib/types.ts';
import { rmsControls, type RmsControls } from './rms/controls.ts';
import { rmsSites } from './rms/site.ts';
import { makeWorld } from './rms/world.ts';
import { toolsControls, type ToolsControls } from './tools/controls.ts';
import { authTestAt } from './tools/ec-auth-test.ts';
import { ecStationSite } from './tools/ec-station.ts';
import { goqSite } from './tools/goqsystem.ts';
import { nextEngineSite } from './tools/next-engine.ts';
import { seedTools } from './tools/seed.ts';
import { URLS } from './urls.ts';

export interface SitesOptions {
  /** 0 = any free one. */
  port?: number;
  /** What time RMS, its API and the tools think it is. */
  clock?: Clock;
  /** Shows on every page the bar that says what to try. */
  guide?: boolean;
}

export interface Sites {
  port: number;
  /** Every host name that is answered for. */
  hosts: readonly string[];
  /** For Chromium's `--host-resolver-rules`. Any `*.test` host comes here too, see `serve`. */
  resolverRules: string;
  /** For `NODE_EXTRA_CA_CERTS`. */
  certificatePath: string;
  /** The API by its port, for programs that cannot map host names: `https://127.0.0.1:PORT`. */
  apiUrl: string;
  urls: typeof URLS;
  rms: RmsControls;
  tools: ToolsControls;
  api: ApiControls;
  /** Chatwork, Zendesk, the webhooks and ネット商人: what arrived there, and what goes wrong there. */
  channels: ChannelControls;
  /** Every request, whole, oldest first. */
  requests: LoggedRequest[];
  /** Puts pages of a test's own on a host, before ours: `null` leaves a page to the stand-in. */
  serve(host: string, site: Site): void;
  close(): Promise<void>;
}

/** Starts RMS, its WEB API, three tools and the channels' services as one HTTPS server on 127.0.0.1, told apart by host name. */
export async function startSites(options: SitesOptions = {}): Promise<Sites> {
  const clock = options.clock ?? Date.now;
  const world = makeWorld(clock, options.guide ?? false);
  const tools = seedTools(world);
  const apiState = makeApiState(world);
  let port = 0;
  const api = apiSite(apiState);
  const channels = channelSites(clock);
  const sites = new Map<string, Site>(
    Object.entries({
      ...rmsSites(world),
      ...channels.sites,
      [HOSTS.api]: api,
      '127.0.0.1': api,
      localhost: api,
      [HOSTS.nextEngine]: nextEngineSite(tools),
      [HOSTS.goqSystem]: goqSite(tools),
      [HOSTS.ecStation]: ecStationSite(
        tools,
        authTestAt(() => port),
      ),
    }),
  );
  const planted = new Map<string, Site>();
  const siteOf =
    (host: string): Site =>
    async (call) =>
      (await planted.get(host)?.(call)) ?? (await sites.get(host)?.(call)) ?? null;
  const requests: LoggedRequest[] = [];
  const server = await serve({ port: options.port ?? 0, clock, log: requests }, siteOf);
  port = server.port;
  return {
    port,
    hosts: Object.values(HOSTS),
    resolverRules: resolverRulesFor(port),
    certificatePath,
    apiUrl: `https://127.0.0.1:${port}`,
    urls: URLS,
    rms: rmsControls(world),
    tools: toolsControls(tools),
    api: apiControls(apiState),
    channels: channels.controls,
    requests,
    serve: (host, site) => void planted.set(host, site),
    close: () => server.close(),
  };
}
