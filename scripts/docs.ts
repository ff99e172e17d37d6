/** Builds the reference page from the published description: one file that needs no other, no server and no network. */
import { execFile } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { promisify } from 'node:util'

const root = join(import.meta.dirname, '..')

/** Where the page is written, in a folder that can be published as it is. */
export const page = join(root, 'reports/docs/index.html')

export async function buildPage(): Promise<void> {
  const { info } = JSON.parse(await readFile(join(root, 'generated/openapi.json'), 'utf8'))
  const redocly = join(root, 'node_modules/@redocly/cli/bin/cli.js')
  const options = ['--inlineBundle', '--template', 'scripts/docs.hbs', '--output', page]
  options.push('--templateOptions.description', info.description.split('. ')[0])
  await promisify(execFile)(process.execPath, [redocly, 'build-docs', 'generated/openapi.yaml', ...options], {
    cwd: root,
  })
  await writeFile(page, selfContained(await readFile(page, 'utf8')))
}

/** Mends what of Redoc's page works only on a web server with the internet behind it. */
function selfContained(html: string): string {
  // It loads its logo from its maker's host, whatever it is told. Its name does as well.
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
  await buildPage()
  const { length } = await readFile(page)
  console.log(`${relative(process.cwd(), page)}: ${(length / 1e6).toFixed(1)} MB, open it in a browser`)
}
