/**
 * Writes a folder for each exported sub-path, as `contract/package.json`, while the package is packed; `--remove` removes
 * them. For what does not read `exports`: Parcel, TypeScript's node10, eslint-plugin-import.
 */
import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, posix } from 'node:path'

type Target = string | { types: { default: string }; require: string; default: string }

const { exports }: { exports: Record<string, Target> } = JSON.parse(readFileSync('package.json', 'utf8'))
const stubs = Object.entries(exports)
  .filter(([entry]) => entry !== '.' && entry !== './package.json')
  .map(([entry, target]) => ({ folder: posix.normalize(entry), target }))

function manifestOf(folder: string, target: Target): object {
  const from = (file: string) => posix.relative(folder, posix.normalize(file))
  if (typeof target === 'string') return { main: from(target) }
  return { main: from(target.require), module: from(target.default), types: from(target.types.default) }
}

/** Removes what this script has written, and nothing else. */
function remove(folder: string): void {
  const others = globSync(`${folder}/**`, { withFileTypes: true }).filter(
    (entry) => entry.isFile() && entry.name !== 'package.json',
  )
  if (others.length > 0) throw new Error(`${folder} is not a folder of stubs: an export cannot have this name`)
  rmSync(folder, { recursive: true, force: true })
}

for (const { folder } of stubs) remove(folder.split('/')[0]!)
if (!process.argv.includes('--remove')) {
  for (const { folder, target } of stubs) {
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifestOf(folder, target), null, 2)}\n`)
  }
}
