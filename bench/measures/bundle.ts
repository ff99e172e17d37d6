import { gzipSync } from 'node:zlib'
import { build, type Plugin } from 'esbuild'
import { type Figures, figuresOf, type Name } from '../clients/index.ts'

const program = (name: Name) => `
  import { connect, create, list } from './clients/${name}.ts'
  const client = connect({ baseUrl: 'https://api.cloudflare.com/client/v4', accountId: 'a', token: 't', fetch })
  for await (const { hostname } of list(client)) console.log(hostname)
  console.log(await create(client, { id: 'engineering', name: 'Engineering', hostname: 'mcp.example.com' }))`

/** Bytes of a browser's program that lists and creates, minified and gzipped. */
export function sizeOfBundles(): Promise<Figures> {
  return figuresOf((name) => sizeOfProgram(program(name), new URL('..', import.meta.url).pathname))
}

/** Bytes of a program for browsers, minified and gzipped. */
export async function sizeOfProgram(contents: string, resolveDir: string, plugins: Plugin[] = []): Promise<number> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir, loader: 'ts' },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    write: false,
    logLevel: 'error',
    plugins,
  })
  return gzipSync(outputFiles[0]!.contents, { level: 9 }).length
}
