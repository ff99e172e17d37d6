/** A place in a file: names of fields and indexes of lists. */
export type Path = readonly (string | number)[]

/** What the strings of a file held, and what they hold now. */
export interface Filled {
  value: unknown
  /** By what a string with variables became: how it is written in the file. */
  templates: Map<string, string>
  /** What is never to be shown: what variables held, and the strings that held them. */
  secrets: string[]
  /** Variables that are not set, and what is written wrong. */
  problems: { path: Path; message: string }[]
}

const variable = /\$\$\{|\$\{([^}]*)\}?/g

/** Puts environment variables into every string of a value; `$${` stands for `${`. */
export function fillVariables(value: unknown, environment: Record<string, string | undefined>): Filled {
  const filled: Filled = { value: undefined, templates: new Map(), secrets: [], problems: [] }
  filled.value = mapStrings(value, (text, path) => {
    const used: string[] = []
    const result = text.replace(variable, (found, name: string | undefined) => {
      if (name === undefined) return '${'
      const held = environment[name]
      const isName = found.endsWith('}') && /^[A-Za-z_]\w*$/.test(name)
      if (!isName) {
        filled.problems.push({
          path,
          message: `what follows \${ is no name of a variable and }; $\${ stands for a plain \${`,
        })
      } else if (!held) filled.problems.push({ path, message: `the environment variable ${name} is not set, or empty` })
      used.push(held ?? '')
      return held ?? ''
    })
    if (used.length > 0) {
      filled.templates.set(result, text)
      filled.secrets.push(...used, result)
    }
    return result
  })
  return filled
}

/** How a string has to be written in a file, so that it is read as it is. */
export const escapeVariables = (text: string): string => text.replaceAll('${', () => '$${')

/** A copy of plain data with each of its strings replaced; the names of fields stay. */
export function mapStrings(value: unknown, replace: (text: string, path: Path) => unknown, path: Path = []): unknown {
  if (typeof value === 'string') return replace(value, path)
  if (Array.isArray(value)) return value.map((item, index) => mapStrings(item, replace, [...path, index]))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, field]) => [name, mapStrings(field, replace, [...path, name])]),
  )
}
