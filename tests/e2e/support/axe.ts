import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** What axe finds wrong on the page by WCAG 2.2 A and AA and its best practices: one line for each finding. */
export async function axeFindings(
  page: Page,
  { within, but }: { within?: string | undefined; but?: string | undefined } = {},
): Promise<string[]> {
  const builder = new AxeBuilder({ page });
  if (within !== undefined) builder.include(within);
  if (but !== undefined) builder.exclude(but);
  const { violations } = await builder.analyze();
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id} (${help}): ${node.target.join(' ')}`),
  );
}
