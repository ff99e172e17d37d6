import { type ChildProcess, execFile, spawn } from 'node:child_process'

type Environment = Record<string, string>

/** The environment without what npm adds to it, which would steer the installs of the matrix; certificates stay. */
export function cleanEnvironment(additional: Environment = {}): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(
    ([name]) => !/^(npm_|INIT_CWD$|NODE_(?!EXTRA_CA_CERTS$)|CLOUDFLARE_|NO_COLOR)/i.test(name),
  )
  return { ...Object.fromEntries(own), NO_COLOR: '1', ...additional }
}

export interface Run {
  cwd?: string
  env?: Environment
  /** Milliseconds. */
  limit?: number
}

/** Runs a program to its end and resolves to what it prints; rejects with what it complains about. */
export function run(program: string, args: string[], { cwd, env, limit = 120_000 }: Run = {}): Promise<string> {
  return new Promise((resolve, reject) => {
    const options = { cwd, env: cleanEnvironment(env), timeout: limit, maxBuffer: 1e8 }
    execFile(program, args, options, (error, stdout, stderr) => {
      if (!error) return resolve(stdout.trim())
      const command = [program.split('/').at(-1), ...args].join(' ').slice(0, 200)
      const how = error.killed ? `ran for more than ${limit} ms` : `failed (${error.code})`
      reject(new Error(`${command} ${how}\n${stderr.trim().slice(-2_000) || stdout.trim().slice(-2_000)}`))
    })
  })
}

/** A program that goes on until it is stopped. */
export interface Daemon {
  process: ChildProcess
  /** What it prints, or writes to its fourth channel, where such programs tell their port. */
  control(pattern: RegExp): Promise<string>
  stop(): Promise<void>
}

export function start(program: string, args: string[], env: Environment, cwd?: string): Daemon {
  const child = spawn(program, args, { cwd, env: cleanEnvironment(env), stdio: ['ignore', 'pipe', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of child.stdio.slice(1)) stream?.on('data', (chunk) => (said += chunk))
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()).once('error', () => resolve()))
  return {
    process: child,
    control: (pattern) => found(pattern, () => said, ended),
    stop: async () => {
      child.kill('SIGTERM')
      const impatient = setTimeout(() => child.kill('SIGKILL'), 3_000)
      await ended
      clearTimeout(impatient)
    },
  }
}

async function found(pattern: RegExp, said: () => string, ended: Promise<void>): Promise<string> {
  let gone = false
  ended.then(() => {
    gone = true
  })
  const end = Date.now() + 20_000
  while (Date.now() < end && !gone) {
    const match = pattern.exec(said())?.[1]
    if (match !== undefined) return match
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`it did not start: ${said().slice(-1_000)}`)
}
