import type { CustomTool } from '../model/custom-tool.ts';

/** The taught tools as a file that another browser can take in. */
export const toolsFile = (tools: CustomTool[]): string =>
  JSON.stringify(
    {
      kagiban: 'tools',
      version: 1,
      tools: tools.map(({ name, fields: known }) => ({ name, fields: known })),
    },
    null,
    2,
  );
