/**
 * Copies the client's sources with the schema of the latest edition where that of the reference was: the same source,
 * other types. The declarations of `./latest` are made of the copy, and JSR, which takes sources, gets it.
 */
import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const staged = join(root, '.build/latest')

/** Copies from one folder into another, whatever is there, and returns the module of the entry. */
export function stageLatest(from: string, folder: string): string {
  cpSync(join(from, 'src/client'), join(folder, 'src/client'), { recursive: true })
  mkdirSync(join(folder, 'generated/latest'), { recursive: true })
  cpSync(join(from, 'generated/operations.ts'), join(folder, 'generated/operations.ts'))
  cpSync(join(from, 'generated/latest/schema.ts'), join(folder, 'generated/schema.ts'))
  writeFileSync(join(folder, 'generated/latest/schema.ts'), "export type * from '../schema.ts'\n")
  return join(folder, 'src/client/latest.ts')
}

/** Stages for TypeScript, below the repository, so that it finds the dependency. */
export function stageForTypes(): { entry: string; tsconfig: string } {
  const entry = stageLatest(root, staged)
  const tsconfig = join(staged, 'tsconfig.json')
  const options = {
    extends: '../../tsconfig.build.json',
    compilerOptions: { rootDir: '.' },
    files: [entry],
    include: [],
  }
  writeFileSync(tsconfig, JSON.stringify(options))
  return { entry, tsconfig }
}

if (import.meta.main) stageForTypes()
