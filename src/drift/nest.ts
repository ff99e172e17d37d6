import type { Literal } from './facts.ts'
import type { Bullet } from './tokens.ts'
import { readLiteral, readType, type TypeText, unquote } from './type-text.ts'

/** A field of the reference with what is listed below it. */
export interface Listed {
  name: string
  text: TypeText
  fields: Listed[]
  values: Literal[]
}

type Entry = { indent: number } & ({ node: Listed } | { value: Literal })

export interface Nested {
  nodes: Listed[]
  /** True where nothing but the counts told what is nested. */
  byCount: boolean
}

/** Nests bullets by their indents; where none is indented, by how many fields each object says it has. */
export function nest(bullets: Bullet[]): Nested {
  const entries = bullets.map(readEntry).filter((entry) => entry !== undefined)
  const indented = entries.some((entry) => entry.indent > entries[0]!.indent)
  if (indented) return { nodes: nestByIndent(entries), byCount: false }
  const nests = (entry: Entry): boolean => 'node' in entry && /\bobject\b/.test(entry.node.text.type)
  return { nodes: nestByCount(entries), byCount: entries.some(nests) }
}

/** A bullet that is neither `name: type`, nor `Name object { … }`, nor a value is part of a description. */
function readEntry({ text, indent }: Bullet): Entry | undefined {
  const value = readLiteral(text)
  if (value !== undefined) return { indent, value }
  const field = text.match(/^("[^"]+"|[^\s:"]+): (\S.*)$/) ?? text.match(/^(\w+)(?: =)? ((?:array of )*object \{.*)$/)
  const [, name, type] = field ?? text.match(/^(\w+) = (\S.*)$/) ?? []
  if (name === undefined || type === undefined) return undefined
  return { indent, node: { name: unquote(name), text: readType(type), fields: [], values: [] } }
}

function nestByIndent(entries: Entry[]): Listed[] {
  const nodes: Listed[] = []
  const above: { indent: number; node: Listed }[] = []
  for (const entry of entries) {
    while (above.length > 0 && above.at(-1)!.indent >= entry.indent) above.pop()
    const parent = above.at(-1)?.node
    if ('value' in entry) {
      if (parent && (parent.text.values || parent.text.open)) parent.values.push(entry.value)
      continue
    }
    const siblings = parent ? parent.fields : nodes
    siblings.push(entry.node)
    above.push(entry)
  }
  return nodes
}

function nestByCount(entries: Entry[]): Listed[] {
  const rest = [...entries]
  const takeField = (): Listed | undefined => {
    const entry = rest.shift()
    if (entry === undefined) return undefined
    if ('value' in entry) return takeField()
    const { node } = entry
    const most = node.text.values?.count ?? (node.text.open ? Number.POSITIVE_INFINITY : 0)
    while (node.values.length < most && rest[0] && 'value' in rest[0]) {
      node.values.push(rest[0].value)
      rest.shift()
    }
    node.fields = takeFields(node.text.fields?.count ?? 0)
    return node
  }
  const takeFields = (count: number): Listed[] => {
    const nodes: Listed[] = []
    while (nodes.length < count) {
      const node = takeField()
      if (node === undefined) break
      nodes.push(node)
    }
    return nodes
  }
  return takeFields(Number.POSITIVE_INFINITY)
}
