/** What time changes, not a caller; and times come in two formats. */
const volatile = /^(status|error|error_details|last_.*|.*_at)$/

/** The names of the members in which two answers about the same thing differ, of those that both hold. */
export function differing(one: object, other: object): string[] {
  const others = new Map(Object.entries(other))
  return Object.entries(one)
    .filter(([name, value]) => others.has(name) && !volatile.test(name) && stable(value) !== stable(others.get(name)))
    .map(([name]) => name)
}

/** The names of the members that were asked for, and that an answer does not hold, or holds otherwise. */
export function unmet(asked: object, answer: object): string[] {
  const members = new Map(Object.entries(answer))
  return Object.entries(asked)
    .filter(([name, value]) => !holds(members.get(name), value))
    .map(([name]) => name)
}

/** An answer may say more of a thing than was asked for. */
function holds(answer: unknown, asked: unknown): boolean {
  if (typeof asked !== 'object' || asked === null) return answer === asked
  if (typeof answer !== 'object' || answer === null) return false
  return Object.keys(asked).length <= Object.keys(answer).length && unmet(asked, answer).length === 0
}

/** As JSON, the order of members and what is volatile left out. */
function stable(value: unknown): string {
  return (
    JSON.stringify(value, (_, member: unknown) => {
      if (typeof member !== 'object' || member === null || Array.isArray(member)) return member
      const entries = Object.entries(member).filter(([name]) => !volatile.test(name))
      return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)))
    }) ?? ''
  )
}
