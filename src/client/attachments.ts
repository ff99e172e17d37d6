import type {
  CapabilityOverride,
  McpPortalServer,
  PortalCapabilityOverride,
  PortalServerAttachment,
} from '../../generated/schema.ts'

/** A server as a portal's response has it, in either edition: `latest` names it `server_id` too, and has null for no list. */
export type AttachedServer = Pick<McpPortalServer, 'id' | 'default_disabled' | 'on_behalf'> & {
  server_id?: string
  updated_prompts?: PortalCapabilityOverride[] | null
  updated_tools?: PortalCapabilityOverride[] | null
}

/**
 * The servers of a portal as an update takes them: what a response names `portal_alias` and `portal_description`, a request
 * names `alias` and `description`. Updating a portal with its own attachments changes nothing.
 *
 * @throws {TypeError} when the portal has no list of servers, as what a delete returns.
 * @example
 * ```ts
 * import { toAttachments } from 'cloudflare-mcp-portals'
 *
 * const portal = await mcp.portals.read('engineering')
 * await mcp.portals.update('engineering', { servers: [...toAttachments(portal), { server_id: 'docs' }] })
 * ```
 */
export function toAttachments(portal: { servers: readonly AttachedServer[] }): PortalServerAttachment[] {
  if (!Array.isArray(portal?.servers)) throw new TypeError('portal: expected one with its servers')
  return portal.servers.map(({ id, server_id = id, default_disabled, on_behalf, updated_prompts, updated_tools }) => ({
    server_id,
    ...(default_disabled !== undefined && { default_disabled }),
    ...(on_behalf !== undefined && { on_behalf }),
    ...(updated_prompts && { updated_prompts: updated_prompts.map(toOverride) }),
    ...(updated_tools && { updated_tools: updated_tools.map(toOverride) }),
  }))
}

function toOverride({ name, enabled, portal_alias, portal_description }: PortalCapabilityOverride): CapabilityOverride {
  return {
    name,
    ...(enabled !== undefined && { enabled }),
    ...(portal_alias !== undefined && { alias: portal_alias }),
    ...(portal_description !== undefined && { description: portal_description }),
  }
}
