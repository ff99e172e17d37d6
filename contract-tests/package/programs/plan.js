import { apply, plan, readState } from 'cloudflare-mcp-portals/plan'

export async function run(mcp, desired) {
  return apply(mcp, plan(desired, await readState(mcp)))
}
