import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../../docs/blocks.ts'
import { traps } from './traps.ts'

test('the table of the guide has a line for each trap that is generated here, and says so of no other', () => {
  const guide = readFileSync(join(root, 'docs/other-languages.md'), 'utf8')
  const rows = guide.split('\n').filter((line) => /^\| .* checked: traps\.ts/.test(line))
  expect(rows.map((row) => row.split(' | ')[0]?.slice(2))).toEqual(traps.map(({ tool }) => tool))
})
