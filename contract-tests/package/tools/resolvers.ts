import { equal } from 'node:assert/strict'
import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { mustRun, node } from '../command.ts'
import type { Manifest } from '../pack.ts'
import { check } from '../report.ts'

const tools = createRequire(import.meta.url)
const program = (name: string) => join(import.meta.dirname, 'programs', name)

/** What finds modules in a way of its own, in a project where npm has installed the package. */
export async function checkResolvers(project: string, manifest: Manifest, env: NodeJS.ProcessEnv): Promise<void> {
  await checkCommonJs(project, env)
  await checkEslint(project, manifest, env)
  await checkParcel(project, env)
}

/** TypeScript that is compiled to `require`, with the resolutions that such projects have; declarations are checked. */
async function checkCommonJs(project: string, env: NodeJS.ProcessEnv): Promise<void> {
  const resolutions = { node10: 'commonjs', node16: 'node16', nodenext: 'nodenext' }
  for (const [moduleResolution, module] of Object.entries(resolutions)) {
    const title = `TypeScript in CommonJS, moduleResolution ${moduleResolution}: compiles, and runs`
    await check(title, async () => {
      const folder = join(project, `commonjs-${moduleResolution}`)
      mkdirSync(folder, { recursive: true })
      cpSync(program('commonjs.cts'), join(folder, 'program.cts'))
      const lib = ['es2022', 'dom', 'dom.iterable']
      const compilerOptions = {
        strict: true,
        target: 'es2022',
        lib,
        types: [],
        resolveJsonModule: true,
        module,
        moduleResolution,
      }
      writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['program.cts'] }))
      await mustRun(process.execPath, [tools.resolve('typescript/bin/tsc'), '-p', folder], { cwd: folder, env })
      const { stdout } = await mustRun(process.execPath, ['program.cjs'], { cwd: folder, env })
      equal(stdout, 'true 3.1.1\n')
    })
  }
}

async function checkEslint(project: string, { name, exports }: Manifest, env: NodeJS.ProcessEnv): Promise<void> {
  await check('eslint-plugin-import finds every entry, and every name that is imported from it', async () => {
    const folder = join(project, 'eslint')
    mkdirSync(folder, { recursive: true })
    const plugin = JSON.stringify(tools.resolve('eslint-plugin-import'))
    const rules = { 'import/no-unresolved': 'error', 'import/named': 'error', 'import/default': 'error' }
    const config = `import plugin from ${plugin}
export default [{ plugins: { import: plugin }, rules: ${JSON.stringify(rules)}, settings: { 'import/ignore': [] } }]`
    writeFileSync(join(folder, 'eslint.config.js'), config)
    const entries = Object.keys(exports).map((entry) => `import '${name}${entry.slice(1)}'`)
    writeFileSync(
      join(folder, 'index.js'),
      `import { createClient } from '${name}'\nimport { createMock } from '${name}/mock'\n${entries.join('\n')}\n`,
    )
    const { code, text } = await node([join(tools.resolve('eslint/package.json'), '../bin/eslint.js'), 'index.js'], {
      cwd: folder,
      env,
    })
    equal(code, 0, text)
  })
}

async function checkParcel(project: string, env: NodeJS.ProcessEnv): Promise<void> {
  await check('Parcel as it comes bundles the main entry and its sub-paths', async () => {
    const folder = join(project, 'parcel')
    mkdirSync(folder, { recursive: true })
    const manifest = {
      private: true,
      targets: {
        main: {
          context: 'node',
          outputFormat: 'commonjs',
          includeNodeModules: true,
          engines: { node: '>= 20' },
          source: 'index.js',
          distDir: 'out',
        },
      },
      main: 'out/index.js',
    }
    writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest))
    const lines = [
      "import { createClient, NotFoundError } from 'cloudflare-mcp-portals'",
      "import { contractFetch } from 'cloudflare-mcp-portals/contract'",
      "import { createMock } from 'cloudflare-mcp-portals/mock'",
      "import spec from 'cloudflare-mcp-portals/openapi.json'",
      "const mcp = createClient({ accountId: 'any', apiToken: 'any', baseUrl: 'http://localhost', fetch: contractFetch(createMock().fetch) })",
      "mcp.servers.read('nothing').catch((error) => console.log(error instanceof NotFoundError, spec.openapi))",
    ]
    writeFileSync(join(folder, 'index.js'), lines.join('\n'))
    const parcel = join(tools.resolve('parcel/package.json'), '../lib/bin.js')
    await mustRun(process.execPath, [parcel, 'build', '--no-cache', '--no-source-maps'], { cwd: folder, env })
    const { stdout } = await mustRun(process.execPath, ['out/index.js'], { cwd: folder, env })
    equal(stdout, 'true 3.1.1\n')
  })
}
