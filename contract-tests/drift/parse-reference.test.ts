import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Contract, Field } from '../../src/drift/facts.ts'
import { parseReference } from '../../src/drift/parse-reference.ts'
import { type Layout, renderReference } from '../support/reference/render.ts'

const reference = JSON.parse(
  readFileSync(new URL('../support/reference/reference.json', import.meta.url), 'utf8'),
) as Contract
const layouts: Layout[] = ['published', 'collapsed']

/** A reference of one operation whose response holds the given bullets. */
const operation = (...bullets: string[]): string =>
  ['## Read it', '**get** `/it`', '### Returns', ...bullets, '### Example', '```http\ncurl\n```'].join('\n\n')

const collapsed = (text: string): string => text.replace(/\s+/g, ' ').trim()
const fieldsOf = (text: string): Omit<Field, 'required'>[] =>
  parseReference(text).operations[0]!.fields.map(({ place: _, required: __, ...field }) => field)

describe.each(layouts)('the reference, %s', (layout) => {
  const text = renderReference(reference, layout)

  it('gives back the facts it was written from', () => {
    expect(parseReference(text)).toEqual(reference)
  })

  it('reads the same with other line ends', () => {
    expect(parseReference(`\uFEFF${text.replaceAll('\n', '\r\n')}\r\n`)).toEqual(reference)
  })

  it.each([
    ['code and dashes', 'Takes `auto` - `manual`, or `object { a, b, 3 more }` - as `in - between`.'],
    ['bare braces', 'Holds object { id, name, 8 more } or array of object { id } - "oauth" or "bearer".'],
    ['a list of code', '- `fast`: quick\n- `slow mode` careful\n- plain `x: string` within\n* `y: string`'],
    ['a block of code that holds bullets', 'Like:\n```md\n### Returns\n- `id: string`\n  - `"oauth"`\n```'],
    ['stray marks', 'It`s # 4 of ` - ` these, **get** it, isn`t it? ## no heading'],
    ['a dash as code', 'Split at ` - ` alone.'],
    ['bullets beside the text', '(see - `id: string`), - `"oauth"`: the default'],
  ])('is not confused by a description with %s', (_, prose) => {
    expect(parseReference(renderReference(reference, layout, () => prose))).toEqual(reference)
  })

  it('keeps whole operations or throws, wherever the text is cut', () => {
    const some: Contract = {
      operations: reference.operations.filter(
        ({ method, path }) => path.endsWith('/sync') || (method === 'DELETE' && path.includes('/portals')),
      ),
      domainTypes: reference.domainTypes.filter(({ name }) => /PortalDelete|Sync/.test(name)),
    }
    const long = renderReference(some, layout)
    const parts = [...long].map((_, length) => attempt(() => parseReference(long.slice(0, length))))
    const read = parts.filter((part) => part !== undefined)
    expect(read.length).toBeLessThan(long.length / 2)
    for (const part of read) {
      expect(part.operations).toEqual(some.operations.slice(0, part.operations.length))
      expect(part.domainTypes).toEqual(some.domainTypes.slice(0, part.domainTypes.length))
    }
  })

  it.each([
    ['counts one field too many', 'hostname, name, 8 more', 'hostname, name, 9 more'],
    ['counts one field too few', 'hostname, name, 8 more', 'hostname, name, 7 more'],
    ['counts one nested field too many', 'is_upstream, mcp_code, 2 more', 'is_upstream, mcp_code, 3 more'],
    ['counts one nested field too few', 'is_upstream, mcp_code, 2 more', 'is_upstream, mcp_code, 1 more'],
    ['names a field that does not follow', 'object { id, hostname, name,', 'object { id, hostname, label,'],
    ['names a value that does not follow', '"oauth" or "bearer" or', '"oauth" or "basic" or'],
    ['lists too few values', '- `"bearer"`', ''],
    ['lists a field twice', '`page: optional number`', '`search: optional string`'],
    ['has a section of another name', '### Query Parameters', '### Header Parameters'],
    ['has an operation that returns nothing', '### Returns', '### Result'],
  ])('throws where the text %s', (_, right, wrong) => {
    expect(text).toContain(right)
    expect(() => parseReference(text.replaceAll(right, wrong))).toThrow(/^GET \/accounts\/\{account_id\}\//)
  })
})

describe('the two layouts', () => {
  it('are told apart in a text whose indents are lost', () => {
    const text = renderReference(reference, 'published').replace(/^ +/gm, '')
    expect(parseReference(text)).toEqual(reference)
  })

  it('are read alike where each section is on a line of its own', () => {
    const text = renderReference(reference, 'collapsed').replace(/ (?=#{1,3} )/g, '\n')
    expect(parseReference(text)).toEqual(reference)
  })
})

describe('a type', () => {
  it.each([
    ['string or null', { type: 'string or null' }],
    ['nullable string', { type: 'string or null' }],
    ['array of array of number', { type: 'array of array of number' }],
    ['map[string or number]', { type: 'map[string or number]' }],
    ['unknown', { type: 'unknown' }],
    ['object', { type: 'object' }],
    ['object {  }', { type: 'object' }],
    ['Timestamp', { type: 'Timestamp' }],
    ['something, "quoted" <T>', { type: 'something, "quoted" <T>' }],
  ])('%s is kept in the words of the reference', (type, fact) => {
    const text = operation(`- \`a: ${type}\``, '- `b: boolean`')
    for (const either of [text, collapsed(text)]) {
      expect(fieldsOf(either)).toEqual([
        { path: 'a', ...fact },
        { path: 'b', type: 'boolean' },
      ])
    }
  })

  it.each([
    ['true', ['true'], { type: 'boolean', enum: [true] }],
    ['"a or b" or "c" or 2 more', ['"a or b"', '"c"', '"d"', '""'], { type: 'string', enum: ['a or b', 'c', 'd', ''] }],
    ['array of "a"', ['"a"'], { type: 'array of string', enum: ['a'] }],
    ['"a" or null', ['"a"'], { type: 'string or null', enum: ['a'] }],
    ['Kind', ['"zone"', '"account"'], { type: 'string', enum: ['zone', 'account'] }],
  ])('%s lists its values below it', (type, values, fact) => {
    const text = operation(
      `- \`a: ${type}\``,
      'In words.',
      ...values.map((value) => `  - \`${value}\``),
      '- `b: string`',
    )
    for (const either of [text, collapsed(text)]) {
      expect(fieldsOf(either)).toEqual([
        { path: 'a', ...fact },
        { path: 'b', type: 'string' },
      ])
    }
  })

  it.each([
    ['map[object { x }]', 'map[object]', 'a{}.x'],
    ['array of array of object { x }', 'array of array of object', 'a[][].x'],
    ['object { x } or null', 'object or null', 'a.x'],
  ])('%s holds the field that follows', (text, type, path) => {
    const whole = operation(`- \`a: ${text}\``, '  - `x: string`')
    const fields = [
      { path: 'a', type },
      { path, type: 'string' },
    ]
    expect(fieldsOf(whole)).toEqual(fields)
    expect(fieldsOf(collapsed(whole))).toEqual(fields)
  })

  it('that has a name of its own is an object where fields are indented below it', () => {
    expect(fieldsOf(operation('- `ips: array of IPs`', '  - `ip: string`', '- `b: string`'))).toEqual([
      { path: 'ips', type: 'array of object' },
      { path: 'ips[].ip', type: 'string' },
      { path: 'b', type: 'string' },
    ])
  })

  it('that is a choice of objects keeps the fields of each', () => {
    const choice = ['- `a: object { x } or object { y, z }`', '  - `One object { x }`', '    - `x: string`']
    expect(
      fieldsOf(
        operation(...choice, '  - `Two object { y, z }`', '    - `y: "b"`', '      - `"b"`', '    - `z: number`'),
      ),
    ).toEqual([
      { path: 'a', type: 'object or object' },
      { path: 'a.One', type: 'object' },
      { path: 'a.One.x', type: 'string' },
      { path: 'a.Two', type: 'object' },
      { path: 'a.Two.y', type: 'string', enum: ['b'] },
      { path: 'a.Two.z', type: 'number' },
    ])
  })

  it('that is a choice of objects cannot be read without line breaks', () => {
    const text = operation('- `a: object { x } or object { y, z }`', '  - `One object { x }`', '    - `x: string`')
    expect(() => parseReference(collapsed(text))).toThrow('GET /it, response field a: is a choice of objects')
  })

  it('of a domain that is no object is kept as the one field it is', () => {
    const text = `${operation('- `a: string`')}\n\n## Domain Types\n\n### Kind\n\n- \`Kind = "zone" or "account"\`\n\n  - \`"zone"\`\n\n  - \`"account"\``
    for (const either of [text, collapsed(text)]) {
      expect(parseReference(either).domainTypes).toEqual([
        { name: 'Kind', fields: [{ path: '', type: 'string', required: true, enum: ['zone', 'account'] }] },
      ])
    }
  })
})

describe('an error', () => {
  it.each([
    ['', 'no operation found'],
    ['<html>Not Found</html>', 'no operation found'],
    ['## List it\n\n- `a: string`\n\n## List more\n', 'no operation found'],
    [`- \`a: string\`\n\n${operation('- `a: string`')}`, "heading '': fields are listed where none are expected"],
    [
      `### Returns\n\n- \`a: string\`\n\n${operation('- `a: string`')}`,
      "heading 'Returns': fields are listed, but of no",
    ],
    [
      operation('- `a: string`', '# More\n\n### Body Parameters', '- `b: string`'),
      "heading 'Body Parameters': fields are listed, but",
    ],
    [`${operation('- `a: string`')}\n\n## List more`, "heading 'List more': the text ends here"],
    [`${operation('- `a: string`')}\n\n## Notes\n\nSome.\n\n### More`, "heading 'Notes': no operation follows"],
    [operation('- `a: string`').slice(0, -4), 'GET /it: a block of code is opened and never closed'],
    [operation('- `a: string`').replace('/it', '/it/{id}'), 'GET /it/{id}, path field id: is in the path, but not'],
    [operation('- `a: string`', '  - `b: string`'), 'GET /it, response field a: is a string, but fields are listed'],
    [operation('- `a: string`', '- `a: number`'), 'GET /it, response field a: is listed twice'],
    [operation('- `a: object { b, c }`', '  - `b: string`'), 'GET /it, response field a: says it has 2 fields, but 1'],
    [operation('- `a: string`', '- `b: nu').split('###', 2).join('###'), 'the text breaks off within `b: nu`'],
    [`${operation('- `a: string`')}\n\n${operation('- `a: string`')}`, 'GET /it: is described twice'],
    [
      operation('- `a: "x" or "y"`', '  One:', '  - `"y"`', '  - `"x"`', '  - `"y"`'),
      'says it has 2 values, but 3 follow',
    ],
  ])('names the place (%#)', (text, message) => {
    expect(() => parseReference(text)).toThrow(message)
  })
})

function attempt<T>(act: () => T): T | undefined {
  try {
    return act()
  } catch {
    return undefined
  }
}
