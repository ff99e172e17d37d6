import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, globSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { mustRun } from './command.ts'

export const here = import.meta.dirname
export const root = join(here, '../..')

/** A file, or one for each condition. */
export type Target = string | { [condition: string]: Target }

/** What of package.json is looked at. */
export interface Manifest {
  name: string
  version: string
  type?: string
  sideEffects?: boolean
  exports: Record<string, Target>
  bin?: string | Record<string, string>
  engines?: Record<string, string>
  scripts?: Record<string, string>
  dependencies?: Record<string, string>
  peerDependencies?: Record<string, string>
  optionalDependencies?: Record<string, string>
  main?: string
  module?: string
  types?: string
  unpkg?: string
  jsdelivr?: string
}

/** The package as users get it. */
export interface Packed {
  tarball: string
  /** The tarball unpacked. */
  folder: string
  /** Relative to `folder`, in order. */
  files: string[]
  manifest: Manifest
}

/** Copies what git tracks: a build that needs anything else would fail for whoever releases it. */
export function copyOfRepository(to: string): string {
  const tracked = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' }).split('\0')
  for (const file of tracked.filter((name) => name && existsSync(join(root, name)))) {
    mkdirSync(dirname(join(to, file)), { recursive: true })
    cpSync(join(root, file), join(to, file))
  }
  symlinkSync(join(root, 'node_modules'), join(to, 'node_modules'))
  return to
}

/** Builds and packs the copy, as a release does. */
export async function pack(copy: string, into: string): Promise<Packed> {
  mkdirSync(into, { recursive: true })
  const env = { ...process.env, npm_config_loglevel: 'error' }
  await mustRun('npm', ['pack', '--pack-destination', into], { cwd: copy, env })
  const tarball = join(into, globSync('*.tgz', { cwd: into })[0] ?? 'nothing was packed')
  await mustRun('tar', ['-xzf', tarball, '-C', into], { cwd: into, env })
  const folder = join(into, 'package')
  const files = globSync('**', { cwd: folder, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort()
  return { tarball, folder, files, manifest: manifestOf(folder) }
}

export function manifestOf(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
}

/** Every file that package.json names, by where it does. */
export function namedFiles({ exports, bin, main, module, types, unpkg, jsdelivr }: Manifest): Record<string, string> {
  const ofExports = Object.entries(exports).flatMap(([entry, target]) => filesOf(`exports ${entry}`, target))
  const bins = typeof bin === 'string' ? { bin } : bin
  const ofBins = Object.entries(bins ?? {}).map(([name, file]) => [`bin ${name}`, file])
  const others = Object.entries({ main, module, types, unpkg, jsdelivr }).filter(([, file]) => file !== undefined)
  return Object.fromEntries([...ofExports, ...ofBins, ...others])
}

function filesOf(where: string, target: Target): [string, string][] {
  if (typeof target === 'string') return [[where, target]]
  return Object.entries(target).flatMap(([condition, below]) => filesOf(`${where} ${condition}`, below))
}
