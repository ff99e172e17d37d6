/** What there is to do with servers: create, update, replace. */
import type { McpServerCreate } from '../../../generated/latest/schema.ts'
import { requestFields } from '../../../generated/operations.ts'
import { findChanges, toTopField } from '../compare.ts'
import { pick, pickSome, toSeenServer, toServerFields } from '../fields.ts'
import type { PlanOptions, Problem, ServerState, Step } from '../types.ts'
import { reasons, toUpdateReason } from './reason.ts'
import { findHidden, type Shown, without } from './shown.ts'

/** What is planned for one resource. */
export interface Planned {
  step?: Step
  /** Stated fields of a resource that exists which cannot be compared. */
  hidden: string[]
  problems: Problem[]
}

/** What there is to do with a server that is stated. */
export function planServer(
  stated: McpServerCreate,
  seen: ServerState | undefined,
  shown: Shown,
  options: PlanOptions,
): Planned {
  const hidden = findHidden(stated, shown)
  const base = { resource: 'server', id: stated.id, notComparable: hidden } as const
  const compared = without(stated, ['id', ...hidden])
  if (!seen) {
    const changes = findChanges(compared, {})
    return {
      step: { ...base, action: 'create', changes, body: stated, reason: reasons.create },
      hidden: [],
      problems: [],
    }
  }
  const changes = findChanges(compared, { ...toServerFields(seen) })
  if (changes.some(({ field }) => isCreateOnly(field))) {
    const body = { ...toServerFields(seen), ...stated }
    const reason = reasons.replace
    const step = { ...base, action: 'replace', changes, body, seen: toSeenServer(seen), reason } as const
    return { step, hidden, problems: findReplaceProblems(stated, seen, options) }
  }
  if (changes.length === 0 && !(options.resend && hidden.length > 0)) return { hidden, problems: [] }
  const body = pickSome(pick(stated, requestFields.McpServerUpdate), [...changes.map(toTopField), ...hidden])
  const reason = toUpdateReason(changes.length)
  return { step: { ...base, action: 'update', changes, body, seen: toSeenServer(seen), reason }, hidden, problems: [] }
}

/** Whether a field can be set at creation alone. */
function isCreateOnly(field: string): boolean {
  return !requestFields.McpServerUpdate.some((name) => name === toTopField({ field }))
}

function findReplaceProblems(stated: McpServerCreate, seen: ServerState, { replace }: PlanOptions): Problem[] {
  const problem = (field: string, message: string): Problem => ({ resource: 'server', id: stated.id, field, message })
  if (!replace) {
    return [problem('hostname', 'it can be set at creation only: `replace` deletes the server and creates it anew')]
  }
  const hasCredentials = seen.auth_type === 'bearer' || seen.auth_config_summary?.auth_mode === 'manual'
  if (!hasCredentials || stated.auth_type !== seen.auth_type || stated.auth_credentials !== undefined) return []
  return [problem('auth_credentials', 'replacing the server would lose them: state them')]
}
