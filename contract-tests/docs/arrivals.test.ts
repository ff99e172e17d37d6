import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { maxArrivals } from '../runtimes/max-arrivals.ts'

const page = readFileSync(new URL('../../docs/errors-and-retries.md', import.meta.url), 'utf8')

test.each(Object.entries(maxArrivals))(
  'the page says how often a create arrives in %s, as the matrix measures it',
  (name, most) => {
    const row = page.split('\n').find((line) => line.startsWith(`| ${name}`))
    expect(row?.split(' | ')[1]).toBe(most === 1 ? 'once' : `up to ${most} times`)
  },
)
