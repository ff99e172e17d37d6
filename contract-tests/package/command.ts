import { execFile } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'

export interface Finished {
  code: number
  stdout: string
  stderr: string
  /** Both, as a user sees them. */
  text: string
}

export interface Where {
  cwd: string
  env: NodeJS.ProcessEnv
}

/** Carries out a command to its end, whatever that is. */
export function run(command: string, args: string[], where: Where): Promise<Finished> {
  return new Promise((resolve) => {
    const options = { ...where, maxBuffer: 2 ** 26, timeout: 180_000 }
    execFile(command, args, options, (error, stdout, stderr) => {
      const code = typeof error?.code === 'number' ? error.code : error ? 1 : 0
      const text = [`$ ${command} ${args.join(' ')}`, stdout, stderr, error?.killed ? 'took too long' : '']
      resolve({ code, stdout, stderr, text: text.filter(Boolean).join('\n') })
    })
  })
}

/** The same for a command that has to succeed. */
export async function mustRun(command: string, args: string[], where: Where): Promise<Finished> {
  const finished = await run(command, args, where)
  if (finished.code !== 0) throw new Error(`ended with ${finished.code}\n${finished.text}`)
  return finished
}

/** Runs a program with the Node that runs this one. */
export function node(args: string[], where: Where): Promise<Finished> {
  return run(process.execPath, args, where)
}

/**
 * The environment of somebody who has just installed Node: no settings of npm, neither from files at home nor from the
 * `npm run` that started this, but the registry that this machine reaches.
 */
export function freshEnvironment(home: string, registry: string): NodeJS.ProcessEnv {
  mkdirSync(home, { recursive: true })
  const own = /^(npm_|yarn_|pnpm_|xdg_|init_cwd$|force_color$|node_options$|cloudflare_)/i
  const kept = Object.entries(process.env).filter(([name]) => !own.test(name))
  return {
    ...Object.fromEntries(kept),
    HOME: home,
    PATH: [dirname(process.execPath), process.env.PATH].join(delimiter),
    NO_COLOR: '1',
    npm_config_registry: registry,
    NPM_CONFIG_REGISTRY: registry, // Deno's spelling.
    BUN_CONFIG_REGISTRY: registry,
    // Each would say something about itself, not about this package.
    npm_config_update_notifier: 'false',
    YARN_NPM_REGISTRY_SERVER: registry.replace(/\/$/, ''),
    YARN_ENABLE_TELEMETRY: '0',
    YARN_UNSAFE_HTTP_WHITELIST: '127.0.0.1',
    // Where CI is set, yarn wants a lockfile, which an empty project has not.
    YARN_ENABLE_IMMUTABLE_INSTALLS: '0',
    YARN_ENABLE_COLORS: '0',
    YARN_GLOBAL_FOLDER: join(home, 'yarn-berry'),
  }
}
