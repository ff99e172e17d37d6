/** Builds the reference page of each edition: one file that needs no server and no network, with a link to the other. */
import { execFile } from 'node:child_process'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { promisify } from 'node:util'

const root = join(import.meta.dirname, '..')

/** Where the pages are written, in a folder that can be published as it is. */
const folder = join(root, 'reports/docs')
export const page = join(folder, 'index.html')
export const latestPage = join(folder, 'latest.html')

export async function buildPages(): Promise<void> {
  await buildPage('generated', page, { href: 'latest.html', name: 'The API as it is today' })
  await buildPage('generated/latest', latestPage, { href: 'index.html', name: 'Exactly what the reference documents' })
}

async function buildPage(spec: string, file: string, other: { href: string; name: string }): Promise<void> {
  const document = JSON.parse(await readFile(join(root, spec, 'openapi.json'), 'utf8'), withoutRepeats)
  const source = file.replace(/html$/, 'json')
  await mkdir(folder, { recursive: true })
  await writeFile(source, JSON.stringify(document))
  const redocly = join(root, 'node_modules/@redocly/cli/bin/cli.js')
  const options = ['--inlineBundle', '--template', 'scripts/docs.hbs', '--output', file]
  options.push('--templateOptions.description', document.info.description.split('. ')[0])
  options.push('--templateOptions.href', other.href, '--templateOptions.other', other.name)
  await promisify(execFile)(process.execPath, [redocly, 'build-docs', source, ...options], {
    cwd: root,
  })
  await writeFile(file, selfContained(await readFile(file, 'utf8')))
  await rm(source)
}

/** A parameter has an example for each named response, for tools that pair them. A person wants each value once. */
function withoutRepeats(key: string, value: unknown): unknown {
  if (key !== 'examples' || typeof value !== 'object' || value === null || Array.isArray(value)) return value
  const seen = new Set<string>()
  const isNew = (example: unknown) => seen.size < seen.add(JSON.stringify(example)).size
  return Object.fromEntries(Object.entries(value).filter(([, example]) => isNew(example)))
}

/** Mends what of Redoc's page works only on a web server with the internet behind it. */
function selfContained(html: string): string {
  // It loads its logo from its maker's host, whatever its options say. Its name does as well.
  const logo = `data:image/svg+xml,${encodeURIComponent(
    '<svg xmlns="http://www.w3.org/2000/svg" width="34" height="12"><text y="10" font-family="sans-serif" font-size="11" fill="#2467f2">Redoc</text></svg>',
  )}`
  const offline = replaced(html, /https:\/\/cdn\.redoc\.ly\/redoc\/logo-mini(-full)?\.svg/g, logo)
  // The links that it draws beforehand lead to the root of the host; those that it draws in the browser begin with #.
  const script = offline.indexOf('<script type="module">')
  return replaced(offline.slice(0, script), / href="\/(?!\/)/g, ' href="#/') + offline.slice(script)
}

/** An update of Redoc may make a mending superfluous: then it is to go, not to stay unnoticed. */
function replaced(text: string, pattern: RegExp, by: string): string {
  if (!pattern.test(text)) throw new Error(`Redoc's page no longer holds ${pattern}; see scripts/docs.ts`)
  return text.replaceAll(pattern, () => by)
}

if (import.meta.main) {
  await buildPages()
  for (const file of [page, latestPage]) {
    const { length } = await readFile(file)
    console.log(`${relative(process.cwd(), file)}: ${(length / 1e6).toFixed(1)} MB, open it in a browser`)
  }
}
