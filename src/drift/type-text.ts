import type { Literal } from './facts.ts'

/** What the reference says between the backticks of a field, after its name. */
export interface TypeText {
  type: string
  required: boolean
  /** Of `object { id, name, 8 more }`: how many fields must follow, and what the first are called. */
  fields?: { count: number; names: string[] }
  /** Of `"a" or "b" or 2 more`: how many values must follow, and which the first are. */
  values?: { count: number; first: Literal[] }
  /** True for what may list fields or values without saying how many: a named type, a choice of objects. */
  open: boolean
}

const OBJECT = /object \{([^{}]*)\}/g
const PLAIN = /^(?:string|number|boolean|integer|unknown|null|object|map\[.*\])$/

export function readType(text: string): TypeText {
  const required = !text.startsWith('optional ')
  const said = text.replace(/^optional /, '').replace(/^nullable (.*)/, '$1 or null')
  const objects = [...said.matchAll(OBJECT)].map((match) => readNames(match[1]!))
  const bare = said.replace(OBJECT, 'object').replace(/\s+/g, ' ').trim()
  const lists = bare.match(/^(?:array of )*/)![0]
  const choices = splitChoices(bare.slice(lists.length))
  const values = choices.map(readLiteral).filter((value) => value !== undefined)
  if (values.length > 0) {
    const more = Number(choices.find((choice) => /^\d+ more$/.test(choice))?.split(' ')[0] ?? 0)
    const others = choices.filter((choice) => readLiteral(choice) === undefined && !/^\d+ more$/.test(choice))
    const type = lists + [...new Set(values.map((value) => typeof value)), ...others].join(' or ')
    return { type, required, values: { count: values.length + more, first: values }, open: false }
  }
  const object = objects.length === 1 && choices.every((choice) => /^(?:object|map\[object\]|null)$/.test(choice))
  if (object) return { type: bare, required, fields: objects[0]!, open: false }
  return { type: bare, required, open: objects.length > 0 || !choices.every((choice) => PLAIN.test(choice)) }
}

/** A value as the reference writes it, or nothing where the text is not one; `null` is a type here. */
export function readLiteral(text: string): Literal | undefined {
  if (!/^(?:"(?:[^"\\]|\\.)*"|true|false|-?\d+(?:\.\d+)?)$/.test(text)) return undefined
  return JSON.parse(text) as Literal
}

/** `array of Kind` becomes `array of string` once the text has shown what a Kind is. */
export const unname = (type: string, known: string): string =>
  type.replace(/^((?:array of )*)[A-Z]\w*$/, (_, lists: string) => lists + known)

function readNames(list: string): { count: number; names: string[] } {
  const entries = list.split(',').map((entry) => entry.trim())
  const more = entries.at(-1)?.match(/^(\d+) more$/)
  const names = (more ? entries.slice(0, -1) : entries).filter((entry) => entry !== '')
  return { count: names.length + Number(more?.[1] ?? 0), names: names.map(unquote) }
}

export const unquote = (name: string): string => name.replace(/^"(.*)"$/, '$1')

/** Splits at ` or `, but neither within a quoted value nor within `map[…]`. */
function splitChoices(text: string): string[] {
  const pieces = text.match(/(?:"(?:[^"\\]|\\.)*"|\[[^[\]]*\]|(?! or )[\s\S])+/g) ?? []
  return pieces.map((piece) => piece.replace(/^ ?or /, '').trim())
}
