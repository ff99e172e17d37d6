import { stringify } from 'yaml'
import { readState, toDesired } from '../plan/index.ts'
import { escapeVariables, mapStrings } from './plan-file/index.ts'
import { connect, onlyOption, readOnly, working } from './plan-options.ts'
import { createDisplay } from './plan-report/index.ts'
import { escapeJson } from './report/json.ts'
import { command } from './shell/command.ts'
import { UsageError } from './shell/errors.ts'
import { interruptible } from './shell/interruption.ts'
import { apiOptions } from './shell/options.ts'
import { print, progress } from './shell/output.ts'
import { nameOfThisPackage } from './shell/package.ts'
import { quoted } from './shell/visible.ts'

/** Where an editor finds the schema of the file that this package brings. */
const schema = `./node_modules/${nameOfThisPackage}/generated/portals.schema.json`

const head = `# yaml-language-server: $schema=${schema}
# What no response shows is missing: add it as auth_credentials: \${NAME}, with the name of an environment variable.
`

const exportCommand = command({
  name: 'export',
  summary: 'write what an account has as a file for plan and apply',
  about: `Writes the servers and portals of an account to the standard output, as a file that "plan" finds equal to the account.
    Credentials are missing, since no response shows them. It needs a token with the permission MCP Portals Read, in
    CLOUDFLARE_API_TOKEN.`,
  usage: '[options]',
  options: {
    yaml: { type: 'boolean', help: 'write YAML, not JSON' },
    ...onlyOption,
    ...apiOptions,
  },
  example: 'export --yaml > portals.yaml',
  exitCodes: { 0: 'the account is written', 2: 'it could not be read' },
  async run({ values, positionals }) {
    if (positionals[0] !== undefined) throw new UsageError(`export takes no argument ${quoted(positionals[0])}`)
    const only = readOnly(values)
    const { mcp } = connect(values)
    const interruption = interruptible()
    return working(createDisplay(new Map(), []), interruption, async () => {
      progress('reading the account')
      const all = toDesired(await readState(mcp, { signal: interruption.signal }))
      progress('')
      const chosen = Object.entries(all).filter(([list]) => only === undefined || only.split('/')[0] === list)
      const id = only?.split('/')[1]
      const lists = chosen.map(([list, items]) => [list, items.filter((item) => id === undefined || item.id === id)])
      // What looks like a variable has to be read as it is.
      const content = mapStrings(Object.fromEntries(lists), escapeVariables)
      print(values.yaml ? head + toYaml(content) : toJson(content))
      return 0
    })
  },
})

export { exportCommand as export }

function toJson(content: unknown): string {
  return `${escapeJson(JSON.stringify({ $schema: schema, ...Object(content) }, null, 2))}\n`
}

/** One line a field: a text of several lines could begin one with what a CI runner takes for a command. */
function toYaml(content: unknown): string {
  return stringify(content, { lineWidth: 0, blockQuote: false, aliasDuplicateObjects: false })
}
