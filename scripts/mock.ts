/** Keeps a mock of the API open until it is interrupted. */
import { startMock } from '../contract-tests/support/mock.ts'

const mock = await startMock({ port: 4010, cors: true })
console.log(`The mock answers on ${mock.url}. Try:

  curl -H 'Authorization: Bearer any-token-will-do' ${mock.url}/accounts/023e105f4ecef8ad9ca31a8372d0c353/access/ai-controls/mcp/portals

or point a client at it: CLOUDFLARE_BASE_URL=${mock.url}. Ctrl-C stops it.`)
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => mock.close().then(() => process.exit(0)))
