import type { Client } from 'openapi-fetch'
import type { paths } from '../../generated/schema.ts'
import { type Envelope, envelopeOf } from './http/envelope.ts'
import type { Exchange } from './http/exchange.ts'
import { type Sender, send } from './http/retry.ts'
import { type CallOptions, checkedLimits, type Settings } from './options.ts'

/** What the resources call the API with. */
export interface Caller {
  http: Client<paths>
  one<Result>(ask: Ask<Envelope<Result>>): Promise<Result>
  list<Page extends Envelope<unknown[]>>(ask: Ask<Page>): Promise<Page>
  init: ReturnType<typeof initOf>
}

/** A function, so that what it throws at once rejects as well, without a promise more for each call. */
type Ask<Data> = () => Promise<{ data?: Data; response: Response }>

/** `http` has to resolve to an `Exchange` that is still to be sent, where a `Response` stands in its types. */
export function caller(http: Client<paths>, settings: Settings, sender: Sender): Caller {
  return {
    http,
    one: async <Result>(ask: Ask<Envelope<Result>>) => {
      const { response } = await ask()
      return envelopeOf<Envelope<Result>>(await send(response as unknown as Exchange, sender), isObject).result
    },
    list: async <Page extends Envelope<unknown[]>>(ask: Ask<Page>) => {
      const { response } = await ask()
      return envelopeOf<Page>(await send(response as unknown as Exchange, sender), isList)
    },
    init: initOf(settings),
  }
}

function isList(value: unknown): boolean {
  return Array.isArray(value) && value.every(isObject)
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Where a call goes and how it is sent, as openapi-fetch's options. */
function initOf({ accountId, timeout, maxRetries }: Settings) {
  return (options: CallOptions = {}, id = '') => ({
    // The description requires an account id; a missing one is refused where the path is filled.
    params: { path: { account_id: (options.accountId ?? accountId) as string, id } },
    headers: options.headers ?? {},
    signal: checkedSignal(options.signal),
    ...checkedLimits({ timeout: options.timeout ?? timeout, maxRetries: options.maxRetries ?? maxRetries }),
  })
}

function checkedSignal(signal: AbortSignal | undefined): AbortSignal | null {
  if (signal === undefined || signal === null) return null
  if (typeof signal.addEventListener !== 'function') throw new TypeError('signal: expected an AbortSignal')
  return signal
}
