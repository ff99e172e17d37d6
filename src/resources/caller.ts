import type { Client } from 'openapi-fetch'
import type { paths } from '../../generated/schema.ts'
import { type Envelope, envelopeOf } from '../envelope.ts'
import type { Exchange } from '../http/exchange.ts'
import { type Sender, send } from '../http/retry.ts'
import { type CallOptions, checkedLimits, type Settings } from '../options.ts'

/** What the resources call the API with. */
export interface Caller {
  http: Client<paths>
  one<Result>(pending: Pending<Envelope<Result>>): Promise<Result>
  list<Page extends Envelope<unknown[]>>(pending: Pending<Page>): Promise<Page>
  at: ReturnType<typeof pathOf>
  init: ReturnType<typeof initOf>
}

type Pending<Data> = Promise<{ data?: Data; response: Response }>

/** `http` has to resolve to an `Exchange` that is still to be sent, where a `Response` stands in its types. */
export function caller(http: Client<paths>, settings: Settings, sender: Sender): Caller {
  async function envelope<E extends Envelope<unknown>>(
    pending: Pending<E>,
    isResult: (result: unknown) => boolean,
  ): Promise<E> {
    const { response } = await pending
    return envelopeOf<E>(await send(response as unknown as Exchange, sender), isResult)
  }
  return {
    http,
    one: async <Result>(pending: Pending<Envelope<Result>>) => (await envelope(pending, isObject)).result,
    list: (pending) => envelope(pending, (result) => Array.isArray(result) && result.every(isObject)),
    at: pathOf(settings),
    init: initOf(settings),
  }
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Where a call goes, as openapi-fetch's `params`. */
function pathOf({ accountId }: Settings) {
  return (options: CallOptions | undefined, id = '') => ({
    // The description requires an account id; a missing one is refused where the path is filled.
    path: { account_id: (options?.accountId ?? accountId) as string, id },
  })
}

/** How a call is sent, as the rest of openapi-fetch's options. */
function initOf({ timeout, maxRetries }: Settings) {
  return (options: CallOptions = {}) => ({
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
