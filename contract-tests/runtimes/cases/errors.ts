import type { ApiError } from 'cloudflare-mcp-portals'
import { equal, ok, rejection, rejectionOf } from './assert.ts'
import { type Case, type Lib, token } from './world.ts'

type ErrorName = { [Name in keyof Lib]: Lib[Name] extends typeof ApiError ? Name : never }[keyof Lib]

/** What the API refuses, and what is no response of the API. */
export const errorCases: Case[] = [
  ...(['AuthenticationError 401', 'PermissionDeniedError 403', 'NotFoundError 404'] as const).map((refusal) =>
    isDescribed(refusal, async (mcp) => mcp.portals.read('engineering')),
  ),
  isDescribed('BadRequestError 400', async (mcp) =>
    mcp.portals.create({ id: 'a', name: 'A', hostname: 'a.example.com' }),
  ),
  isRefused('ConflictError', 'status-409', 409),
  isRefused('ServerError', 'status-500', 500),
  isRefused('ApiError', 'status-418', 418),
  isRefused('ApiError', 'unsuccessful', 200),
  {
    name: 'a 429 is a RateLimitError with the delay, and the client knows the limit',
    run: async ({ lib, faulty }) => {
      const { mcp } = faulty('status-429', { maxRetries: 0 })
      const { status, retryAfter, rayId } = await rejectionOf(lib.RateLimitError, mcp.portals.read('docs'))
      equal({ status, retryAfter, rayId }, { status: 429, retryAfter: 30, rayId: 'the-ray-id' })
      equal(mcp.rateLimit, { remaining: 0, reset: 30, limit: 1200, window: 300 }, 'the rate limit')
    },
  },
  {
    name: 'a connection that breaks is a ConnectionError with its cause',
    run: async ({ lib, faulty }) => {
      const { mcp } = faulty('hang-up', { maxRetries: 0 })
      const error = await rejectionOf(lib.ConnectionError, mcp.portals.read('docs'))
      ok(error.cause instanceof Error, `the cause should be an error, but it is ${String(error.cause)}`)
      equal([error.operation, error.attempts, error.outcome], ['portals.read', 1, 'rejected'])
    },
  },
  ...['html', 'empty', 'no-envelope'].map((behaviour) => isInvalid(behaviour)),
  {
    name: 'a wrong option or id is a TypeError before anything is sent',
    run: async ({ lib, faulty }) => {
      const { mcp, seen } = faulty('ok')
      for (const id of ['', '.', '..', '\ud800', undefined as unknown as string]) {
        await rejectionOf(TypeError, mcp.servers.read(id))
      }
      for (const options of [{ apiToken: 'two words' }, { baseUrl: 'no URL' }, { timeout: 0 }, { maxRetries: -1 }]) {
        await rejectionOf(
          TypeError,
          (async () => lib.createClient({ apiToken: token, baseUrl: 'http://127.0.0.1', ...options }))(),
        )
      }
      equal(await seen(), [], 'what was sent')
    },
  },
  {
    name: 'no error shows the token or a credential, even when the server repeats them',
    run: async ({ lib, faulty }) => {
      const credentials = 'the-secret-"of"-the-wiki'
      const body = { id: 'a', name: 'A', hostname: 'https://a.example.com/mcp', auth_type: 'bearer' } as const
      const error = (await rejection(
        faulty('echo').mcp.servers.create({ ...body, auth_credentials: credentials }),
      )) as InstanceType<Lib['ApiError']>
      ok(error instanceof lib.BadRequestError, `${String(error)} should be a BadRequestError`)
      const shown = [String(error), error.stack, JSON.stringify(error), JSON.stringify(error.errors)].join('\n')
      ok(shown.includes('[redacted]'), 'the message of the server should be replaced')
      for (const secret of [token, credentials, 'the-secret-']) ok(!shown.includes(secret), `${secret} is shown`)
    },
  },
]

function isDescribed(
  refusal: `${ErrorName} ${number}`,
  call: (mcp: ReturnType<Lib['createClient']>) => Promise<unknown>,
): Case {
  const [name, status] = refusal.split(' ') as [ErrorName, string]
  return {
    name: `a described ${status} is a ${name} with the errors that the API listed`,
    run: async ({ lib, mock, examples }) => {
      const error = await rejectionOf(lib[name], call(mock({ headers: { Prefer: `code=${status}` } })))
      equal(error.errors, examples.failures[status]?.errors, 'the errors')
      equal([error.status, error.outcome, error.attempts], [Number(status), 'rejected', 1])
    },
  }
}

function isRefused(name: ErrorName, behaviour: string, status: number): Case {
  return {
    name: `${behaviour === 'unsuccessful' ? 'a 200 without success' : `a ${status}`} is a ${name}`,
    run: async ({ lib, faulty }) => {
      const error = await rejectionOf(lib[name], faulty(behaviour, { maxRetries: 0 }).mcp.servers.sync('docs'))
      ok(error instanceof lib.ApiError && error instanceof lib.McpPortalsError, 'it should be of the base classes too')
      equal(error.errors, [{ code: 1000, message: 'No' }], 'the errors')
      equal([error.status, error.operation, error.method], [status, 'servers.sync', 'POST'])
    },
  }
}

function isInvalid(behaviour: string): Case {
  return {
    name: `a response that is ${behaviour.replace('-', ' ')} is an InvalidResponseError`,
    run: async ({ lib, faulty }) => {
      const error = await rejectionOf(lib.InvalidResponseError, faulty(behaviour).mcp.portals.read('docs'))
      equal([error.status, error.outcome], [200, 'rejected'])
    },
  }
}
