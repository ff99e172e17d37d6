import { globSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parts, withoutCode } from './parts.ts'

const root = join(import.meta.dirname, '../..')

describe('the parts that are mutated', () => {
  test('are the whole client, each file once', () => {
    const named = [...Object.values(parts).flatMap(({ mutate }) => mutate), ...withoutCode]
    expect(named.sort()).toEqual(globSync('src/client/**/*.ts', { cwd: root }).sort())
  })

  test.each(Object.entries(parts))('have tests: %s', (_, { tests }) => {
    for (const pattern of tests) {
      expect(globSync(`contract-tests/${pattern}`, { cwd: root }), pattern).not.toEqual([])
    }
  })
})
