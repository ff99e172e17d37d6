/** Any account, for tests with properties. */

import type { DesiredState } from 'cloudflare-mcp-portals/plan'
import fc from 'fast-check'
import type { McpPortalCreate, McpServerCreate } from '../../generated/latest/schema.ts'

export interface Account {
  servers: McpServerCreate[]
  portals: McpPortalCreate[]
}

/** What every server of the mock offers unless it is told otherwise. */
const tools = ['search', 'fetch']

const text = fc.constantFrom('One', 'Two', 'Three')
const description = fc.constantFrom('', 'First', 'Second')
const overrides = fc.uniqueArray(
  fc.record(
    {
      name: fc.constantFrom(...tools),
      alias: fc.constantFrom('find', 'look-up'),
      description: fc.constantFrom('Finds', 'Looks up'),
      enabled: fc.boolean(),
    },
    { requiredKeys: ['name'] },
  ),
  { selector: ({ name }) => name },
)

const serverIds = ['docs', 'crm', 'wiki', 'tickets']

const server = (id: string): fc.Arbitrary<McpServerCreate> =>
  fc.record(
    {
      id: fc.constant(id),
      name: text,
      hostname: fc.constantFrom(`https://${id}.example.com/mcp`, `https://${id}.example.org/mcp`),
      auth_type: fc.constantFrom('unauthenticated', 'oauth'),
      description,
      is_shared_oauth_callback_enabled: fc.boolean(),
      secure_web_gateway: fc.boolean(),
      updated_tools: overrides,
    },
    { requiredKeys: ['id', 'name', 'hostname', 'auth_type'] },
  )

const attachment = (server_id: string) =>
  fc.record(
    {
      server_id: fc.constant(server_id),
      default_disabled: fc.boolean(),
      on_behalf: fc.boolean(),
      updated_tools: overrides,
    },
    { requiredKeys: ['server_id'] },
  )

const portal = (id: string, servers: string[], keys: ('servers' | 'name')[]): fc.Arbitrary<McpPortalCreate> =>
  fc.record(
    {
      id: fc.constant(id),
      name: text,
      hostname: fc.constantFrom(`${id}.example.com`, `${id}.example.org`),
      description,
      code_mode: fc.constantFrom('off', 'opt_in', 'default_on', 'enforced'),
      secure_web_gateway: fc.boolean(),
      servers: fc.subarray(servers).chain((ids) => fc.tuple(...ids.map(attachment))),
    },
    { requiredKeys: ['id', 'name', 'hostname', ...keys] },
  )

/** Any account; each portal states its servers. */
export const account: fc.Arbitrary<Account> = fc.shuffledSubarray(serverIds).chain((ids) =>
  fc.record({
    servers: fc.tuple(...ids.map(server)),
    portals: fc
      .shuffledSubarray(['engineering', 'sales', 'support'])
      .chain((portals) => fc.tuple(...portals.map((id) => portal(id, ids, ['servers'])))),
  }),
)

/** A part of an account: some resources, some of their optional fields. */
export function partOf({ servers, portals }: Account): fc.Arbitrary<DesiredState> {
  const some = <Item extends object>(item: Item, kept: readonly string[]) => {
    const optional = Object.keys(item).filter((name) => !kept.includes(name))
    return fc.subarray(optional).map((names) => {
      const entries = Object.entries(item).filter(([name]) => kept.includes(name) || names.includes(name))
      return Object.fromEntries(entries) as Item
    })
  }
  return fc.record(
    {
      servers: fc
        .subarray(servers)
        .chain((list) => fc.tuple(...list.map((each) => some(each, ['id', 'name', 'hostname', 'auth_type'])))),
      portals: fc
        .subarray(portals)
        .chain((list) => fc.tuple(...list.map((each) => some(each, ['id', 'name', 'hostname'])))),
    },
    { requiredKeys: [] },
  )
}
