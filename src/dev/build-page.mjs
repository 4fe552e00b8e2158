// Builds the page alone, as `npm run build` builds it: for `npm run dev`, which then shows it anew.
import { resolveConfig } from 'electron-vite';
import { build } from 'vite';

const { config } = await resolveConfig({}, 'build', 'production');
await build({ ...config.renderer, configFile: false, logLevel: 'warn' });
