/**
 * Decides what a push to main is for, as `mode=…` for GitHub's outputs: `version` while there are changesets, `publish`
 * when the version of package.json has no tag yet, else `none`.
 */
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'

const { version } = JSON.parse(readFileSync('package.json', 'utf8'))
const hasChangesets = readdirSync('.changeset').some((file) => file.endsWith('.md') && file !== 'README.md')
const isReleased = execFileSync('git', ['tag', '--list', `v${version}`], { encoding: 'utf8' }).trim() !== ''

function mode(): string {
  if (hasChangesets) return 'version'
  return isReleased || version === '0.0.0' ? 'none' : 'publish'
}

console.log(`mode=${mode()}\nversion=${version}`)
