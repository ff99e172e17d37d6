/** After `changeset version`: the description and jsr.json carry the version of the package. */
import { readFileSync, writeFileSync } from 'node:fs'

const { version } = JSON.parse(readFileSync('package.json', 'utf8'))

function replace(file: string, pattern: RegExp, replacement: string): void {
  const text = readFileSync(file, 'utf8')
  if (!pattern.test(text)) throw new Error(`${file} has no version`)
  writeFileSync(file, text.replace(pattern, replacement))
}

replace('spec/openapi.yaml', /^ {2}version: .*$/m, `  version: ${version}`)
replace('jsr.json', /"version": "[^"]*"/, `"version": "${version}"`)
