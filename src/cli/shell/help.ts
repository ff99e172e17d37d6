import type { Command, Definition } from './definition.ts'
import { nameOfThisPackage, versionOfThisPackage } from './package.ts'
import type { Option, Options } from './parse.ts'

const width = 100

/** What `npx cloudflare-mcp-portals` alone shows. */
export function generalHelp(commands: readonly Command[]): string {
  const longest = Math.max(...commands.map(({ name }) => name.length))
  return [
    "Tools around Cloudflare's API for MCP portals. Usage: cloudflare-mcp-portals COMMAND [options]",
    '',
    ...commands.map(({ name, summary }) => `  ${name.padEnd(longest)}  ${summary}`),
    '',
    'COMMAND --help shows its options and an example, --version the version.',
    'Exit codes: 0 nothing to report, 1 a difference, 2 it could not be done, 129/130/143 interrupted.',
    '',
  ].join('\n')
}

/** What `COMMAND --help` shows. */
export function helpOf<O extends Options>({ name, about, usage, options, example, exitCodes }: Definition<O>): string {
  const all = Object.entries<Option>({ ...options, help: { type: 'boolean', short: 'h', help: 'show this' } })
  const rows = all.map(([option, { value, help }]) => [`--${option}${value ? ` ${value}` : ''}`, help] as const)
  const column = Math.max(...rows.map(([head]) => head.length)) + 4
  const codes = Object.entries({ ...exitCodes, '129, 130, 143': 'interrupted' })
  return [
    ...wrapped(about, width),
    '',
    `Usage: cloudflare-mcp-portals ${name} ${usage}`.trimEnd(),
    '',
    ...rows.flatMap(([head, help]) =>
      wrapped(help, width - column).map((line, index) => `  ${(index === 0 ? head : '').padEnd(column - 2)}${line}`),
    ),
    '',
    'Example:',
    // A version, because a token stands beside it: npx would take whatever is newest.
    `  npx ${nameOfThisPackage}@${versionOfThisPackage} ${example}`,
    '',
    'Exit codes:',
    ...codes.map(([code, meaning]) => `  ${code.padEnd(15)}${meaning}`),
    '',
  ].join('\n')
}

function wrapped(text: string, columns: number): string[] {
  const lines = ['']
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1)!
    if (last && last.length + word.length >= columns) lines.push(word)
    else lines[lines.length - 1] = last ? `${last} ${word}` : word
  }
  return lines
}
