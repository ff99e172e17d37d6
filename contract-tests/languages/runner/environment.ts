import { delimiter, join } from 'node:path'
import { account } from './story.ts'

const root = join(import.meta.dirname, '../../..')

/** The caller's environment without what `npm run` sets, with the project's Node first, and with what programs read. */
export function environment(url: string): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^(npm_|init_cwd$|node_options$)/i.test(name))
  return {
    ...Object.fromEntries(kept),
    PATH: [join(root, 'node_modules/node/bin'), process.env.PATH].join(delimiter),
    CLOUDFLARE_BASE_URL: url,
    CLOUDFLARE_ACCOUNT_ID: account,
    CLOUDFLARE_API_TOKEN: 'any-token-will-do',
  }
}
