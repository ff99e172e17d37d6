import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const target = fileURLToPath(new URL('node_modules/cloudflare-mcp-portals', import.meta.url))

/** Builds and packs this client as for a release, and puts it where npm would put it. */
export function installPackedClient(): void {
  rmSync(target, { recursive: true, force: true })
  mkdirSync(target, { recursive: true })
  npm('run', 'build')
  const [{ filename }] = JSON.parse(npm('pack', '--ignore-scripts', '--json', '--pack-destination', target))
  run('tar', 'xzf', filename, '--strip-components=1')
}

function npm(...args: string[]): string {
  return run('npm', '--prefix', root, ...args)
}

function run(program: string, ...args: string[]): string {
  return execFileSync(program, args, { cwd: program === 'npm' ? root : target, encoding: 'utf8' })
}
