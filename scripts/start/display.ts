/** Can a browser window be shown here? `KAGIBAN_HEADLESS=1` says no. */
export function hasDisplay(env: NodeJS.ProcessEnv = process.env): boolean {
  if (env['KAGIBAN_HEADLESS'] === '1') return false;
  if (process.platform === 'win32' || process.platform === 'darwin') return true;
  return Boolean(env['DISPLAY'] ?? env['WAYLAND_DISPLAY']);
}
