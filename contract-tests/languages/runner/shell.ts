import { spawn } from 'node:child_process'

export interface Ended {
  isOk: boolean
  /** What was written to both streams, in the order of its arrival, without colours. */
  output: string
}

const longest = 15 * 60_000
const colours = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g')

/** Carries out commands of the shell, each of which has to succeed. */
export function shell(commands: string, cwd: string, env: NodeJS.ProcessEnv = process.env): Promise<Ended> {
  return new Promise((resolve) => {
    // A process group of its own, so that nothing that the commands have started outlives them.
    const child = spawn('bash', ['-euo', 'pipefail', '-c', commands], {
      cwd,
      env,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const chunks: string[] = []
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (chunk: string) => chunks.push(chunk))
    }
    const stop = () => process.kill(-(child.pid as number), 'SIGKILL')
    const timer = setTimeout(() => {
      chunks.push(`\nStopped: it took longer than ${longest / 60_000} minutes.\n`)
      stop()
    }, longest)
    child.on('close', (code) => {
      clearTimeout(timer)
      resolve({ isOk: code === 0, output: chunks.join('').replace(colours, '') })
    })
  })
}
