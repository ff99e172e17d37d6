import { promisify } from 'node:util'
import * as zlib from 'node:zlib'
import { type Body, maxBody } from '../contract/body.ts'

/** A copy of a body that passes. */
export class Capture {
  readonly #limit: number
  #chunks: Buffer[] = []
  #size = 0

  /** @param limit Bytes that are kept; of a longer body none is. */
  constructor(limit: number) {
    this.#limit = limit
  }

  add(chunk: Buffer): void {
    this.#size += chunk.length
    if (this.#size <= this.#limit) this.#chunks.push(chunk)
    else this.#chunks = []
  }

  /** The body without its content encoding. */
  async decode(contentEncoding: string): Promise<Body> {
    if (this.#size > this.#limit) return 'unread'
    if (this.#size === 0) return undefined
    let body: Buffer = Buffer.concat(this.#chunks)
    try {
      for (const encoding of contentEncoding.toLowerCase().split(',').reverse())
        body = await decode(encoding.trim(), body)
      return body
    } catch {
      return 'unread'
    }
  }
}

const { brotliDecompress, gunzip, inflate, inflateRaw, zstdDecompress } = zlib
const limit = { maxOutputLength: maxBody }

async function decode(encoding: string, body: Buffer): Promise<Buffer> {
  switch (encoding) {
    case '':
    case 'identity':
      return body
    case 'gzip':
    case 'x-gzip':
      return promisify(gunzip)(body, limit)
    case 'deflate':
      // By the standard it is zlib; some servers send it bare.
      return promisify(inflate)(body, limit).catch(() => promisify(inflateRaw)(body, limit))
    case 'br':
      return promisify(brotliDecompress)(body, limit)
    case 'zstd':
      return promisify(zstdDecompress)(body, limit) // Node 20 has none, and throws.
    default:
      throw new Error(encoding)
  }
}
