/** A server on loopback in a process of its own, so that it does not take time from the client that is measured. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { portalResponse } from './stub.ts'

const headers = { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(portalResponse) }
const server = createServer((_, response) => response.writeHead(200, headers).end(portalResponse))
server.listen(0, '127.0.0.1', () => process.send!((server.address() as AddressInfo).port))
