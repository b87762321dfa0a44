// Whole runs with the shipped build, the worker killed at random points, before and
// in the middle of acts. After every act the stored runs are held against a diary keeper who knows nothing of
// the product (tests/unit/renewals/oracle.ts).
import { jstDateOf } from '../../../utils/calendar/jst.ts';
import type { License, Ledger } from '../../../utils/model/ledger.ts';
import { finished, type Line } from '../../unit/renewals/oracle.ts';
import { storedLedger } from '../faults/support/ledger.ts';
import { expect, test } from '../support/fixtures.ts';
import { chances } from './chances.ts';
import { staffOf, toolDesks, type ToolDesk } from './staff.ts';

const LONG = process.env['KAGIBAN_LONG'] === '1';
/** Of every four acts three are met by a kill: 100 and more in the long suite. */
const SEEDS = LONG ? [1, 2, 3, 4, 5, 6, 7, 8] : [1];
/** All in one sitting in the long suite; one alone at every run. */
const TOOLS = LONG ? 3 : 1;
const KILLS_WANTED = LONG ? 10 : 3;

for (const seed of SEEDS) {
  test(`renewals over the worker's deaths (tools: ${TOOLS}, seed ${seed})`, async ({
    kagiban,
    sites,
  }) => {
    test.setTimeout(600_000);
    const chance = chances(seed);
    const page = await kagiban.context.newPage();
    const staff = staffOf(kagiban, sites, page);
    const desks = toolDesks(sites);
    const tools = desks.slice(0, TOOLS);
    const diaries = new Map<string, Line[]>(tools.map(({ app }) => [app, []]));
    let kills = 0;
    let fillPresses = 0;

    const ledger = (): Promise<Omit<Ledger, 'meta'>> => storedLedger(kagiban);
    const appId = (known: Omit<Ledger, 'meta'>, app: string): string =>
      known.apps.find(({ developer }) => developer.includes(app))?.id ?? '';

    /** Runs open and closed are what the diary says, for every app. */
    const check = async (): Promise<void> => {
      const known = await ledger();
      for (const [app, diary] of diaries) {
        const runs = known.renewals.filter((run) => run.appId === appId(known, app));
        const done = runs.some(({ closed }) => closed?.how === 'done');
        expect(done, `${app} is finished`).toBe(finished(diary, jstDateOf(Date.now())));
        expect(runs.length, `runs of ${app}`).toBeLessThanOrEqual(1);
      }
    };

    /**
     * One act of a person, perhaps with a death before or in its middle; what did not come about is done again,
     * as a person would.
     */
    const act = async (
      name: string,
      perform: () => Promise<unknown>,
      isDone: ((known: Omit<Ledger, 'meta'>) => boolean) | null = null,
    ): Promise<void> => {
      await test.step(name, async () => {
        const dies = chance();
        if (dies < 0.4) {
          kills += 1;
          await kagiban.killWorker();
        }
        const death =
          dies > 0.65
            ? new Promise((later) => setTimeout(later, chance() * 900)).then(() => {
                kills += 1;
                return kagiban.killWorker();
              })
            : Promise.resolve();
        const first = await Promise.all([
          perform().then(
            () => true,
            () => false,
          ),
          death,
        ]);
        if (isDone === null) {
          if (!first[0]) await perform();
          return;
        }
        const comes = (timeout: number) =>
          expect.poll(async () => isDone(await ledger()), { message: name, timeout }).toBe(true);
        // It may have come about although the popup did not live to show it: then there is nothing to press.
        await comes(3_000).catch(async () => {
          await perform();
          await comes(20_000);
        });
      });
    };
    const keys = (app: string) =>
      sites.rms.app(app).licenses.map(({ key, expiresAt }) => ({
        last4: key.slice(-4),
        expiresOn: jstDateOf(expiresAt),
      }));
    const write = ({ app }: ToolDesk, line: Line): void => void diaries.get(app)?.push(line);
    const isShown = ({ last4 }: License): boolean =>
      desks.some(({ app }) => keys(app).some((key) => key.last4 === last4));
    const listed = async (): Promise<void> => {
      const before = Date.now();
      const missing = (await ledger()).licenses.filter(
        (one) => one.goneAt === null && !isShown(one),
      );
      const isRead = ({ pages }: Omit<Ledger, 'meta'>): boolean =>
        pages.some(({ page: kind, readAt }) => kind === 'appList' && (readAt ?? 0) >= before);
      await act('the list is read', staff.readList, isRead);
      // A reading is complete only once the page has been quiet for two seconds: a key that is not on the list
      // any more is missed only then.
      await expect
        .poll(async () => {
          const { licenses } = await ledger();
          const now = new Map(licenses.map((one) => [one.id, one]));
          const isMissed = ({ id, missedReadings }: License): boolean => {
            const one = now.get(id);
            return one === undefined || one.goneAt !== null || one.missedReadings > missedReadings;
          };
          if (!missing.every(isMissed)) return false;
          const shown = tools.flatMap(({ app }) => keys(app).map(({ last4 }) => last4));
          const living = licenses.filter(({ goneAt }) => goneAt === null);
          return shown.every((last4) => living.some((one) => one.last4 === last4));
        })
        .toBe(true);
      for (const tool of tools) write(tool, { what: 'list', keys: keys(tool.app) });
    };
    const holds =
      (tool: ToolDesk, last4: () => string, how: string[]) =>
      (known: Omit<Ledger, 'meta'>): boolean => {
        const binding = known.bindings.find(({ connectorId }) => connectorId === tool.id);
        const license = known.licenses.find((one: License) => one.last4 === last4());
        const key = known.placements.filter(
          ({ bindingId, field }) => bindingId === binding?.id && field === 'licenseKey',
        );
        return key.some(
          (one) =>
            one.holds?.licenseId === license?.id && how.some((word) => word === one.holds?.how),
        );
      };

    await listed();
    for (const tool of tools) {
      const old = (): string => tool.savedKey().slice(-4);
      await act(
        `the sweep: ${tool.id}`,
        async () => {
          await staff.open(tool);
          await staff.seeKey();
        },
        holds(tool, old, ['seen']),
      );
      write(tool, { what: 'tool', tool: tool.id });
      write(tool, { what: 'look', tool: tool.id, last4: old() });
      await check();
    }

    for (const { app } of tools) {
      const [old] = sites.rms.app(app).licenses;
      if (old) sites.rms.issue(old.key.slice(-4));
    }
    await listed();
    await check();
    expect((await ledger()).renewals).toHaveLength(TOOLS);

    const fresh = ({ app }: ToolDesk) => sites.rms.app(app).licenses.at(-1) ?? { id: '', key: '' };
    for (const tool of tools) await act(`carry for ${tool.id}`, () => staff.carry(fresh(tool)));

    for (const tool of tools) {
      const last4 = (): string => fresh(tool).key.slice(-4);
      await act(
        `fill ${tool.id}`,
        async () => {
          await staff.open(tool);
          fillPresses += 2;
          await staff.fill(tool);
        },
        holds(tool, last4, ['filled']),
      );
      write(tool, { what: 'fill', tool: tool.id, last4: last4() });
      await check();
      if (tool.id === 'ec-station') {
        await act('the test in the tool', async () => {
          await staff.pressTest();
          await staff.readTest();
        });
        write(tool, { what: 'tooltest', tool: tool.id, ok: true });
      }
      await staff.pressSave(tool);
      await expect.poll(tool.savedKey).toBe(fresh(tool).key);
      await act(`saved in ${tool.id}`, () => staff.answer('saved'), holds(tool, last4, ['saved']));
      write(tool, { what: 'save', tool: tool.id });
      await check();
      if (tool.id !== 'ec-station') {
        await act(
          `${tool.id} is seen working`,
          () => staff.answer('works'),
          ({ bindings, placements }) =>
            placements.some(
              ({ bindingId, works }) =>
                works?.ok === true &&
                works.by === 'person' &&
                bindings.some(({ id, connectorId }) => id === bindingId && connectorId === tool.id),
            ),
        );
        write(tool, { what: 'tooltest', tool: tool.id, ok: true });
      }
      await check();
    }

    for (const { app } of tools) {
      const [old] = sites.rms.app(app).licenses;
      if (old) sites.rms.removeLicense(old.key.slice(-4));
    }
    await listed();
    await listed();
    await expect
      .poll(async () => (await ledger()).renewals.map(({ closed }) => closed?.how))
      .toEqual(tools.map(() => 'done'));
    await check();

    expect(kills).toBeGreaterThanOrEqual(KILLS_WANTED);
    const { history } = (await ledger()) as unknown as { history: { kind: string }[] };
    const fills = history.filter(({ kind }) => kind === 'filled').length;
    expect(fills).toBeGreaterThanOrEqual(TOOLS);
    expect(fills).toBeLessThanOrEqual(fillPresses);
    test.info().annotations.push({ type: 'kills', description: String(kills) });
  });
}
