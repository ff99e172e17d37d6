import { type CaseResult, type VerifyOptions, verify } from '../../src/verify/index.ts'
import { type StatefulOptions, type StatefulServer, startStateful, token } from '../support/stateful/server.ts'

export const accountId = '023e105f4ecef8ad9ca31a8372d0c353'

/** Verifies a stateful server that is there for this alone. */
export async function verifyStateful(
  server: StatefulOptions,
  options: Omit<VerifyOptions, 'client'> = {},
): Promise<{ results: CaseResult[]; server: StatefulServer }> {
  const started = await startStateful(server)
  const client = { baseUrl: started.url, accountId, apiToken: token, maxRetries: 0 }
  try {
    return { results: await verify({ client, ...options }), server: started }
  } finally {
    await started.close()
  }
}

export const violationsOf = (results: CaseResult[]): string[] =>
  results.flatMap(({ violations }) => violations.map(({ message }) => message))

export const undocumentedOf = (results: CaseResult[]): string[] =>
  results.flatMap(({ undocumented }) => undocumented.map(({ message }) => message))

export const failuresOf = (results: CaseResult[]): string[] => results.flatMap(({ failure }) => failure ?? [])
