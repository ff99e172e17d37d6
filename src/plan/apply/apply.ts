import { checkDuration, checkObject, checkSignal } from '../../client/options.ts'
import { toLabel } from '../fields.ts'
import type { ApplyOptions, ApplyResult, Plan, PlanClient, Step, StepName } from '../types.ts'
import { ApplyError, type ApplyFailure } from './error.ts'
import { perform } from './perform.ts'
import type { Progress } from './run.ts'
import { Stop } from './stop.ts'

/**
 * Does what a plan says, step by step, and stops at the first failure. The API has no conditional write, so each resource
 * is read before it is written and compared with what the plan saw; what was written is read back and compared. A resource
 * that is already as the plan wants it is left alone.
 *
 * @throws {ApplyError} when it stopped. The error lists what was done, what was not and what is unknown.
 * @throws {TypeError} when the plan or an option is none.
 * @example
 * ```ts
 * import { apply, plan, readState } from 'cloudflare-mcp-portals/plan'
 *
 * const todo = plan({ portals: [{ id: 'engineering', name: 'Engineering', hostname: 'mcp.example.com' }] }, await readState(mcp))
 * await apply(mcp, todo, { onStep: ({ state, step }) => console.log(state, step.action, step.resource, step.id) })
 * ```
 */
export async function apply(mcp: PlanClient, plan: Plan, options: ApplyOptions = {}): Promise<ApplyResult> {
  checkArguments(plan, options)
  const { steps } = plan
  const result: ApplyResult = { done: [], unchanged: [], syncs: [] }
  if (plan.problems.length > 0) {
    const fields = plan.problems.map(({ field }) => field)
    const messages = plan.problems.map((problem) => `${toLabel(problem)}: ${problem.field}: ${problem.message}`)
    const notDone = steps.map(toName)
    throw new ApplyError(`the plan cannot be applied: ${messages.join('; ')}`, {
      ...{ reason: 'problems', done: [], unknown: [], notDone, fields },
    })
  }
  for (const [index, step] of steps.entries()) {
    const progress: Progress = { state: 'none' }
    try {
      options.signal?.throwIfAborted()
      await options.onStep?.({ step, index, count: steps.length, state: 'begins' })
      const { isUnchanged, sync } = await perform({ mcp, plan, options }, step, progress)
      progress.state = 'done'
      const state = isUnchanged ? 'unchanged' : 'done'
      await options.onStep?.({ step, index, count: steps.length, state, ...(sync && { sync }) })
      result[state].push(toName(step))
      if (sync) result.syncs.push(sync)
    } catch (error) {
      throw toApplyError(error, plan, index, progress, result, options.signal)
    }
  }
  return result
}

function checkArguments(plan: Plan, options: ApplyOptions): void {
  checkObject('plan', plan)
  if (!Array.isArray(plan.steps) || !Array.isArray(plan.problems))
    throw new TypeError('plan: expected what plan returns')
  checkObject('options', options)
  checkSignal(options.signal)
  for (const name of ['timeout', 'interval'] as const) {
    if (options[name] !== undefined) checkDuration(name, options[name])
  }
  if (options.onStep !== undefined && typeof options.onStep !== 'function') {
    throw new TypeError('onStep: expected a function')
  }
}

function toApplyError(
  error: unknown,
  { steps }: Plan,
  index: number,
  { state }: Progress,
  { done, unchanged }: ApplyResult,
  signal: AbortSignal | undefined,
): ApplyError {
  const names = steps.map(toName)
  const [step] = names.slice(index, index + 1)
  const isAborted = signal?.aborted === true && !(error instanceof Stop)
  const failure: ApplyFailure = {
    reason: error instanceof Stop ? error.reason : isAborted ? 'aborted' : 'failed',
    done: [...done, ...unchanged, ...(state === 'done' ? names.slice(index, index + 1) : [])],
    unknown: state === 'unknown' ? names.slice(index, index + 1) : [],
    notDone: names.slice(state === 'none' ? index : index + 1),
    ...(step && { step }),
    ...(error instanceof Stop && error.facts),
  }
  const detached = findDetached(steps, index, done, failure)
  const why = isAborted ? 'it was aborted' : error instanceof Error ? error.message : String(error)
  const lost = detached.map(({ portal }) => `; portal ${JSON.stringify(portal)} has lost a server: see detached`)
  return new ApplyError(
    `stopped at ${step?.action} of ${step ? toLabel(step) : ''}: ${why}${lost.join('')}`,
    { ...failure, ...(detached.length > 0 && { detached }) },
    error instanceof Stop ? undefined : { cause: error },
  )
}

/** What portals have lost by the replacement of a server and did not get back, because their own steps were not reached. */
function findDetached(steps: readonly Step[], index: number, done: readonly StepName[], { unknown }: ApplyFailure) {
  const replaced = [...done, ...unknown].filter(({ action }) => action === 'replace').map(({ id }) => id)
  return steps.slice(index).flatMap((step) => {
    if (step.action !== 'update' || step.resource !== 'portal') return []
    const lost = step.replaced.filter((id) => replaced.includes(id))
    const attachments = (step.body.servers ?? []).filter(({ server_id }) => lost.includes(server_id))
    return attachments.map((attachment) => ({ portal: step.id, attachment }))
  })
}

function toName({ action, resource, id }: Step): StepName {
  return { action, resource, id }
}
