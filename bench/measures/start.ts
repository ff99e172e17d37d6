import { build } from 'esbuild'
import { type Figures, names } from '../clients/index.ts'
import { node } from './child.ts'
import { interleave } from './interleave.ts'

const program = (name: string) => `
  import { connect } from './clients/${name}.ts'
  connect({ baseUrl: 'https://api.cloudflare.com/client/v4', accountId: 'a', token: 't', fetch })`

/** Milliseconds from the start to the end of a process that imports the client and makes one. */
export async function timeOfStart(): Promise<Figures> {
  for (const name of names) {
    await build({
      stdin: { contents: program(name), resolveDir: new URL('..', import.meta.url).pathname },
      bundle: true,
      packages: 'external', // loaded by Node from node_modules, as a user's would be
      format: 'esm',
      platform: 'node',
      target: 'node20',
      outfile: `dist/start/${name}.js`,
      logLevel: 'error',
    })
  }
  await interleave(2, (name) => node(`dist/start/${name}.js`))
  return interleave(20, (name) => node(`dist/start/${name}.js`))
}
