import { delimiter, join } from 'node:path'
import { environmentOf } from '../../support/account.ts'

const root = join(import.meta.dirname, '../../..')

/** The caller's environment without what `npm run` sets, with the project's Node first, and with what programs read. */
export function environment(url: string): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^(npm_|init_cwd$|node_options$)/i.test(name))
  return {
    ...Object.fromEntries(kept),
    PATH: [join(root, 'node_modules/node/bin'), process.env.PATH].join(delimiter),
    ...environmentOf(url),
  }
}
