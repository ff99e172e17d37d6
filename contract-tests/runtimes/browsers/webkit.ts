import { type AddressInfo, createServer } from 'node:net'
import { type Daemon, start } from '../stage/child.ts'
import type { Driver } from './driver.ts'

const elementKey = 'element-6066-11e4-a52e-4f735466cecf'

/** Drives WebKitGTK's MiniBrowser by WebDriver, on a display of its own, because it knows no headless mode. */
export async function webkit(driverProgram: string, miniBrowser: string, xvfb: string): Promise<Driver> {
  const daemons: Daemon[] = []
  const stop = async () => {
    for (const daemon of daemons.reverse()) await daemon.stop()
  }
  try {
    const screen = start(xvfb, ['-displayfd', '3', '-screen', '0', '1280x900x24', '-nolisten', 'tcp'], {})
    daemons.push(screen)
    const display = `:${await screen.control(/^(\d+)\n/m)}`
    const port = await freePort()
    daemons.push(start(driverProgram, [`--port=${port}`, '--host=127.0.0.1'], { DISPLAY: display }))
    const capabilities = { 'webkitgtk:browserOptions': { binary: miniBrowser, args: ['--automation'] } }
    const session = await connect(`http://127.0.0.1:${port}`, { capabilities: { alwaysMatch: capabilities } })
    return driverOf(session, stop)
  } catch (error) {
    await stop()
    throw error
  }
}

function driverOf(session: string, stop: () => Promise<void>): Driver {
  const elementOf = async (selector: string) => {
    const found = await send(`${session}/element`, { using: 'css selector', value: selector })
    return `${session}/element/${(found as Record<string, string>)[elementKey]}`
  }
  return {
    open: async (url) => void (await send(`${session}/url`, { url })),
    evaluate: (expression) => send(`${session}/execute/sync`, { script: `return (${expression})`, args: [] }),
    type: async (selector, text) => {
      const element = await elementOf(selector)
      await send(`${element}/clear`, {})
      if (text) await send(`${element}/value`, { text })
    },
    click: async (selector) => void (await send(`${await elementOf(selector)}/click`, {})),
    close: async () => {
      await fetch(session, { method: 'DELETE', signal: AbortSignal.timeout(5_000) }).catch(() => {})
      await stop()
    },
  }
}

async function connect(url: string, body: object): Promise<string> {
  for (let tries = 1; ; tries++) {
    try {
      const session = await send(`${url}/session`, body)
      return `${url}/session/${(session as { sessionId: string }).sessionId}`
    } catch (error) {
      if (tries === 40) throw error
      await new Promise((resolve) => setTimeout(resolve, 250))
    }
  }
}

async function send(url: string, body: object): Promise<unknown> {
  const signal = AbortSignal.timeout(30_000)
  const response = await fetch(url, { method: 'POST', body: JSON.stringify(body), signal })
  const { value } = (await response.json()) as { value: { message?: string } }
  if (!response.ok) throw new Error(`WebDriver: ${value?.message ?? response.status}`)
  return value
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })
}
