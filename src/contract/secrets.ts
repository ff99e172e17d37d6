import { writeOnlyFields } from '../../generated/operations.ts'
import { createShow, findSecrets, redacted, type Show } from '../client/http/redact.ts'
import type { Remark } from './finding.ts'
import type { SentRequest } from './request.ts'

/** Characters that are shown of a received value. */
const maxShown = 120

/** Shows what holds no secret of the request; nothing at all if its body could not be read. */
export function createRequestShow({ headers, body }: SentRequest): Show {
  if (body === 'unread') return createShow(undefined)
  return createShow(findSecrets({ headers, body: body && new TextDecoder().decode(body) }))
}

/** What is said of a value without a part of it: our own words, which the shortest of secrets may be a part of. */
const revealsNothing =
  /^(missing|null|true|false|a list|an object|\d+ characters|string|number|boolean|list|object|unreadable, or too long to be checked)$/

/** The remark without the secrets; a long text is cut. */
export function withoutSecrets(remark: Remark, show: Show): Remark {
  const isSecret = writeOnlyFields.some((name) => remark.pointer.includes(`/${name}`))
  const showReceived = isSecret ? () => redacted : show
  // Shown or not before it is cut: half a secret is a secret.
  const received = revealsNothing.test(remark.received) ? remark.received : showReceived(remark.received)
  return {
    ...remark,
    pointer: remark.pointer && show(remark.pointer),
    received: received.length > maxShown ? `${received.slice(0, maxShown)}…` : received,
  }
}
