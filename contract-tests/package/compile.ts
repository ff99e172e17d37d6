import { deepEqual, equal, ok } from 'node:assert/strict'
import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Finished, node } from './command.ts'
import { here, type Manifest } from './pack.ts'
import { check } from './report.ts'

/** Each uses the package as a consumer of one edition does. */
const programs = ['types.ts', 'latest.ts']
const compilers = ['5.9', '6', '7']
const resolutions = { bundler: 'esnext', nodenext: 'nodenext' }

/** Where a program may run: what of its runtime TypeScript knows. */
const runtimes: Record<string, { dom?: boolean; types: string[] }> = {
  'the DOM': { dom: true, types: [] },
  'node types': { types: ['node'] },
  'the DOM and node types': { dom: true, types: ['node'] },
}

interface Variant {
  compiler: string
  resolution: string
  dom?: boolean
  types: string[]
  skipLibCheck?: boolean
  /** The edition of JavaScript whose library is known. */
  edition?: string
}

/** Compiles a program that uses the installed package as consumers do, in every combination; `project` is npm's. */
export async function checkTypes(project: string, manifest: Manifest, env: NodeJS.ProcessEnv): Promise<void> {
  const compile = prepare(project, '@types/node', manifest, env)
  const compileOnNode20 = prepare(project, 'types-node-20', manifest, env)
  const checks = compilers.flatMap((compiler) =>
    Object.keys(resolutions).flatMap((resolution) => checksOf(compile, compiler, resolution)),
  )
  const newest = { compiler: '7', resolution: 'bundler' }
  const workers = { ...newest, types: ['@cloudflare/workers-types'] }
  checks.push(() => compiles(compile, 'the types of Cloudflare Workers', workers))
  // An older library has no ErrorOptions.
  const older = { ...newest, dom: true, types: [], edition: 'es2020' }
  checks.push(() => compiles(compile, 'the library of ES2020 and the DOM', older))
  checks.push(() => compiles(compileOnNode20, 'the types of Node 20', { ...newest, types: ['node'] }))
  // Two at a time: the machine has two cores.
  const worker = async () => {
    for (let next = checks.shift(); next; next = checks.shift()) await next()
  }
  await Promise.all([worker(), worker()])
}

/** Compiles the declarations of a module that exports clients, where pnpm has installed the package: each at a path of its own. */
export async function checkDeclarations(project: string, env: NodeJS.ProcessEnv): Promise<void> {
  const folder = join(project, 'declarations')
  mkdirSync(folder, { recursive: true })
  cpSync(join(here, 'programs/exported.ts'), join(folder, 'exported.ts'))
  const lib = ['es2022', 'dom', 'dom.iterable']
  const options = { strict: true, declaration: true, emitDeclarationOnly: true, outDir: 'out', types: [], lib }
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions: options, files: ['exported.ts'] }))
  for (const compiler of compilers) {
    for (const [moduleResolution, module] of Object.entries(resolutions)) {
      const title = titleOf({ compiler, resolution: moduleResolution, types: [] })
      await check(`${title}, in a project of pnpm: what a module exports of the package can be declared`, async () => {
        const tsc = join(here, `node_modules/typescript-${Number.parseInt(compiler, 10)}/bin/tsc`)
        const settings = ['--module', module, '--moduleResolution', moduleResolution]
        const { code, text } = await node([tsc, '--pretty', 'false', '-p', folder, ...settings], { cwd: folder, env })
        equal(code, 0, text)
      })
    }
  }
}

type Compile = (variant: Variant) => Promise<Finished>

function checksOf(compile: Compile, compiler: string, resolution: string): (() => Promise<void>)[] {
  const known = Object.entries(runtimes).map(
    ([name, runtime]) =>
      () =>
        compiles(compile, name, { compiler, resolution, ...runtime }),
  )
  return [...known, () => compilesWithoutRuntime(compile, { compiler, resolution, types: [] })]
}

function titleOf({ compiler, resolution }: Variant): string {
  return `TypeScript ${compiler}, moduleResolution ${resolution}`
}

function compiles(compile: Compile, runtime: string, variant: Variant): Promise<void> {
  return check(`${titleOf(variant)}, with ${runtime}: compiles, and refuses what is wrong`, async () => {
    const { code, text } = await compile(variant)
    equal(code, 0, text)
  })
}

/**
 * openapi-fetch and this package speak of Request, Response and their like. Without types of any runtime nothing says what
 * those are: TypeScript misses their names in the declarations, and nothing in a consumer's own program.
 */
async function compilesWithoutRuntime(compile: Compile, variant: Variant): Promise<void> {
  const title = `${titleOf(variant)}, without types of any runtime`
  await check(`${title}: misses only the names of fetch, and only in declarations`, async () => {
    const { code, stdout, text } = await compile(variant)
    ok(code !== 0, 'compiles: say so in the documentation')
    const problems = stdout.split('\n').filter((line) => line.includes('error TS'))
    const name = /Cannot find name '(Request|RequestInit|Response|Headers|AbortSignal|URL)'/
    // `typeof globalThis.fetch`, in openapi-fetch.
    const member = /openapi-fetch\/.*type 'typeof globalThis' has no index signature/
    const inDeclarations = /^node_modules\/(cloudflare-mcp-portals|openapi-fetch)\/dist\/.*\.d\.m?ts\(/
    const others = problems.filter((line) => !inDeclarations.test(line) || !(name.test(line) || member.test(line)))
    deepEqual(others, [], text)
    ok(problems.length > 0, text)
  })
  await check(`${title}: compiles with skipLibCheck, and refuses what is wrong`, async () => {
    const { code, text } = await compile({ ...variant, skipLibCheck: true })
    equal(code, 0, text)
  })
}

/** Lays out what is compiled in a project of its own, with what npm has installed and the types of runtimes. */
function prepare(installed: string, nodeTypes: string, manifest: Manifest, env: NodeJS.ProcessEnv): Compile {
  const project = join(installed, '../client/types', nodeTypes)
  const provide = (from: string, name: string) =>
    cpSync(join(from, 'node_modules', name), join(project, 'node_modules', name), { recursive: true })
  mkdirSync(project, { recursive: true })
  provide(installed, '')
  for (const name of ['undici-types', '@cloudflare/workers-types']) provide(here, name)
  cpSync(join(here, 'node_modules', nodeTypes), join(project, 'node_modules/@types/node'), { recursive: true })
  writeFileSync(join(project, 'package.json'), '{ "type": "module" }')
  for (const program of programs) cpSync(join(here, 'programs', program), join(project, program))
  writeFileSync(join(project, 'entries.ts'), importsOfEveryEntry(manifest))
  return (variant) => {
    const config = join(project, `tsconfig.${Object.values(variant).flat().join('-').replaceAll('/', '-')}.json`)
    writeFileSync(config, JSON.stringify(configOf(variant)))
    const compiler = `typescript-${Number.parseInt(variant.compiler, 10)}`
    return node([join(here, 'node_modules', compiler, 'bin/tsc'), '--pretty', 'false', '-p', config], {
      cwd: project,
      env,
    })
  }
}

function importsOfEveryEntry({ name, exports }: Manifest): string {
  const entries = Object.entries(exports).filter(([, target]) => !JSON.stringify(target).includes('.yaml"'))
  const lines = entries.map(([entry, target], index) =>
    typeof target === 'string'
      ? `import entry${index} from '${name}${entry.slice(1)}' with { type: 'json' }`
      : `import * as entry${index} from '${name}${entry.slice(1)}'`,
  )
  return [...lines, `export default [${lines.map((_, index) => `entry${index}`)}] satisfies object[]`].join('\n')
}

function configOf({ resolution, dom = false, types, skipLibCheck = false, edition = 'es2022' }: Variant): object {
  const compilerOptions = {
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    verbatimModuleSyntax: true,
    isolatedModules: true,
    resolveJsonModule: true,
    skipLibCheck,
    noEmit: true,
    target: 'es2022',
    lib: dom ? [edition, 'dom', 'dom.iterable'] : [edition],
    module: resolutions[resolution as keyof typeof resolutions],
    moduleResolution: resolution,
    types,
  }
  return { compilerOptions, files: [...programs, 'entries.ts'] }
}
