import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { sentences } from '../../src/contract/finding.ts'
import { compareReference } from '../../src/drift/index.ts'
import { pageReasons } from '../../src/drift/page.ts'
import { differences } from '../../src/drift/sentence.ts'
import { hints as proxyHints } from '../../src/proxy/index.ts'
import { otherPath, failures as proxyFailures, unknownOperation } from '../../src/proxy/messages.ts'
import { hints, messages, reasons } from '../../src/verify/run/messages.ts'
import { verifyServer } from './against.ts'

const read = (file: string) => readFile(new URL(`../../${file}`, import.meta.url), 'utf8')
const guide = await read('docs/reports.md')

/** The rows of a table whose first cell is code, as code and the cell after it. */
const rows = new Map(
  [...guide.matchAll(/^\| `([a-z][a-z-]*)` \| `([^`|]+)` \|/gm)].map(([, code, text]) => [code!, text!]),
)

/** As the guide writes a placeholder. */
const plain = (message: string): string => message.replace(/\{(\w+):\w+\}/g, '{$1}')

describe('docs/reports.md', () => {
  test.each(Object.entries({ ...messages, ...differences }))('has the message %s as it is', (code, message) => {
    expect(rows.get(code)).toBe(plain(message))
  })

  test('has no message that no report has', () => {
    const known = [...Object.keys({ ...messages, ...differences }), 'contract', 'text', 'json', 'junit', 'github']
    expect([...rows.keys()].filter((code) => !known.includes(code))).toEqual([])
  })

  const lists = [reasons, hints, proxyHints, proxyFailures, sentences, pageReasons]

  test.each(lists.flatMap((list) => Object.values<string>(list)))('has the reason, hint or sentence: %s', (reason) => {
    expect(guide).toContain(`| \`${reason}\` |`)
  })

  test.each([unknownOperation, otherPath])('says what stands for: %s', (name) => {
    expect(guide).toContain(`\`${name}\``)
  })

  test('has every case', async () => {
    const { cases } = await verifyServer({ items: 1 }, { write: true })
    const inGuide = [
      ...guide.matchAll(
        /^\| ((?:lists|reads|returns|creates|refuses|keeps|changes|syncs|replaces|deletes|leaves) [^|]+) \|/gm,
      ),
    ]
    expect(inGuide.map(([, name]) => name)).toEqual(cases.map(({ name }) => name))
  })

  test('shows a page that drift reads, of an operation that is as the spec has it', async () => {
    const [, markdown = ''] = /^````md\n(.*?)^````$/ms.exec(guide) ?? []
    const documents = {
      reference: JSON.parse(await read('generated/openapi.json')),
      latest: JSON.parse(await read('generated/latest/openapi.json')),
    }
    const compared = compareReference([{ name: 'sample', markdown }], documents, 'reference')
    expect(compared.fields).toBe(12)
    const sync = compared.differences.filter(({ operation }) => operation.endsWith('/sync'))
    expect(sync).toEqual([])
    expect(compared.differences).toHaveLength(10)
  })
})
