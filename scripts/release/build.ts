/**
 * `npm run release:build`: writes everything that a release has into reports/release, for a job that only uploads it:
 * the tarball, its SBOM (CycloneDX), the spec's files, the notes of the version, and the checksums of them all.
 */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readBuiltIn } from '../third-party.ts'

const folder = join('reports', 'release')
const { name, version } = JSON.parse(readFileSync('package.json', 'utf8'))

function npm(...words: string[]): string {
  return execFileSync('npm', words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] })
}

interface Component {
  name: string
  version: string
}

/** What the installed package consists of: its dependencies, and what is built into it. */
function writeSbom(): void {
  const of = (...omit: string[]) =>
    JSON.parse(npm('sbom', '--package-lock-only', ...omit, '--sbom-format', 'cyclonedx', '--sbom-type', 'library'))
  const sbom = of('--omit', 'dev')
  const toName = ({ name, version }: Component) => `${name}@${version}`
  const installed = sbom.components.map(toName)
  const builtIn = new Set(readBuiltIn().filter((each) => !installed.includes(each)))
  const all: Component[] = of().components
  sbom.components.push(...all.filter((each) => builtIn.delete(toName(each))))
  if (builtIn.size > 0) throw new Error(`the lockfile does not have ${[...builtIn]}`)
  sbom.metadata.component.name = name // npm takes the name of the folder.
  writeFileSync(join(folder, `${name}-${version}.cdx.json`), `${JSON.stringify(sbom, null, 2)}\n`)
}

/** The section of the changelog about this version. */
function notes(): string {
  const changelog = readFileSync('CHANGELOG.md', 'utf8')
  const section = changelog.split(/^## /m).find((text) => text.startsWith(`${version}\n`))
  if (section === undefined) throw new Error(`CHANGELOG.md has no section ${version}: run release:version first`)
  return section.slice(version.length).trim()
}

rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })
writeFileSync(join(folder, 'notes.md'), `${notes()}\n`)
// npm's provenance compares this with the repository that publishes.
const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository } = process.env
if (repository) npm('pkg', 'set', 'repository.type=git', `repository.url=git+${server}/${repository}.git`)
npm('pack', '--pack-destination', folder)
writeSbom()
for (const file of ['openapi.yaml', 'openapi.json', 'openapi-3.0.json']) {
  copyFileSync(join('generated', file), join(folder, file))
  // The assets of a release lie in one folder.
  copyFileSync(join('generated/latest', file), join(folder, `latest-${file}`))
}
const sums = readdirSync(folder)
  .filter((file) => file !== 'notes.md')
  .map(
    (file) =>
      `${createHash('sha256')
        .update(readFileSync(join(folder, file)))
        .digest('hex')}  ${file}\n`,
  )
writeFileSync(join(folder, 'SHA256SUMS'), sums.join(''))
console.log(sums.join(''))
