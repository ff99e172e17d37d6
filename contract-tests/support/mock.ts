import { createLogger } from '@stoplight/prism-core'
import { getHttpOperationsFromSpec } from '@stoplight/prism-http'
import { createServer } from '@stoplight/prism-http-server'

const published = new URL('../../generated/openapi.yaml', import.meta.url).pathname

/** A Prism that answers with the examples of the description. */
export interface Mock {
  url: string
  close(): Promise<void>
}

/** Starts Prism on this machine, on `port`, or on a free one when that is taken. */
export async function startMock({ port = 0, cors = false, description = published } = {}): Promise<Mock> {
  const prism = createServer(await getHttpOperationsFromSpec(description), {
    cors,
    components: { logger: createLogger('mock', { level: 'silent' }) },
    config: {
      isProxy: false,
      checkSecurity: true,
      validateRequest: true,
      validateResponse: true,
      errors: true,
      upstreamProxy: undefined,
      mock: { dynamic: false },
    },
  })
  const url = await prism.listen(port, '127.0.0.1').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE') throw error
    return undefined
  })
  if (url === undefined) return startMock({ cors, description })
  return { url, close: () => prism.close() }
}
