#!/usr/bin/env node
import { drift } from './drift.ts'
import { help } from './help.ts'
import { ofThisPackage } from './package.ts'
import { UsageError } from './usage.ts'
import { verify } from './verify.ts'

const commands: Record<string, (args: string[]) => Promise<number>> = { verify, drift }

async function main([name = '--help', ...args]: string[]): Promise<number> {
  if (name === '--help' || name === '-h' || name === 'help') {
    process.stdout.write(help)
    return 0
  }
  if (name === '--version' || name === '-v') {
    const { version } = ofThisPackage('package.json') as { version: string }
    process.stdout.write(`${version}\n`)
    return 0
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!command) throw new UsageError(`there is no command '${name}'`)
  return command(args)
}

// The code is set, not forced, so that what was written reaches a pipe.
process.exitCode = await main(process.argv.slice(2)).catch((error: unknown) => {
  const hint = error instanceof UsageError ? '\nTry --help.' : ''
  process.stderr.write(`cloudflare-mcp-portals: ${error instanceof Error ? error.message : error}${hint}\n`)
  return 2
})
