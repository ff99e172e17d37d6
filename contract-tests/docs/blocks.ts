import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export const root = join(import.meta.dirname, '../..')

/** A piece of TypeScript that a reader may copy. */
export interface Block {
  /** Where it stands, as in `README.md:40`. */
  where: string
  code: string
}

/** Every TypeScript block of the guides and of the docstrings. */
export function documentedBlocks(): Block[] {
  const guides = globSync(['README.md', 'docs/*.md'], { cwd: root }).flatMap((file) => blocksOf(file, ''))
  const docstrings = globSync('src/**/*.ts', { cwd: root }).flatMap((file) => blocksOf(file, ' *\\* ?'))
  return [...guides, ...docstrings]
}

/** The blocks of one language in a file, each of whose lines may begin with the prefix. */
export function blocksOf(file: string, prefix: string, language = 'ts'): Block[] {
  const text = readFileSync(join(root, file), 'utf8')
  const fence = new RegExp(`^${prefix}\`\`\`${language}\\n((?:^${prefix}.*\\n)*?)^${prefix}\`\`\`$`, 'gm')
  return [...text.matchAll(fence)].map(({ 1: body = '', index }) => ({
    where: `${file}:${text.slice(0, index).split('\n').length}`,
    code: body.replace(new RegExp(`^${prefix}`, 'gm'), ''),
  }))
}

/** An example may take a client named `mcp` for granted. */
export function programOf(code: string): string {
  const needsClient = /\bmcp\b/.test(code) && !/\b(const|let) mcp\b/.test(code)
  const client = needsClient
    ? "import { createClient as connect } from 'cloudflare-mcp-portals'\nconst mcp = connect()\n"
    : ''
  return `${client}${code}\nexport {}\n`
}
