import { toPointer } from './finding.ts'

/** JSON that was read from bytes. */
export interface Json {
  value: unknown
  /** Pointers to the fields that an object has more than once: which of them counts differs from parser to parser. */
  repeated: string[]
}

/** The value of JSON text; undefined if the text is not JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Reads JSON; undefined if the bytes are not UTF-8, or the text is not JSON. */
export function readJson(bytes: Uint8Array): Json | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return { value: JSON.parse(text), repeated: findRepeated(text) }
  } catch {
    return undefined
  }
}

/** A list or an object that is open at the place that is read. */
interface Open {
  pointer: string
  /** Undefined in a list. */
  names: Set<string> | undefined
  /** Name or index of what is read now. */
  at: string | number
}

const colon = /\s*:/y

/** Finds repeated names in a text that is JSON. */
function findRepeated(text: string): string[] {
  const repeated = new Set<string>()
  const open: Open[] = []
  for (let at = 0; at < text.length; at++) {
    const character = text[at]
    const within = open.at(-1)
    if (character === '{' || character === '[') {
      const pointer = within ? within.pointer + toPointer(String(within.at)) : ''
      open.push({ pointer, names: character === '{' ? new Set() : undefined, at: 0 })
    } else if (character === '}' || character === ']') open.pop()
    else if (character === ',' && typeof within?.at === 'number') within.at++
    else if (character === '"') {
      const end = endOf(text, at)
      // Only a name is followed by a colon.
      colon.lastIndex = end
      if (within?.names && colon.test(text)) {
        within.at = String(JSON.parse(text.slice(at, end)))
        if (within.names.has(within.at)) repeated.add(within.pointer + toPointer(within.at))
        within.names.add(within.at)
      }
      at = end - 1
    }
  }
  return [...repeated]
}

/** The place behind the string that begins at a quotation mark. */
function endOf(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === '"') return at + 1
    if (text[at] === '\\') at++
  }
  return text.length
}
