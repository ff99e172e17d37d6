import { type Contract, inside, type Member, type Place } from '../../../src/drift/facts.ts'

/** `published`: one bullet a line, nested by indents. `collapsed`: the same after every white space became one space. */
export type Layout = 'published' | 'collapsed'

/** A description to put below a member; lines of it may be bullets or code. */
export type Prose = (member: Member) => string

const TITLES: [place: Place, title: string][] = [
  ['path', 'Path Parameters'],
  ['query', 'Query Parameters'],
  ['body', 'Body Parameters'],
  ['response', 'Returns'],
]

/** Writes facts down as Cloudflare's reference would: for tests, so that they need no copy of it. */
export function renderReference(contract: Contract, layout: Layout, prose: Prose = () => ''): string {
  const operations = contract.operations.flatMap(({ method, path, members }, index) => [
    `## Operation ${index + 1}`,
    `**${method.toLowerCase()}** \`${path}\``,
    'A sentence about it, with `code` - and a dash.',
    ...TITLES.flatMap(([place, title]) => {
      const ofPlace = members.filter((member) => member.place === place)
      return ofPlace.length === 0 ? [] : [`### ${title}`, ...renderMembers(ofPlace, '', '', prose)]
    }),
    '### Example',
    `\`\`\`http\ncurl https://api.example.com${path} \\\n    -H "Accept: */*"\n\`\`\``,
    '#### Response',
    '```json\n{\n  "result": [ "### Returns - `name: string`" ]\n}\n```',
  ])
  const types = contract.domainTypes.flatMap(({ name, members }) => {
    const head = `- \`${name} object { ${shorten(childrenOf(members, '').map(nameOf)).join(', ')} }\``
    return [`### ${name}`, head, ...renderMembers(members, '', '  ', prose)]
  })
  const published = ['# Reference', ...operations, '## Domain Types', ...types].join('\n\n')
  return layout === 'published' ? `${published}\n` : published.replace(/\s+/g, ' ')
}

function renderMembers(members: Member[], parent: string, indent: string, prose: Prose): string[] {
  return childrenOf(members, parent).flatMap((member) => {
    const deeper = `${indent}  `
    const within = inside(member.path, member.type)
    const names = childrenOf(members, within).map(nameOf)
    const description = prose(member).replace(/^/gm, deeper)
    return [
      `${indent}- \`${nameOf(member)}: ${member.required ? '' : 'optional '}${renderType(member, names)}\``,
      ...(description.trim() === '' ? [] : [description]),
      ...(member.enum ?? []).map((value) => `${deeper}- \`${JSON.stringify(value)}\``),
      ...(names.length > 0 ? renderMembers(members, within, deeper, prose) : []),
    ]
  })
}

function renderType({ type, enum: values }: Member, names: string[]): string {
  if (values) return type.replace(/\w+$/, shorten(values.map((value) => JSON.stringify(value))).join(' or '))
  return names.length === 0 ? type : type.replace(/\bobject\b/, `object { ${shorten(names).join(', ')} }`)
}

const shorten = (list: string[]): string[] =>
  list.length > 4 ? [...list.slice(0, 3), `${list.length - 3} more`] : list

const nameOf = (member: Member): string => member.path.match(/[^.]+$/)![0]

function childrenOf(members: Member[], parent: string): Member[] {
  const prefix = parent === '' ? '' : `${parent}.`
  return members.filter(({ path }) => path.startsWith(prefix) && /^[^.[{]+$/.test(path.slice(prefix.length)))
}
