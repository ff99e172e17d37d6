import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { commandsUnder } from './runner/guide.ts'
import { folderOf, languages, mcpServers, schemathesis, versionOf } from './runner/languages.ts'

const all = [...languages, ...mcpServers, schemathesis]
const guide = readFileSync(join(import.meta.dirname, '../../docs/other-languages.md'), 'utf8')
const machine = /(?<![\w.$])\/(root|home|tmp|work|Users)\//

test('every folder is one that the runner knows', () => {
  const folders = globSync('*/', { cwd: import.meta.dirname }).filter((folder) => folder !== 'runner')
  const names = [...languages, schemathesis].map(({ name }) => name)
  expect(folders.sort()).toEqual(names.sort())
})

describe.each(all)('$name', (language) => {
  test('has commands in the guide, which names its generator', () => {
    expect(commandsUnder(language.heading)).toMatch(/openapi|go generate|cargo|mvn|requirements.txt/)
    expect(guide.toLowerCase()).toContain(language.generator)
  })

  test('pins one exact version of the generator', () => {
    expect(versionOf(language)).toMatch(/^\d+\.\d+\.\d+$/)
  })

  test('names no path of a machine', () => {
    const files = globSync('**', { cwd: folderOf(language), withFileTypes: true })
    const texts = files
      .filter((file) => file.isFile())
      .map((file) => readFileSync(join(file.parentPath, file.name), 'utf8'))
    expect(texts.filter((text) => machine.test(text))).toEqual([])
  })
})
