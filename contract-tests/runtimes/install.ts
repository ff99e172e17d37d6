import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { programOf } from './matrix/runtime.ts'
import { run } from './stage/child.ts'

const limit = 600_000
const debian = [
  { name: 'chromium', programs: ['chromium', 'chromium-browser', 'google-chrome'] },
  { name: 'firefox-esr', programs: ['firefox-esr', 'firefox'] },
  { name: 'webkit2gtk-driver', programs: ['WebKitWebDriver'] },
  { name: 'xvfb', programs: ['Xvfb'] },
]

/** Installs the runtimes that are missing, both kinds at once, and resolves to what could not be installed and why. */
export async function installRuntimes(mayUseApt: boolean): Promise<string[]> {
  const notices = await Promise.all([
    installPrivate().catch((error) => `The private package was not installed: ${error.message}`),
    installDebian(mayUseApt).catch((error) => `The browsers were not installed: ${error.message}`),
  ])
  return notices.filter((notice) => notice !== undefined)
}

async function installPrivate(): Promise<undefined> {
  const folder = import.meta.dirname
  const lock = await readFile(join(folder, 'package-lock.json'))
  const hash = createHash('sha256').update(lock).digest('hex')
  const mark = join(folder, 'node_modules/.installed-from')
  if ((await readFile(mark, 'utf8').catch(() => '')) === hash) return
  await run('npm', ['ci'], { cwd: folder, limit })
  await writeFile(mark, hash)
}

async function installDebian(mayUseApt: boolean): Promise<string | undefined> {
  const missing = debian.filter(({ programs }) => !programOf(...programs)).map(({ name }) => name)
  if (missing.length === 0) return
  if (!mayUseApt)
    return `Missing: ${missing.join(', ')}. \`npm run test:runtimes -- --install\`, as root on Debian, installs them.`
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  const options = ['-qq', '-o', 'DPkg::Lock::Timeout=300']
  await run('apt-get', ['update', ...options], { env, limit })
  await run('apt-get', ['install', '-y', '--no-install-recommends', ...options, ...missing], { env, limit })
}
