import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, test } from 'vitest'

const root = join(import.meta.dirname, '../../..')
const tracked = execFileSync('git', ['ls-files'], { cwd: root, encoding: 'utf8' }).trim().split('\n')

/** What of a lockfile or manifest says where packages are to be fetched: whoever installs decides that. */
const addressesIn: Record<string, (text: string) => unknown[]> = {
  'package-lock.json': (text) => {
    const packages: Record<string, { resolved?: string; link?: boolean }> = JSON.parse(text).packages
    return Object.entries(packages).filter(([, { resolved, link }]) => resolved !== undefined && !link)
  },
  '.npmrc': (text) => text.match(/^.*registry\s*=(?!true).*$/gm) ?? [],
  'requirements.txt': (text) => text.match(/^(-i|--(index-url|extra-index-url|find-links)\b|[^#]*:\/\/).*$/gm) ?? [],
  'requirements.in': (text) => text.match(/^(-i|--(index-url|extra-index-url|find-links)\b|[^#]*:\/\/).*$/gm) ?? [],
  // "registry+" is the name that Cargo gives to its default; an address of another kind has another prefix.
  'Cargo.lock': (text) =>
    (text.match(/^source = .*$/gm) ?? []).filter((line) => !line.startsWith('source = "registry+')),
  'go.mod': (text) => text.match(/^(replace|\s+.*=>).*$/gm) ?? [],
  'pom.xml': (text) => text.match(/<(repository|pluginRepository)>/g) ?? [],
}

describe.each(tracked.filter((file) => basename(file) in addressesIn))('%s', (file) => {
  test('says nothing of where packages are fetched', () => {
    const find = addressesIn[basename(file)] as (text: string) => unknown[]
    expect(find(readFileSync(join(root, file), 'utf8'))).toEqual([])
  })
})

test('every kind of lockfile is found', () => {
  const kinds = new Set(tracked.map((file) => basename(file)))
  expect(Object.keys(addressesIn).filter((kind) => !kinds.has(kind))).toEqual([])
})
