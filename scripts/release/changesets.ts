/** What a set of changes has to say of itself before it may be merged. */

export type Bump = 'none' | 'patch' | 'minor' | 'major'

const bumps: Bump[] = ['none', 'patch', 'minor', 'major']
const seenByUsers = /^(spec|src)\//

/** The bump that a changeset file asks for. */
export function bumpOf(changeset: string): Bump {
  const frontMatter = /^---\n([\s\S]*?)\n---/.exec(changeset)?.[1] ?? ''
  const named = [...frontMatter.matchAll(/:\s*(patch|minor|major)\s*$/gm)].map(([, bump]) => bump as Bump)
  return largest(named)
}

/** The largest of some bumps. */
export function largest(named: Bump[]): Bump {
  return bumps.findLast((bump) => named.includes(bump)) ?? 'none'
}

/**
 * What is missing, as sentences.
 *
 * @param changed The files that differ from the base.
 * @param announced What the changesets since the last release ask for, largest first.
 * @param added Whether one of them comes with these changes.
 * @param required What `redocly diff` says of the description since the last release.
 * @param version The released version; below 1.0.0 a breaking change takes a minor.
 */
export function complaints(given: {
  changed: string[]
  announced: Bump
  added: boolean
  required: Bump
  version: string
}): string[] {
  const { changed, announced, added, required, version } = given
  const touched = changed.filter((file) => seenByUsers.test(file))
  const needed = required === 'major' && version.startsWith('0.') ? 'minor' : required
  return [
    ...(touched.length > 0 && !added
      ? [`${touched[0]} is seen by users: add a changeset for them (npx changeset)`]
      : []),
    ...(bumps.indexOf(announced) < bumps.indexOf(needed)
      ? [`the description changed by a ${needed}, but the changesets announce ${announced}`]
      : []),
  ]
}
