/**
 * Serves the page from a clone: `npm run build`, `npm run mock` in one terminal, `node examples/browser/serve.ts` in another.
 * A page of your own needs no such thing, but any web server.
 */
import { readFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

const page = new URL('./', import.meta.url)

/** Starts a server for the page, with the package's one file from the folder `dist`. */
export async function servePage(dist: URL, port: number): Promise<{ url: string; server: Server }> {
  const files: Record<string, [URL, string]> = {
    '/examples/browser/': [new URL('index.html', page), 'text/html'],
    '/examples/browser/page.css': [new URL('page.css', page), 'text/css'],
    '/examples/browser/page.js': [new URL('page.js', page), 'text/javascript'],
    '/dist/browser.js': [new URL('browser.js', dist), 'text/javascript'],
  }
  const server = createServer(async ({ url = '' }, response) => {
    const [file, type] = files[url.split('?', 1)[0] as string] ?? []
    const content = file && (await readFile(file).catch(() => undefined))
    if (!content) response.writeHead(404).end()
    else response.writeHead(200, { 'content-type': `${type}; charset=utf-8` }).end(content)
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/examples/browser/`, server }
}

if (import.meta.main) {
  const { url } = await servePage(new URL('../../dist/', page), 4011)
  console.log(`The page is on ${url}, for the mock of \`npm run mock\`. Ctrl-C stops it.`)
}
