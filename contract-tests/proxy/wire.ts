import type { AddressInfo } from 'node:net'
import { connect, createServer, type Server, type Socket } from 'node:net'

/** A message of HTTP/1.1 as it stands on the wire, its body without the framing. */
export interface Message {
  start: string
  headers: [name: string, value: string][]
  framing: 'none' | 'length' | 'chunked' | 'end'
  body: string
  trailers: [name: string, value: string][]
}

/** What reads the messages that come over a socket, one after another; it knows no more than the standard says. */
export class Reader {
  #bytes = Buffer.alloc(0)
  #wake: () => void = () => {}
  /** How the other side ended it: by closing its half, or by a reset. */
  end: 'closed' | 'reset' | undefined

  constructor(socket: Socket) {
    socket.on('data', (chunk: Buffer) => {
      this.#bytes = Buffer.concat([this.#bytes, chunk])
      this.#wake()
    })
    socket.on('end', () => this.#finish('closed'))
    socket.on('error', () => this.#finish('reset'))
    socket.on('close', () => this.#finish('closed'))
  }

  /** The next message; undefined if the socket ends before it is whole. `hasBody` is false where none may follow. */
  async next(hasBody = true): Promise<Message | undefined> {
    const head = await this.#until('\r\n\r\n')
    if (head === undefined) return undefined
    const [start = '', ...lines] = head.split('\r\n')
    const headers = lines.map(toField)
    const length = findValue(headers, 'content-length')
    const isResponse = start.startsWith('HTTP/')
    const isChunked = /chunked/i.test(findValue(headers, 'transfer-encoding') ?? '')
    const message: Message = { start, headers, framing: 'none', body: '', trailers: [] }
    if (!hasBody || /^HTTP\/1.1 (1..|204|304)/.test(start)) return message
    if (isChunked) return this.#chunks({ ...message, framing: 'chunked' })
    if (length !== undefined) {
      const body = await this.#take(Number(length))
      return body === undefined ? undefined : { ...message, framing: 'length', body }
    }
    if (!isResponse) return message
    const isWhole = (await this.ended()) === 'closed'
    return isWhole ? { ...message, framing: 'end', body: (await this.#take(this.#bytes.length)) ?? '' } : undefined
  }

  /** What has come and was not read. */
  get unread(): string {
    return this.#bytes.toString('latin1')
  }

  /** Waits until the other side ends it. */
  async ended(): Promise<'closed' | 'reset'> {
    while (this.end === undefined) await this.#more()
    return this.end
  }

  async #chunks(message: Message): Promise<Message | undefined> {
    for (;;) {
      const line = await this.#until('\r\n')
      if (line === undefined) return undefined
      const size = Number.parseInt(line, 16)
      if (size === 0) break
      const chunk = await this.#take(size + 2)
      if (chunk === undefined) return undefined
      message.body += chunk.slice(0, -2)
    }
    for (;;) {
      const line = await this.#until('\r\n')
      if (line === undefined) return undefined
      if (line === '') return message
      message.trailers.push(toField(line))
    }
  }

  async #until(mark: string): Promise<string | undefined> {
    for (;;) {
      const at = this.#bytes.indexOf(mark)
      if (at >= 0) return (await this.#take(at + mark.length))?.slice(0, -mark.length)
      if (this.end !== undefined) return undefined
      await this.#more()
    }
  }

  async #take(count: number): Promise<string | undefined> {
    while (this.#bytes.length < count) {
      if (this.end !== undefined) return undefined
      await this.#more()
    }
    const taken = this.#bytes.subarray(0, count).toString('latin1')
    this.#bytes = this.#bytes.subarray(count)
    return taken
  }

  #more(): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = resolve
    })
  }

  #finish(end: 'closed' | 'reset'): void {
    this.end ??= end
    this.#wake()
  }
}

function toField(line: string): [string, string] {
  const at = line.indexOf(':')
  return [line.slice(0, at), line.slice(at + 1).trim()]
}

export function findValue(headers: Message['headers'], wanted: string): string | undefined {
  return headers.find(([name]) => name.toLowerCase() === wanted)?.[1]
}

/** Opens a connection. */
export async function open(url: string): Promise<{ socket: Socket; reader: Reader }> {
  const { hostname, port } = new URL(url)
  const socket = connect({ host: hostname, port: Number(port), noDelay: true, allowHalfOpen: true })
  const reader = new Reader(socket)
  await new Promise((resolve) => socket.once('connect', resolve))
  return { socket, reader }
}

export interface RawServer {
  url: string
  close(): Promise<void>
}

/** A server that does with each connection what the test says. */
export async function serveRaw(handle: (socket: Socket, reader: Reader) => Promise<void>): Promise<RawServer> {
  const sockets = new Set<Socket>()
  const server: Server = createServer({ noDelay: true, allowHalfOpen: true }, (socket) => {
    sockets.add(socket)
    socket.on('error', () => {})
    handle(socket, new Reader(socket)).catch((error) => socket.destroy(error))
  })
  await new Promise<void>((resolve) => server.listen({ port: 0, host: '127.0.0.1', backlog: 4096 }, resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        for (const socket of sockets) socket.destroy()
      }),
  }
}
