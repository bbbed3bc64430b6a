import tailwind from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** `GATEWAY=http://localhost:8080 npx vite` serves the sources, and passes everything else on to a running stack. */
const gateway = process.env['GATEWAY'] ?? 'http://localhost:8080';
const ofTheGateway = ['^/(api|p|r)/', '^/session', '^/live', '^/docs', '^/openapi.json', '^/etat'];

export default defineConfig({
  plugins: [react(), tailwind()],
  resolve: {
    alias: {
      '@passerelle/contracts': new URL('../../libs/contracts/src/index.ts', import.meta.url).pathname,
    },
  },
  build: {
    target: 'es2023',
    // Names carry the content's hash: the gateway lets browsers keep /assets/ for ever.
    assetsDir: 'assets',
    // No picture or style inside the page: the content security policy says 'self'.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: { proxy: Object.fromEntries(ofTheGateway.map((path) => [path, gateway])) },
});
