/** One step of a plan: the check before the write, the write, the check after it. */

import { BadRequestError, ConflictError, NotReadyError, syncUntilReady, toAttachments } from '../../client/index.ts'
import { findChanges, toTopField } from '../compare.ts'
import type { ReplaceStep, Step, SyncOutcome, SyncStep } from '../types.ts'
import { checkAttached, isAlreadySo, refuseAttached } from './guard.ts'
import { type Progress, type Run, readSeen, send } from './run.ts'
import { Stop } from './stop.ts'

/** Carries out one step. Returns whether it was already so, and what a sync came to. */
export async function perform(
  run: Run,
  step: Step,
  progress: Progress,
): Promise<{ isUnchanged: boolean; sync?: SyncOutcome }> {
  if (step.action === 'sync') return { isUnchanged: false, sync: await sync(run, step, progress) }
  if (await isAlreadySo(run, step)) return { isUnchanged: true }
  await write(run, step, progress)
  await checkWritten(run, step)
  return { isUnchanged: false }
}

async function write(run: Run, step: Exclude<Step, SyncStep>, progress: Progress): Promise<void> {
  const { mcp, options } = run
  const call = { signal: options.signal }
  const { id } = step
  switch (step.action) {
    case 'create':
      if (step.resource === 'server') await send(progress, () => mcp.servers.create(step.body, call))
      else await send(progress, () => mcp.portals.create(step.body, call))
      return
    case 'update':
      if (step.resource === 'server') await send(progress, () => mcp.servers.update(id, step.body, call))
      else await send(progress, () => mcp.portals.update(id, step.body, call))
      return
    case 'replace':
      return replace(run, step, progress)
    case 'delete':
      if (step.resource === 'portal') await send(progress, () => mcp.portals.delete(id, call))
      else {
        await refuseAttached(run, id)
        await send(progress, () => mcp.servers.delete(id, call))
      }
  }
}

/** Deletes a server and creates it anew. Where the API refuses that because of its portals, they give it up before. */
async function replace(run: Run, { id, body }: ReplaceStep, progress: Progress): Promise<void> {
  const { mcp, options } = run
  const call = { signal: options.signal }
  const attached = await checkAttached(run, id)
  const remove = () => send(progress, () => mcp.servers.delete(id, call), true)
  try {
    await remove()
  } catch (error) {
    const isRefused = error instanceof BadRequestError || error instanceof ConflictError
    if (!isRefused || attached.length === 0) throw error
    for (const portal of attached) {
      const servers = toAttachments(portal).filter(({ server_id }) => server_id !== id)
      await send(progress, () => mcp.portals.update(portal.id, { servers }, call), true)
    }
    await remove()
  }
  await send(progress, () => mcp.servers.create(body, call))
}

/** Stops where a resource does not read as it was written. */
async function checkWritten(run: Run, step: Exclude<Step, SyncStep>): Promise<void> {
  const found = await readSeen(run, step)
  if (step.action === 'delete') {
    if (found) throw new Stop('different', 'it is still there after the write', { found })
    return
  }
  if (!found) throw new Stop('different', 'it is not there after the write', {})
  const changes = findChanges({ ...step.body }, found.fields).filter((change) => {
    const name = toTopField(change)
    // Some accounts do not show the one, older responses not the other.
    return name in found.fields || !(step.notComparable.includes(name) || name === 'code_mode')
  })
  if (changes.length === 0) return
  const fields = changes.map(({ field }) => field)
  throw new Stop('different', `after the write it does not read as written: ${fields.join(', ')}`, { fields, found })
}

async function sync({ mcp, options }: Run, { id, wait }: SyncStep, progress: Progress): Promise<SyncOutcome> {
  const { signal, timeout, interval } = options
  if (!wait) return toOutcome(id, await send(progress, () => mcp.servers.sync(id, { signal })))
  try {
    return toOutcome(id, await send(progress, () => syncUntilReady(mcp, id, { signal, timeout, interval })))
  } catch (error) {
    // A sync of it does nothing: its tools are known to each user alone, and the API takes their names unseen.
    if (error instanceof NotReadyError && error.reason === 'manual') return toOutcome(id, error.server ?? {})
    throw error
  }
}

function toOutcome(id: string, { status, error }: { status?: string; error?: string }): SyncOutcome {
  return { id, ...(status !== undefined && { status }), ...(error && { error }) }
}
