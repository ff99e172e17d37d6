import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { root } from '../../docs/blocks.ts'
import { environment } from '../../languages/runner/environment.ts'
import { commandsUnder } from '../../languages/runner/guide.ts'
import { shell } from '../../languages/runner/shell.ts'
import { type Trap, traps } from './traps.ts'

type Count = (isOk: boolean, what: string, output: string) => void

/** Generates as the tool comes and with what cures it, in a folder with all tools; counts each. */
export async function tryTraps(folder: string, count: Count): Promise<void> {
  await cp(join(root, 'generated/latest/openapi.json'), join(folder, 'openapi.json'))
  // The command of the guide that fetches openapi-generator.
  const [fetching = ''] = commandsUnder('PHP').split('\n')
  const prepared = await shell(fetching, folder, environment(''))
  if (!prepared.isOk) return count(false, 'openapi-generator is installed', prepared.output)
  for (const each of traps) {
    const asItComes = await look(folder, each, each.generate)
    count(asItComes.isOk && asItComes.isTrapped, `${each.tool}: ${each.what}`, asItComes.output)
    if (each.cure === undefined) continue
    const cured = await look(folder, each, `${each.generate} ${each.cure}`)
    count(cured.isOk && !cured.isTrapped, `${each.tool}: with ${each.cure} no more`, cured.output)
  }
}

async function look(folder: string, { look, trap }: Trap, generate: string) {
  const generated = await shell(`rm -rf out out.py; ${generate}`, folder, environment(''))
  if (!generated.isOk) return { ...generated, isTrapped: false }
  const { isOk, output } = await shell(look, folder, environment(''))
  return { isOk, output, isTrapped: trap.test(output) }
}
