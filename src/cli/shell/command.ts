import type { Command, Definition } from './definition.ts'
import { helpOf } from './help.ts'
import { print } from './output.ts'
import { type Options, parse, splitAt } from './parse.ts'

/** Makes a command of its definition: one line of the table in `commands.ts`. */
export function command<const O extends Options>(definition: Definition<O>): Command {
  const { name, summary } = definition
  const help = helpOf(definition)
  return {
    name,
    summary,
    help,
    async run(args) {
      // Whatever else is wrong with the arguments of someone who asks for help.
      if (splitAt(args, '--')[0].some((arg) => arg === '--help' || arg === '-h')) {
        print(help)
        return 0
      }
      return definition.run(parse(args, definition.options))
    },
  }
}
