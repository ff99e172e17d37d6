#!/usr/bin/env node
import { commands } from './commands.ts'
import { CommandError, UsageError } from './shell/errors.ts'
import { generalHelp } from './shell/help.ts'
import { nearest } from './shell/nearest.ts'
import { complain, guardOutput, print } from './shell/output.ts'
import { versionOfThisPackage } from './shell/package.ts'
import { quoted } from './shell/visible.ts'

/** Runs what the arguments name, and resolves to the exit code. */
async function main([name = 'help', ...args]: string[]): Promise<number> {
  if (name === 'help' && args[0] !== undefined) return find(args[0]).run(['--help'])
  if (name === '--help' || name === '-h' || name === 'help') return show(generalHelp(commands))
  if (name === '--version' || name === '-v') return show(`${versionOfThisPackage}\n`)
  const command = find(name)
  try {
    return await command.run(args)
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    throw new CommandError(`${error.message} (cloudflare-mcp-portals ${command.name} --help shows its options)`)
  }
}

function find(name: string) {
  const command = commands.find((known) => known.name === name)
  if (command) return command
  if (name.startsWith('-'))
    throw new CommandError(`${quoted(name)} comes before any command; --help shows the commands`)
  const meant = nearest(
    name,
    commands.map((known) => known.name),
  )
  const hint = meant ? `did you mean ${meant}?` : '--help shows the commands'
  throw new CommandError(`there is no command ${quoted(name)}; ${hint}`)
}

function show(text: string): 0 {
  print(text)
  return 0
}

guardOutput()
const exitCode = await main(process.argv.slice(2)).catch((error: unknown) => {
  complain(error instanceof Error ? error.message : String(error))
  if (error instanceof CommandError) error.more.forEach(complain)
  return 2
})
// Set, not forced, so that what was written reaches a pipe; a failure of writing itself has set it already.
process.exitCode ||= exitCode
// A stream that never ends, as of a page that took too long, must not hold the process.
setInterval(() => {
  if (process.stdout.writableLength === 0) process.exit()
}, 500).unref()
