import { defineConfig } from 'vitest/config'

const realServer = process.env.CONTRACT_BASE_URL !== undefined

export default defineConfig({
  resolve: {
    alias: {
      'cloudflare-mcp-portals/contract': new URL('src/contract/index.ts', import.meta.url).pathname,
      'cloudflare-mcp-portals/mock': new URL('src/mock/index.ts', import.meta.url).pathname,
      'cloudflare-mcp-portals': new URL('src/client/index.ts', import.meta.url).pathname,
    },
  },
  test: {
    include: realServer ? ['contract-tests/verify/any-server.test.ts'] : ['contract-tests/**/*.test.ts'],
    // The mutants are a suite of their own: `npm run test:contract:mutants`.
    exclude: ['**/node_modules/**', 'contract-tests/contract/mutants/**'],
    // A busy machine is no failure; a test that hangs is.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // vitest leaves one core to whoever watches; nobody does.
    maxWorkers: '100%',
    globalSetup: 'contract-tests/support/global-setup.ts',
    reporters: process.env.CI ? ['default', ['json', { outputFile: 'reports/vitest.json' }]] : ['default'],
    typecheck: { enabled: !realServer, include: ['contract-tests/client/types/**/*.test-d.ts'] },
  },
})
