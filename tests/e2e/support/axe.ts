import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

export interface Looking {
  within?: string | undefined;
  but?: string | undefined;
  /** Contrast alone, where all else was looked at in other colours; or all else. */
  only?: 'contrast' | 'allButContrast' | undefined;
}

const CONTRAST = 'color-contrast';

/** What axe finds wrong on the page by WCAG 2.2 A and AA and its best practices: one line for each finding. */
export async function axeFindings(
  page: Page,
  { within, but, only }: Looking = {},
): Promise<string[]> {
  // Our pages hold no frames of other origins: without this, a tab is opened for each look to put frames together.
  const builder = new AxeBuilder({ page }).setLegacyMode();
  if (only === 'contrast') builder.withRules(CONTRAST);
  if (only === 'allButContrast') builder.disableRules(CONTRAST);
  if (within !== undefined) builder.include(within);
  if (but !== undefined) builder.exclude(but);
  const { violations } = await builder.analyze();
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id} (${help}): ${node.target.join(' ')}`),
  );
}
