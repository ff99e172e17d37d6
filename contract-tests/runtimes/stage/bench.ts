import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { rolldown } from 'rolldown'
import { startPrism } from '../../../scripts/prism.ts'
import { startArrivalsServer } from '../../support/arrivals-server.ts'
import { startFaultServer } from '../../support/fault-server.ts'
import { examplesForCases } from '../cases/examples.ts'
import { accountId, type RuntimeFacts, token } from '../cases/world.ts'
import { maxArrivals } from '../max-arrivals.ts'
import { run } from './child.ts'
import { packAll } from './pack.ts'
import { startRegistry } from './registry.ts'

export const root = join(import.meta.dirname, '../../..')
const programs = join(import.meta.dirname, '../programs')

/** What every runtime of the matrix works with: the packed package, the cases in one file, and the servers. */
export interface Bench {
  /** Version of the packed package. */
  version: string
  registry: string
  /** Prism. */
  mock: string
  faults: string
  arrivals: string
  /** With this in its environment a runtime reaches the mock. */
  environment: Record<string, string>
  /** Makes a folder of its own, with the cases and some of the programs in it. */
  folder(name: string, facts: RuntimeFacts, programs: string[]): Promise<string>
  /** The folder in which npm has installed the package, as in a project that uses it. */
  installed(): Promise<string>
  close(): Promise<void>
}

export async function startBench(): Promise<Bench> {
  const home = await mkdtemp(join(tmpdir(), 'runtimes-'))
  const removeHome = () => rm(home, { recursive: true, force: true })
  try {
    const [packages] = await Promise.all([packAll(root, home), bundleCases(join(home, 'cases.js'))])
    const [mock, faults, arrivals, registry] = await Promise.all([
      startPrism(),
      startFaultServer(),
      startArrivalsServer(),
      startRegistry(packages),
    ])
    return {
      ...benchIn(home, {
        mock: mock.url,
        faults: faults.url,
        arrivals: arrivals.url,
        registry: registry.url,
      }),
      version: packages[0]?.manifest.version ?? '',
      close: async () => {
        await Promise.all([mock.close(), faults.close(), arrivals.close(), registry.close()])
        await removeHome()
      },
    }
  } catch (error) {
    await removeHome()
    throw error
  }
}

function benchIn(home: string, urls: Pick<Bench, 'mock' | 'faults' | 'arrivals' | 'registry'>) {
  const examples = examplesForCases()
  const folder: Bench['folder'] = async (name, runtime, files) => {
    const path = join(home, name)
    await mkdir(path, { recursive: true })
    const world = { mockUrl: urls.mock, faultsUrl: urls.faults, arrivalsUrl: urls.arrivals, examples, runtime }
    await writeFile(join(path, 'world.json'), JSON.stringify(world))
    await cp(join(home, 'cases.js'), join(path, 'cases.js'))
    for (const file of files) await cp(join(programs, file), join(path, file))
    return path
  }
  let installed: Promise<string> | undefined
  return {
    ...urls,
    environment: { CLOUDFLARE_ACCOUNT_ID: accountId, CLOUDFLARE_API_TOKEN: token, CLOUDFLARE_BASE_URL: urls.mock },
    folder,
    installed: () => {
      installed ??= folder('npm', { hasEnvironment: true, hidesRedirects: false, maxArrivals: maxArrivals.Node }, [
        'main.js',
      ]).then((path) => npmInstall(path, home, urls.registry))
      return installed
    },
  }
}

async function bundleCases(file: string): Promise<void> {
  const bundle = await rolldown({ input: join(root, 'contract-tests/runtimes/cases/index.ts'), platform: 'neutral' })
  await bundle.write({ file })
  await bundle.close()
}

async function npmInstall(path: string, home: string, registry: string): Promise<string> {
  await writeFile(join(path, 'package.json'), '{ "private": true, "type": "module" }')
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error']
  const cache = join(home, 'npm-cache')
  await run('npm', ['install', 'cloudflare-mcp-portals', `--registry=${registry}`, `--cache=${cache}`, ...quiet], {
    cwd: path,
  })
  return path
}

/** Copies an example of the repository into a folder, with a replacement where an address has to be another one. */
export async function copyExample(example: string, folder: string, replace = (text: string) => text): Promise<void> {
  const text = await readFile(join(root, 'examples', example), 'utf8')
  await writeFile(join(folder, example.split('/').at(-1) as string), replace(text))
}
