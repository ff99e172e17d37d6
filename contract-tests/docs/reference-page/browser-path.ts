import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const known = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** Where a Chromium is on this machine; installs Debian's in CI. A machine without one fails: no check is left out. */
export function browserPath(): string {
  return installed() ?? installedNow()
}

function installed(): string | undefined {
  const given = process.env.CHROMIUM_PATH
  return given ?? known.find((path) => existsSync(path))
}

function installedNow(): string {
  if (!process.env.CI || process.getuid?.() !== 0) {
    throw new Error('No Chromium: install one (apt-get install chromium), or name it in CHROMIUM_PATH')
  }
  for (const args of [['update'], ['install', '--yes', '--no-install-recommends', 'chromium']]) {
    const { status } = spawnSync('apt-get', ['-qq', '-o', 'DPkg::Lock::Timeout=300', ...args], {
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    if (status !== 0) throw new Error(`apt-get ${args.join(' ')} failed`)
  }
  const path = installed()
  if (!path) throw new Error('apt-get installed no Chromium')
  return path
}
