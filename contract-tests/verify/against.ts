import { type CaseResult, type FindingKind, type VerifyOptions, verify } from '../../src/verify/index.ts'
import { accountId } from '../support/account.ts'
import { type LocalServer, type LocalServerOptions, startServer, token } from '../support/deviations/server.ts'

export { accountId }

/** Verifies a server that is there for this alone; nothing waits. */
export async function verifyServer(
  server: LocalServerOptions,
  { timeout, ...options }: Omit<VerifyOptions, 'client'> & { timeout?: number } = {},
  onSleep: () => void = () => {},
): Promise<{ cases: CaseResult[]; hints: string[]; waits: number[]; server: LocalServer }> {
  const started = await startServer(server)
  const client = { baseUrl: started.url, accountId, apiToken: token, maxRetries: 0, timeout }
  const waits: number[] = []
  let time = 0
  const clock = {
    now: () => time,
    sleep: async (milliseconds: number) => {
      waits.push(milliseconds)
      onSleep()
      time += milliseconds
    },
  }
  try {
    return { ...(await verify({ client, clock, ...options })), waits, server: started }
  } finally {
    await started.close()
  }
}

/** What was found, of some kinds. */
export const findMessages = (cases: CaseResult[], ...kinds: FindingKind[]): string[] =>
  cases.flatMap(({ findings }) => findings.filter(({ kind }) => kinds.includes(kind)).map(({ message }) => message))

/** The cases that did not pass, in short. */
export const findUnmet = (cases: CaseResult[]): string[] =>
  cases
    .filter(({ findings, notRun }) => notRun !== undefined || findings.some(({ kind }) => kind !== 'note'))
    .map(({ name, findings, notRun }) => [name, notRun, ...findings.map(({ message }) => message)].join('; '))
