/**
 * The import check of `npm run lint`: the rules of .dependency-cruiser.mjs, and no circle between folders. Folders are
 * compared with their siblings, everything below counted in, so that a subfolder counts as its parent.
 */
import { join } from 'node:path'
import { cruise, type ICruiseResult } from 'dependency-cruiser'
import configure from 'dependency-cruiser/config-utl/extract-depcruise-config'
import readTsConfig from 'dependency-cruiser/config-utl/extract-ts-config'

interface Import {
  from: string
  to: string
}

/** Each circle between sibling folders, as `a -> b -> a` and an import that makes each arrow. */
export function findFolderCircles(imports: Import[]): string[] {
  const arrows = new Map<string, Map<string, Import>>()
  for (const each of imports) {
    const [from, to] = siblingsOf(each)
    if (from === undefined || to === undefined || from === to) continue
    const targets = arrows.get(from) ?? new Map<string, Import>()
    arrows.set(from, targets.set(to, targets.get(to) ?? each))
  }
  return [...arrows.keys()].flatMap((start) => {
    const path = findPath(start, arrows)
    // A circle is found from each of its folders, and reported once: from the first by name.
    return path.length === 0 || path.some((folder) => folder < start) ? [] : [describe([start, ...path], arrows)]
  })
}

/** The two folders, side by side, that an import connects; none where a file stands beside the other's folder. */
function siblingsOf({ from, to }: Import): [string?, string?] {
  const [one, other] = [from.split('/'), to.split('/')]
  const depth = one.findIndex((name, index) => name !== other[index])
  if (depth >= one.length - 1 || depth >= other.length - 1) return []
  return [one.slice(0, depth + 1).join('/'), other.slice(0, depth + 1).join('/')]
}

/** The shortest way from a folder back to itself; empty if there is none. */
function findPath(start: string, arrows: Map<string, Map<string, Import>>): string[] {
  const paths = [[start]]
  const seen = new Set<string>()
  for (const path of paths) {
    for (const next of arrows.get(path.at(-1)!)?.keys() ?? []) {
      if (next === start) return [...path.slice(1), start]
      if (!seen.has(next)) paths.push([...path, next])
      seen.add(next)
    }
  }
  return []
}

function describe(circle: string[], arrows: Map<string, Map<string, Import>>): string {
  const steps = circle.slice(1).map((to, index) => arrows.get(circle[index]!)?.get(to))
  return [circle.join(' -> '), ...steps.map((step) => `    ${step?.from} imports ${step?.to}`)].join('\n')
}

async function main(): Promise<void> {
  const root = join(import.meta.dirname, '../..')
  process.chdir(root)
  const { options, ...ruleSet } = await configure(join(root, '.dependency-cruiser.mjs'))
  const folders = ['src', 'generated', 'contract-tests', 'scripts', 'examples', 'bench']
  const { output } = await cruise(
    folders,
    { ...options, ruleSet, validate: true },
    {},
    { tsConfig: readTsConfig(join(root, 'tsconfig.json')) },
  )
  const { modules, summary } = output as ICruiseResult
  const violations = summary.violations.map(({ rule, from, to, cycle }) =>
    [
      `${rule.name}: ${from} imports ${to}`,
      ...(cycle?.map(({ name }) => `    which imports ${name}`) ?? []).slice(1),
    ].join('\n'),
  )
  const imports = modules.flatMap(({ source, dependencies }) =>
    dependencies.map(({ resolved }) => ({ from: source, to: resolved })),
  )
  if (imports.length === 0) throw new Error('No import was found')
  const problems = [
    ...violations,
    ...findFolderCircles(imports).map((circle) => `no-circle-between-folders: ${circle}`),
  ]
  for (const problem of problems) console.error(problem)
  if (problems.length === 0)
    console.log(`${imports.length} imports of ${modules.length} files: no circle, no arrow that points the wrong way.`)
  process.exitCode = problems.length > 0 ? 1 : 0
}

if (import.meta.main) await main()
