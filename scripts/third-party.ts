/** The packages whose code is built into dist: users get it without installing them. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'rolldown'

const file = 'dist/THIRD-PARTY-LICENSES.txt'
const folders = new Set<string>()

/** Writes the licences, which have to go wherever the code goes: of every bundle so far that has this plugin. */
export const withLicenses = (): Plugin => ({
  name: 'third-party-licenses',
  writeBundle(_, bundle) {
    const modules = Object.values(bundle).flatMap((output) => (output.type === 'chunk' ? output.moduleIds : []))
    for (const id of modules) {
      const [, folder] = /^\0?(.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/.exec(id) ?? []
      if (folder) folders.add(folder)
    }
    writeFileSync(file, [...folders].map(toSection).sort().join('\n'))
  },
})

function toSection(folder: string): string {
  const { name, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const license = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each))
  if (!license) throw new Error(`${name} has no licence to go with its code`)
  return `## ${name}@${version}\n\n${readFileSync(join(folder, license), 'utf8').trim()}\n`
}

/** The packages in the dist that was built, as `name@version`. */
export function readBuiltIn(): string[] {
  return [...readFileSync(file, 'utf8').matchAll(/^## (\S+@\S+)$/gm)].map(([, name = '']) => name)
}
