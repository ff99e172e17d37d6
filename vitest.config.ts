import { defineConfig } from 'vitest/config'

export default defineConfig({
  resolve: {
    alias: {
      'cloudflare-mcp-portals/contract': new URL('src/contract/index.ts', import.meta.url).pathname,
      'cloudflare-mcp-portals/mock': new URL('src/mock/index.ts', import.meta.url).pathname,
      'cloudflare-mcp-portals/plan': new URL('src/plan/index.ts', import.meta.url).pathname,
      'cloudflare-mcp-portals/latest': new URL('src/client/latest.ts', import.meta.url).pathname,
      'cloudflare-mcp-portals': new URL('src/client/index.ts', import.meta.url).pathname,
    },
  },
  test: {
    include: ['contract-tests/**/*.test.ts'],
    // The mutants are a suite of their own: `npm run test:contract:mutants`.
    exclude: ['**/node_modules/**', 'contract-tests/contract/mutants/**', '**/programs/**'],
    // A busy machine is no failure; a test that hangs is.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // vitest leaves one core to whoever watches; nobody does.
    maxWorkers: '100%',
    globalSetup: 'contract-tests/support/global-setup.ts',
    reporters: process.env.CI ? ['default', ['json', { outputFile: 'reports/vitest.json' }]] : ['default'],
    typecheck: { enabled: true, include: ['contract-tests/client/types/**/*.test-d.ts'] },
  },
})
