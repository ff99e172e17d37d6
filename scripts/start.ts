/** Runs the quickstart against a mock of its own. */
import { createMock } from '../src/mock/index.ts'
import { serve } from '../src/mock/serve.ts'

const mock = await serve(createMock().fetch)
console.log(`The quickstart (examples/quickstart.ts) against a mock on ${mock.url}`)
process.env.CLOUDFLARE_BASE_URL = mock.url
process.env.CLOUDFLARE_ACCOUNT_ID = '023e105f4ecef8ad9ca31a8372d0c353'
process.env.CLOUDFLARE_API_TOKEN = 'any-token-will-do'
try {
  await import('../examples/quickstart.ts')
  console.log(
    '\nDone. `npm run mock` keeps the mock open; the README shows how to point the same program at the real API.',
  )
} finally {
  await mock.close()
}
