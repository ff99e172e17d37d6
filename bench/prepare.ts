import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const target = fileURLToPath(new URL('node_modules/cloudflare-mcp-portals', import.meta.url))

/** Builds and packs this client as for a release, and puts it where npm would put it. */
export function installPackedClient(): void {
  rmSync(target, { recursive: true, force: true })
  mkdirSync(target, { recursive: true })
  npm('run', 'build')
  npm('pack', '--ignore-scripts', '--pack-destination', target)
  const packed = readdirSync(target).find((name) => name.endsWith('.tgz'))!
  execFileSync('tar', ['xzf', packed, '--strip-components=1'], { cwd: target })
}

function npm(...args: string[]): void {
  execFileSync('npm', ['--prefix', root, '--silent', ...args], { cwd: root, stdio: 'pipe' })
}
