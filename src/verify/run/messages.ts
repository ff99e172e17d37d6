import { fill } from '../../contract/fill.ts'
import type { Exchange } from './result.ts'

/**
 * Every message of a report, by its code. `{x}` stands for a value, shown as JSON; `{x:name}` for a name that a server
 * gave, as it is if it looks like one; `{x:word}` for a word of ours; `{x:text}` for a sentence of the client. docs/reports.md says what each means.
 */
export const messages = {
  // One request and its response.
  'wrong-status': '{operation:word} returned {received:word}; expected {expected:word}',
  'no-body': '{operation:word} returned {received:word} without a body; expected {expected:word} with JSON',
  failed: '{operation:word}: {error:text}',
  'no-api':
    '{operation:word} returned {received:word} with {type:name}, which is no response of this API. Is the base URL right? That of Cloudflare ends in /client/v4',
  'no-route': '{operation:word} returned {received:word}: {error:text}. Are the base URL and the account right?',
  'shows-credentials': '{operation:word} returned the credentials of a server',

  // Pages of a list.
  'no-result-info': '{operation:word} returns no result_info, so that its pages could not be checked',
  'page-number': 'page {page}: result_info has page {received}; expected {expected}',
  'page-size': 'page {page}: result_info has per_page {received}; expected {expected}',
  'page-count': 'page {page}: result_info has count {expected}, but the page holds {received} items',
  'page-too-long': 'page {page} holds {received} items; expected at most {expected}',
  'page-too-short': 'page {page} is not the last, but holds {received} items; expected {expected}',
  'total-pages': 'total_pages is {received}, but {items} items at per_page {size} make {expected}',
  'total-count': 'total_count is {expected}, but the pages hold {received} items',
  'listed-twice': '{kind:word} {id} is on page {page} again',
  'not-on-a-page': '{kind:word} {id} is listed at per_page {large}, but on no page at per_page {small}',
  'endless-pages': 'the {collection:word} have no end: {pages} pages were read',
  'read-some': '{count} of {total} {collection:word} were read',
  'search-misses': 'a search for {search} among the {collection:word} at per_page {size} does not find {id}',
  'search-finds-others': 'a search for {search} among the {collection:word} at per_page {size} finds {id}',

  // Two responses about the same server or portal.
  differs: '{kind:word} {id}: {field:name} is {expected} {where:word}, {received} {elsewhere:word}',
  'listed-but-not-found': '{kind:word} {id} is in the list, but {operation:word} returned 404',
  'created-but-not-found': '{kind:word} {id} was created, but {operation:word} returned 404',
  'changed-too': '{kind:word} {id}: an update of {change:word} changed {field:name} from {expected} to {received}',
  'removed-too': '{kind:word} {id}: an update of {change:word} removed {field:name}, which was {expected}',
  'other-servers': 'portal {id} has the servers {received}; expected {expected}',
  'lost-override': 'portal {id}: the tool {tool} has the alias {received}; expected {expected}',
  'still-attached': 'portal {id} still has the server {server}, which was deleted',

  // The end of a run.
  'left-behind': '{kind:word} {id} is left behind; it could not be deleted: {error:text}',
  'not-confirmed': 'could not confirm that {kind:word} {id} is gone: {error:text}',
  'not-looked-for': 'could not look for what was created late: {error:text}',

  // A mock that responds with examples.
  'no-memory':
    '{operation:word} returned the {kind:word} {received} when asked for {expected}, which does not exist: this may be a mock that responds with examples',
} as const

export type Code = keyof typeof messages

/** The names of the placeholders of a message. */
export type Placeholders<Message extends string> = Message extends `${string}{${infer Name}}${infer Rest}`
  ? (Name extends `${infer Bare}:${string}` ? Bare : Name) | Placeholders<Rest>
  : never

/** A message with the values that it shows, and with `expected` and `received` where it is a matter of values. */
export interface Message {
  code: Code
  values: Record<string, unknown>
  /** The exchange that it is about; without it the latest one. */
  exchange?: Exchange
}

/** Makes a message; TypeScript checks that it has all its values. */
export function say<C extends Code>(code: C, values: Record<Placeholders<(typeof messages)[C]>, unknown>): Message {
  return { code, values }
}

/** A reason with the names that it shows. */
export function because<R extends keyof typeof reasons>(
  reason: R,
  values: Record<Placeholders<(typeof reasons)[R]>, string>,
): string {
  return fill(reasons[reason], values)
}

/** Why a case was skipped or not run. */
export const reasons = {
  interrupted: 'the run was interrupted',
  fatal: 'an earlier request failed',
  'no-list': 'the {collection} could not be listed',
  'nothing-listed': 'the account has no {collection}',
  'nothing-created': 'nothing was created',
  'no-server': 'no server was created',
  'no-portal': 'no portal was created',
  'no-tools': 'the server offers no tools; --server-url can name an MCP server that does',
} as const

/** What the reader may want to do. */
export const hints = {
  stateless: 'if this is a mock that responds with examples, use --stateless',
} as const
