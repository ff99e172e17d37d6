import { deepEqual, ok } from 'node:assert/strict'
import { readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { run } from './command.ts'
import { here, namedFiles, type Packed, root } from './pack.ts'
import { check } from './report.ts'

/** Bytes, by the name that the README quotes them under. */
export type Sizes = Record<string, number>

interface Measured {
  name: string
  passed: boolean
  size: number
  sizeLimit: number
}

/** Measures what a user's users load, against the budgets of .size-limit.json. */
export async function checkBudgets({ manifest }: Packed, project: string, env: NodeJS.ProcessEnv): Promise<Sizes> {
  // size-limit finds its plugins from here, and the programs that it measures find the installed package from here.
  const link = join(here, 'node_modules', manifest.name)
  rmSync(link, { recursive: true, force: true })
  symlinkSync(join(project, 'node_modules', manifest.name), link)
  const { stdout, text } = await run(join(here, 'node_modules/.bin/size-limit'), ['--json'], { cwd: here, env })
  rmSync(link)
  const measured: Measured[] = stdout.startsWith('[') ? JSON.parse(stdout) : []
  await check('every module that users load has a budget', () => {
    const modules = Object.keys(namedFiles(manifest)).filter((name) => /^exports \S+ default$|^unpkg$/.test(name))
    deepEqual(measured.length, modules.length, text)
  })
  for (const { name, size, sizeLimit } of measured) {
    await check(`${name} is within its budget: ${size} of ${sizeLimit} bytes, gzipped`, () => ok(size <= sizeLimit))
  }
  return Object.fromEntries(measured.map(({ name, size }) => [name, size]))
}

const quotation = /<!-- size:(\w+) -->(.*?)<!-- \/size -->/g

/** As the README quotes it: kB are 1000 bytes. */
export function quoted(bytes: number): string {
  const kilobytes = bytes / 1000
  return `${kilobytes < 100 ? kilobytes.toFixed(1) : Math.round(kilobytes)} kB`
}

/** Compares what the README in a folder quotes. */
export async function checkReadme(sizes: Sizes, folder = root): Promise<void> {
  const found = [...readFileSync(join(folder, 'README.md'), 'utf8').matchAll(quotation)]
  await check('the README quotes the size of the main entry, between <!-- size:main --> and <!-- /size -->', () => {
    ok(found.some(([, name]) => name === 'main'))
  })
  await check('the README quotes sizes as they were measured (--write writes them)', () => {
    const wrong = found.filter(([, name = '', text]) => text !== quoted(sizes[name] ?? Number.NaN))
    deepEqual(
      wrong.map(([, name = '', text]) => `${name}: ${text}, measured ${quoted(sizes[name] ?? Number.NaN)}`),
      [],
    )
  })
}

/** Puts the measured sizes between the marks of the README. */
export function writeReadme(sizes: Sizes, folder = root): void {
  const file = join(folder, 'README.md')
  const text = readFileSync(file, 'utf8').replace(quotation, (whole, name: string) => {
    const size = sizes[name]
    return size === undefined ? whole : `<!-- size:${name} -->${quoted(size)}<!-- /size -->`
  })
  writeFileSync(file, text)
}
