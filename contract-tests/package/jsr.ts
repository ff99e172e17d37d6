import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { stageLatest } from '../../scripts/stage-latest.ts'
import { type Finished, run } from './command.ts'
import { type Manifest, root } from './pack.ts'
import { check } from './report.ts'

/** Does all of a publication to JSR but the upload, from the copy of the repository. */
export async function checkJsr(copy: string, manifest: Manifest, env: NodeJS.ProcessEnv): Promise<void> {
  const script = join(root, 'scripts/release/jsr.ts')
  const publish = (scope: string) =>
    run(process.execPath, [script, '--dry-run'], { cwd: copy, env: { ...env, JSR_SCOPE: scope } })
  const { exports, ...rest } = JSON.parse(readFileSync(join(copy, 'jsr.json'), 'utf8'))

  await check('jsr.json leaves the version to package.json, and the scope to whoever publishes', () => {
    ok(!('version' in rest) && !('name' in rest))
  })
  await check('JSR has every module that npm has', () => {
    const modules = Object.entries(manifest.exports).filter(([, target]) => typeof target !== 'string')
    deepEqual(
      Object.keys(exports),
      modules.map(([entry]) => entry),
    )
  })
  const finished = await publish('Any-Scope')
  await check('deno publish --dry-run succeeds, without slow types and without a warning', () => {
    checkDryRun(finished)
  })
  await check('the name on JSR is the package below the given scope, in lower case', () => {
    match(finished.text, new RegExp(`@any-scope/${manifest.name}@${manifest.version}`))
  })
  await check('JSR gets the sources that its modules are made of, and no others', () => {
    const files = [...finished.text.matchAll(/file:\/\/\S+\/jsr-\w+\/(\S+) \(/g)].map(([, file = '']) => file)
    const sources = files.filter((file) => file.endsWith('.ts'))
    stageLatest(copy, join(copy, 'latest'))
    deepEqual(sources.sort(), sourcesOf(copy, Object.values(exports)))
    const others = files.filter((file) => !file.endsWith('.ts'))
    deepEqual(
      others.filter((file) => !/^(LICENSE|README\.md|CHANGELOG\.md|jsr\.json)$/.test(file)),
      [],
    )
  })
  await check('without a scope nothing is published, and the message says what to set', async () => {
    const { code, stderr } = await publish('')
    equal(code, 1)
    match(stderr, /JSR_SCOPE/)
  })
}

function checkDryRun({ code, text }: Finished): void {
  equal(code, 0, text)
  match(text, /Checking for slow types/)
  match(text, /Dry run complete/)
  ok(!/\b(warning|error)\b/i.test(text.replace(/^ +file:.*$/gm, '')), text)
}

/** The modules of the copy that some are made of, types included. */
function sourcesOf(copy: string, modules: string[]): string[] {
  const reached = new Set(modules.map((file) => posix.normalize(file)))
  for (const file of reached) {
    const code = readFileSync(join(copy, file), 'utf8').replace(/^ *\*.*$/gm, '')
    for (const [, name = ''] of code.matchAll(/\bfrom '(\.[^']+)'/g)) reached.add(posix.join(posix.dirname(file), name))
  }
  return [...reached].sort()
}
