import { randomBytes, scryptSync, timingSafeEqual } from 'node:crypto'
import { writeOnlyFields } from '../../../generated/operations.ts'
import type { Plan } from '../../plan/index.ts'
import { CommandError } from '../shell/errors.ts'
import { versionOfThisPackage } from '../shell/package.ts'
import { quoted } from '../shell/visible.ts'
import { escapeVariables, fillVariables, mapStrings } from './variables.ts'

const format = 'cloudflare-mcp-portals plan'

/** What a saved plan is for: it is applied to nothing else. */
export interface Target {
  account: string
  baseUrl: string
}

export interface SavedPlan extends Target {
  plan: Plan
  templates: ReadonlyMap<string, string>
  secrets: readonly string[]
}

interface SavedFile extends Target {
  format: typeof format
  version: string
  /** Of the plan with the values of its variables. Slow to compute, so that nobody guesses a value by it. */
  digest: string
  salt: string
  plan: unknown
}

/**
 * The text of a file that holds a plan. Where the desired state has a variable, it has the variable, and never its value.
 *
 * @throws {CommandError} when the desired state holds a secret as it is.
 */
export function toSaved(plan: Plan, templates: ReadonlyMap<string, string>, { account, baseUrl }: Target): string {
  const kept = mapStrings(plan, (text) => templates.get(text) ?? escapeVariables(text))
  const literal = findLiteralSecrets(kept)
  if (literal.length > 0) {
    const message = `a plan that holds a secret is not saved; take it from an environment variable, as \${NAME}`
    throw new CommandError(`--out: ${message}`, literal)
  }
  const salt = randomBytes(16).toString('hex')
  const saved: SavedFile = {
    ...{ format, version: versionOfThisPackage, account, baseUrl },
    ...{ salt, digest: toDigest(plan, salt), plan: kept },
  }
  return `${JSON.stringify(saved, null, 2)}\n`
}

/** The plan that a text holds; undefined where it is no saved plan. Throws a `CommandError` where it is not whole. */
export function readSaved(file: string, text: string, target: Target): SavedPlan | undefined {
  const saved = parseSaved(text)
  if (!saved) return undefined
  const refuse = (reason: string) => new CommandError(`${quoted(file)}: ${reason}; plan again`)
  if (saved.version !== versionOfThisPackage) throw refuse(`it was saved by version ${saved.version}`)
  if (saved.account !== target.account || saved.baseUrl !== target.baseUrl) {
    throw refuse('it was made for another account, or for another base URL')
  }
  const { value, templates, secrets, problems } = fillVariables(saved.plan, process.env)
  if (problems[0]) throw new CommandError(`${quoted(file)}: ${problems[0].message}`)
  if (!timingSafeEqual(Buffer.from(toDigest(value, saved.salt)), Buffer.from(saved.digest))) {
    throw refuse('it was changed, or a variable has another value than it had when it was saved')
  }
  // The digest says that it is what `toSaved` was given.
  return { ...target, plan: value as Plan, templates, secrets }
}

function parseSaved(text: string): SavedFile | undefined {
  try {
    const value = JSON.parse(text)
    const texts = [value.version, value.salt, value.digest, value.account, value.baseUrl]
    if (value.format !== format) return undefined
    return texts.every((each) => typeof each === 'string') && /^[\da-f]{64}$/.test(value.digest) ? value : undefined
  } catch {
    return undefined
  }
}

function toDigest(plan: unknown, salt: string): string {
  return scryptSync(JSON.stringify(plan), salt, 32).toString('hex')
}

/** The fields with a secret that comes from no variable, as in `server crm: auth_credentials`. */
function findLiteralSecrets(plan: unknown): string[] {
  const found = new Set<string>()
  const steps: unknown = Object(plan).steps
  for (const step of Array.isArray(steps) ? steps : []) {
    mapStrings(step.body, (text, path) => {
      const field = writeOnlyFields.find((name) => path.includes(name))
      if (field && isLiteral(text)) found.add(`${step.resource} ${step.id}: ${field}`)
    })
  }
  return [...found]
}

/** Whether a text holds more than a variable, with the name of a scheme before it; of JSON, each text that may be secret. */
function isLiteral(text: string): boolean {
  const value = toJson(text)
  if (typeof value !== 'object') return !/^(?:[A-Za-z]+ )?\$\{\w+\}$/.test(text)
  let found = false
  mapStrings(value, (inner, path) => {
    const isSecret = path.includes('headers') || /secret|token$|password|key/i.test(String(path.at(-1)))
    if (isSecret && isLiteral(inner)) found = true
  })
  return found
}

function toJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
