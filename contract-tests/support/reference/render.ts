import { type Contract, type Field, inside, type Place } from '../../../src/drift/facts.ts'

/** `published`: one bullet a line, nested by indents. `collapsed`: the same after every white space became one space. */
export type Layout = 'published' | 'collapsed'

/** A description to put below a field; lines of it may be bullets or code. */
export type Prose = (field: Field) => string

const TITLES: [place: Place, title: string][] = [
  ['path', 'Path Parameters'],
  ['query', 'Query Parameters'],
  ['body', 'Body Parameters'],
  ['response', 'Returns'],
]

/** Writes facts down as Cloudflare's reference would: for tests, so that they need no copy of it. */
export function renderReference(contract: Contract, layout: Layout, prose: Prose = () => ''): string {
  const operations = contract.operations.flatMap(({ method, path, fields }, index) => [
    `## Operation ${index + 1}`,
    `**${method.toLowerCase()}** \`${path}\``,
    'A sentence about it, with `code` - and a dash.',
    ...TITLES.flatMap(([place, title]) => {
      const ofPlace = fields.filter((field) => field.place === place)
      return ofPlace.length === 0 ? [] : [`### ${title}`, ...renderFields(ofPlace, '', '', prose)]
    }),
    '### Example',
    `\`\`\`http\ncurl https://api.example.com${path} \\\n    -H "Accept: */*"\n\`\`\``,
    '#### Response',
    '```json\n{\n  "result": [ "### Returns - `name: string`" ]\n}\n```',
  ])
  const types = contract.domainTypes.flatMap(({ name, fields }) => {
    const head = `- \`${name} object { ${shorten(childrenOf(fields, '').map(toName)).join(', ')} }\``
    return [`### ${name}`, head, ...renderFields(fields, '', '  ', prose)]
  })
  const published = ['# Reference', ...operations, '## Domain Types', ...types].join('\n\n')
  return layout === 'published' ? `${published}\n` : published.replace(/\s+/g, ' ')
}

function renderFields(fields: Field[], parent: string, indent: string, prose: Prose): string[] {
  return childrenOf(fields, parent).flatMap((field) => {
    const deeper = `${indent}  `
    const within = inside(field.path, field.type)
    const names = childrenOf(fields, within).map(toName)
    const description = prose(field).replace(/^/gm, deeper)
    return [
      `${indent}- \`${toName(field)}: ${field.required ? '' : 'optional '}${renderType(field, names)}\``,
      ...(description.trim() === '' ? [] : [description]),
      ...(field.enum ?? []).map((value) => `${deeper}- \`${JSON.stringify(value)}\``),
      ...(names.length > 0 ? renderFields(fields, within, deeper, prose) : []),
    ]
  })
}

function renderType({ type, enum: values }: Field, names: string[]): string {
  if (values) return type.replace(/\w+$/, shorten(values.map((value) => JSON.stringify(value))).join(' or '))
  return names.length === 0 ? type : type.replace(/\bobject\b/, `object { ${shorten(names).join(', ')} }`)
}

const shorten = (list: string[]): string[] =>
  list.length > 4 ? [...list.slice(0, 3), `${list.length - 3} more`] : list

const toName = (field: Field): string => field.path.match(/[^.]+$/)![0]

function childrenOf(fields: Field[], parent: string): Field[] {
  const prefix = parent === '' ? '' : `${parent}.`
  return fields.filter(({ path }) => path.startsWith(prefix) && /^[^.[{]+$/.test(path.slice(prefix.length)))
}
