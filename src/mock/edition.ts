// LATEST EDITION, UNTIL generated/validators.ts MARKS WHAT IS NEW: the fields that the reference edition lacks.
const newer = new Set(['code_mode', 'server_id', 'auth_config_summary', 'authentication_status'])
const lists = new Set(['tools', 'prompts', 'updated_tools', 'updated_prompts'])

/** A result as the reference edition has it: without newer fields, with [] for a list that is null, and no other null. */
export function toReference(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toReference)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name, field]) => !newer.has(name) && (field !== null || lists.has(name)))
      .map(([name, field]) => [
        name,
        name === 'tools' || name === 'prompts' ? (field ?? []) : toReference(field ?? []),
      ]),
  )
}
