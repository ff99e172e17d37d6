import type { IncomingMessage, ServerResponse } from 'node:http'
import { maxBody } from '../contract/body.ts'
import type { Finding } from '../contract/check.ts'
import { toSentence } from '../contract/finding.ts'
import type { Exchange } from './forward.ts'

/** Reads the body of a request before it is handed on; of one that is too long to be checked only the beginning. */
export function readAhead(exchange: Exchange, message: IncomingMessage, response: ServerResponse): Promise<Buffer> {
  if (message.headers.expect !== undefined) response.writeContinue()
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    const end = () => {
      message.off('data', add)
      message.pause()
      resolve(Buffer.concat(chunks))
    }
    const add = (chunk: Buffer) => {
      exchange.requestBody.add(chunk)
      chunks.push(chunk)
      size += chunk.length
      if (size > maxBody) end()
    }
    message.on('data', add)
    message.once('end', () => {
      exchange.requestIsWhole = true
      end()
    })
    message.once('error', reject)
  })
}

/** Responds as the API does to a request that it does not accept. */
export function refuse(response: ServerResponse, violations: Finding[]): void {
  const errors = violations.map((violation) => ({
    code: 7001,
    message: `Refused by the proxy: ${toSentence(violation)}`,
  }))
  const body = JSON.stringify({ success: false, errors, messages: [], result: null })
  response.writeHead(400, { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) }).end(body)
}
