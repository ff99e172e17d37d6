import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Outcome } from '../cases/index.ts'
import { maxArrivals } from '../max-arrivals.ts'
import { type Bench, copyExample } from '../stage/bench.ts'
import { run, start } from '../stage/child.ts'
import { check, privateProgram, type Runtime, versionOf } from './runtime.ts'

const workerd = {
  how: 'npm install, esbuild',
  program: privateProgram('.bin/workerd'),
  version: (program: string) => versionOf(program, /\d{4}-\d\d-\d\d/),
}
// By its present defaults a Worker has `process` and `Buffer`, as with the flag nodejs_compat before; this takes them away.
const withoutNode = '"no_nodejs_compat", "no_nodejs_compat_v2"'

export const workers: Runtime[] = [
  {
    ...workerd,
    name: 'workerd',
    run: async (_, bench) => ({ cases: await runCases(bench, 'worker', ''), checks: await checkProxy(bench) }),
  },
  {
    ...workerd,
    name: 'workerd, no Node APIs',
    run: async (_, bench) => ({ cases: await runCases(bench, 'worker-without-node', withoutNode), checks: [] }),
  },
]

async function runCases(bench: Bench, name: string, flags: string): Promise<Outcome[]> {
  const folder = await bundled(bench, name, flags, 'worker.js')
  return withWorker(folder, bench.environment, async (url) => (await fetch(url)).json() as Promise<Outcome[]>)
}

async function checkProxy(bench: Bench): Promise<Outcome[]> {
  const page = 'http://page.example.com'
  const path = '/accounts/any/access/ai-controls/mcp/portals'
  return [
    await check('examples/worker adds the token that it holds as a secret', () =>
      withProxy(bench, page, `${bench.faults}/three-pages/proxy`, async (url) => {
        const response = await fetch(url + path)
        const [request] = (await (await fetch(`${bench.faults}/seen/proxy`)).json()) as { headers: Headers }[]
        const { authorization } = { ...request?.headers } as Record<string, unknown>
        const found = [response.status, response.headers.get('access-control-allow-origin'), authorization].join()
        if (found !== `200,${page},Bearer the-secret`) throw new Error(`found ${found}`)
      }),
    ),
    await check('examples/worker hands on a refusal, and refuses what changes', () =>
      withProxy(bench, page, `${bench.faults}/status-403/refused`, async (url) => {
        const refused = await fetch(url + path)
        const changing = await fetch(url + path, { method: 'POST', body: '{}' })
        const found = `${refused.status} ${await refused.text()} ${changing.status}`
        const shouldBe = '403 {"success":false,"errors":[{"code":1000,"message":"No"}],"messages":[]} 405'
        if (found !== shouldBe) throw new Error(`found ${found}`)
      }),
    ),
  ]
}

/** Runs examples/worker between a page and a server, for as long as `use` takes. */
export async function withProxy<T>(
  bench: Bench,
  page: string,
  baseUrl: string,
  use: (url: string) => Promise<T>,
): Promise<T> {
  const folder = await bundled(bench, 'proxy', '', 'proxy.ts')
  const secret = { CLOUDFLARE_API_TOKEN: 'the-secret', CLOUDFLARE_BASE_URL: baseUrl, PAGE_ORIGIN: page }
  return withWorker(folder, { ...bench.environment, ...secret }, use)
}

/** A folder inside the project that has installed the package, with a Worker bundled by esbuild's defaults. */
async function bundled(bench: Bench, name: string, flags: string, entry: string): Promise<string> {
  await bench.installed()
  const facts = { hasEnvironment: flags !== withoutNode, hidesRedirects: false, maxArrivals: maxArrivals.Workers }
  const folder = await bench.folder(join('npm', name), facts, ['worker.js', 'workerd.capnp'])
  if (entry === 'proxy.ts') await copyExample('worker/proxy.ts', folder)
  const esbuild = privateProgram('.bin/esbuild')
  if (!esbuild) throw new Error('esbuild is not installed')
  await run(esbuild, [entry, '--bundle', '--format=esm', '--outfile=bundle.js'], { cwd: folder })
  const config = join(folder, 'workerd.capnp')
  await writeFile(config, (await readFile(config, 'utf8')).replace('COMPATIBILITY_FLAGS', flags))
  return folder
}

async function withWorker<T>(
  folder: string,
  environment: Record<string, string>,
  use: (url: string) => Promise<T>,
): Promise<T> {
  const arguments_ = ['serve', join(folder, 'workerd.capnp'), '--control-fd=3']
  const daemon = start(String(workerd.program), arguments_, environment)
  try {
    return await use(`http://127.0.0.1:${await daemon.control(/"port":(\d+)/)}`)
  } finally {
    await daemon.stop()
  }
}
