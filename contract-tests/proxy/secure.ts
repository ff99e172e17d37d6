import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { generate, type SubjectAltNameEntry } from 'selfsigned'
import { onEnd } from './setup.ts'

/** Starts a server behind https, whose certificate is for that name and signed by nobody else; it ends with the test. */
export async function serveSecurely(name: string, body = '{}'): Promise<{ url: string; certificate: string }> {
  const notAfterDate = new Date(Date.now() + 86_400_000)
  const altNames: SubjectAltNameEntry[] = [{ type: 2, value: name }]
  const { private: key, cert } = await generate([{ name: 'commonName', value: name }], {
    notAfterDate,
    extensions: [{ name: 'subjectAltName', altNames }],
  })
  const server = createServer({ key, cert }, (_, response) => {
    response.setHeader('content-type', 'application/json').end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onEnd(async () => {
    server.closeAllConnections()
    server.close()
  })
  return { url: `https://localhost:${(server.address() as AddressInfo).port}`, certificate: cert }
}
