import { spawn } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { here } from '../../pack.ts'

/** An npm registry of this machine, which takes this package and hands everything else through. */
export interface Registry {
  url: string
  /** Allows to publish; of no use anywhere else. */
  token: string
  close(): void
}

/** Starts Verdaccio on 127.0.0.1, with its files in a folder. */
export async function startRegistry(folder: string, upstream: string, name: string): Promise<Registry> {
  mkdirSync(folder, { recursive: true })
  const access = '$all'
  const config = {
    storage: join(folder, 'storage'),
    auth: { htpasswd: { file: join(folder, 'htpasswd') } },
    uplinks: { upstream: { url: upstream, cache: true } },
    packages: { [name]: { access, publish: '$authenticated' }, '**': { access, proxy: 'upstream' } },
    log: { type: 'stdout', format: 'json', level: 'error' },
    web: { enable: false },
  }
  const file = join(folder, 'config.yaml')
  writeFileSync(file, JSON.stringify(config)) // YAML contains JSON.
  const url = `http://127.0.0.1:${await freePort()}`
  const program = join(here, 'node_modules/verdaccio/bin/verdaccio')
  const child = spawn(process.execPath, [program, '--config', file, '--listen', url], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  try {
    return { url, token: await signUp(url), close: () => child.kill() }
  } catch (error) {
    child.kill()
    throw error
  }
}

/** Makes a user, as soon as the registry is there. */
async function signUp(url: string): Promise<string> {
  const user = { name: 'rehearsal', password: 'of-no-use-anywhere' }
  const deadline = Date.now() + 60_000
  for (;;) {
    try {
      const response = await fetch(`${url}/-/user/org.couchdb.user:${user.name}`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(user),
      })
      const { token } = await response.json()
      if (typeof token === 'string') return token
      throw new Error(`The registry made no user: ${response.status}`)
    } catch (error) {
      if (Date.now() > deadline) throw error
      await wait(200)
    }
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
