import { join } from 'node:path'
import { type Bench, copyExample, root } from '../stage/bench.ts'
import { run } from '../stage/child.ts'
import { check, checkExample, printed, privateProgram, type Runtime, versionOf } from './runtime.ts'

const platform = `${process.platform}-${process.arch}`

export const nodes: Runtime[] = [
  node('Node 20', privateProgram(`node20-${platform}/bin/node`)),
  node('Node 22', privateProgram(`node22-${platform}/bin/node`)),
  node('Node 24', privateProgram(`node24-${platform}/bin/node`)),
  node('Node 26', join(root, 'node_modules/node/bin/node')),
]

function node(name: string, program: string | undefined): Runtime {
  return { name, how: 'npm install', program, version: versionOf, run: runInNode }
}

async function runInNode(program: string, bench: Bench) {
  const cwd = await bench.installed()
  const inNode = (...args: string[]) => run(program, args, { cwd, env: bench.environment })
  return {
    cases: printed(await inNode('main.js')),
    checks: [
      await check('require gives what import gives', async () => {
        const names = 'Object.keys(lib).sort().join()'
        const required = await inNode(
          '--input-type=commonjs',
          '-p',
          `const lib = require('cloudflare-mcp-portals'); ${names}`,
        )
        const imported = await inNode(
          '--input-type=module',
          '-e',
          `import * as lib from 'cloudflare-mcp-portals'; console.log(${names})`,
        )
        const without = required.replace('__esModule,', '')
        if (!imported.includes('createClient') || without !== imported) throw new Error(`${required} / ${imported}`)
      }),
      await checkExample(
        'node',
        async () => {
          await copyExample('node/sync-servers.js', cwd)
          return inNode('sync-servers.js')
        },
        'Docs: ready',
        'Wiki: ready',
      ),
    ],
  }
}
