import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type LocalServer, startHttpServer } from '../../support/http-server.ts'

const types: Record<string, string> = {
  html: 'text/html',
  js: 'text/javascript',
  mjs: 'text/javascript',
  json: 'application/json',
}

/** Hands out the files of installed packages as unpkg does: without a file, the one that the field `unpkg` names. */
export function startCdn(modules: string): Promise<LocalServer> {
  return startHttpServer(async ({ url }, response) => {
    response.setHeader('access-control-allow-origin', '*')
    const [, name = '', file = ''] = /^\/([^/]+)(\/.*)?$/.exec(url) ?? []
    if (file) return send(response, join(modules, name, file))
    const manifest = JSON.parse(await readFile(join(modules, name, 'package.json'), 'utf8').catch(() => '{}'))
    response.writeHead(302, { location: `/${name}/${join(manifest.unpkg ?? 'no-field-unpkg')}` }).end()
  })
}

/** Serves the pages of a folder under a policy that forbids eval, inline scripts, and every address but the given ones. */
export function startPages(folder: string, cdn: string, servers: string[]): Promise<LocalServer> {
  return startHttpServer(async ({ url }, response) => {
    const nonce = Math.random().toString(36).slice(2)
    const policy = [
      "default-src 'none'",
      'img-src data:',
      `script-src 'self' ${cdn} 'nonce-${nonce}'`,
      `connect-src 'self' ${servers.join(' ')}`,
    ]
    response.setHeader('content-security-policy', policy.join('; '))
    await send(response, join(folder, url), { CDN: cdn, NONCE: nonce })
  })
}

async function send(
  response: Parameters<Parameters<typeof startHttpServer>[0]>[1],
  file: string,
  replacements: Record<string, string> = {},
): Promise<void> {
  const content = await readFile(file, 'utf8').catch(() => undefined)
  const type = types[file.split('.').at(-1) ?? '']
  if (content === undefined || !type) return void response.writeHead(404).end()
  const filled = Object.entries(replacements).reduce(
    (text, [mark, value]) => (type === 'text/html' ? text.replaceAll(mark, value) : text),
    content,
  )
  response.writeHead(200, { 'content-type': `${type}; charset=utf-8` }).end(filled)
}
