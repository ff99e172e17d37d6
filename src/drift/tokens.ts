export interface Bullet {
  indent: number
  /** What stands between the backticks. */
  text: string
  /** False where the closing backtick is missing: the text was cut. */
  closed: boolean
}

export interface Section {
  level: number
  title: string
  operation?: { method: string; path: string }
  bullets: Bullet[]
}

const HEADING = '(?<level>#{1,6}) (?=["A-Z])'
const OPERATION = '\\*\\*(?<method>get|put|post|delete|patch|head|options)\\*\\* `(?<path>/[^`\\n]*)`'
const BULLET = '- `(?<text>[^`\\n]*)(?<close>`?)'
// Code in prose is stepped over as a whole, so that a dash inside it cannot start a bullet. Code neither begins nor ends
// with a space (but for a lone dash): what lies between a stray backtick and the next bullet does.
const CODE = '`(?:[^`\\s]|[^`\\s][^`\\n]*[^`\\s]|[ ]*-[ ]*)`(?![\\w"])'

/**
 * Cuts the reference at its headings. Both layouts give the same sections, but for the indents of the bullets:
 * Cloudflare publishes one bullet a line, and a copy of it may have lost every line break.
 */
export function readSections(markdown: string): Section[] {
  const text = withoutFences(markdown)
  const start = hasLines(text) ? '^(?<indent>[ \\t]*)' : '(?:^|\\s)'
  const tokens = [...text.matchAll(new RegExp(`${start}(?:${HEADING}|${OPERATION}|${BULLET})|${CODE}`, 'gm'))]
  // What comes before the first heading belongs to none: bullets there betray a text that lost its beginning.
  const sections: Section[] = [{ level: 1, title: '', bullets: [] }]
  tokens.forEach((token, index) => {
    const { indent = '', level, method, path, text: label, close } = token.groups!
    const end = token.index + token[0].length
    if (level !== undefined) {
      const title = text
        .slice(end, tokens[index + 1]?.index)
        .split('\n')[0]!
        .trim()
      sections.push({ level: level.length, title, bullets: [] })
    } else if (method !== undefined && path !== undefined) {
      sections.push({ level: 2, title: path, operation: { method: method.toUpperCase(), path }, bullets: [] })
    } else if (label !== undefined && /^\s?$/.test(text.charAt(end))) {
      // A backtick that anything else follows closes code in a sentence, as in: - `auto`, the default
      const bullet = { indent: indent.replaceAll('\t', '    ').length, text: label.trim(), closed: close !== '' }
      sections.at(-1)!.bullets.push(bullet)
    }
  })
  return sections
}

function hasLines(text: string): boolean {
  const all = text.match(/(?:^|\s)- `/g)?.length ?? 0
  const atLineStart = text.match(/^[ \t]*- `/gm)?.length ?? 0
  return atLineStart * 2 > all
}

function withoutFences(text: string): string {
  const rest = text.replace(/(`{3,})[\s\S]*?\1/g, ' ')
  const open = rest.indexOf('```')
  if (open === -1) return rest
  const before = [...rest.slice(0, open).matchAll(new RegExp(OPERATION, 'g'))].at(-1)?.groups
  const operation = before ? `${before.method!.toUpperCase()} ${before.path}` : 'the text before the first operation'
  throw new Error(`${operation}: a block of code is opened and never closed, so the text is cut or damaged`)
}
