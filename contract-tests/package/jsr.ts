import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Finished, run } from './command.ts'
import { type Manifest, root } from './pack.ts'
import { check } from './report.ts'

/** Does all of a publication to JSR but the upload, from the copy of the repository. */
export async function checkJsr(copy: string, manifest: Manifest, env: NodeJS.ProcessEnv): Promise<void> {
  const script = join(root, 'scripts/release/jsr.ts')
  const publish = (scope: string) =>
    run(process.execPath, [script, '--dry-run'], { cwd: copy, env: { ...env, JSR_SCOPE: scope } })
  const template = readFileSync(join(copy, 'jsr.json'), 'utf8')
  const { version, exports, ...rest } = JSON.parse(template)

  await check('jsr.json has the version of package.json, and leaves the scope to whoever publishes', () => {
    equal(version, manifest.version)
    ok(!('name' in rest))
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
    match(finished.text, new RegExp(`@any-scope/${manifest.name}@${version}`))
    equal(readFileSync(join(copy, 'jsr.json'), 'utf8'), template, 'the template was not put back')
  })
  await check('JSR gets sources only', () => {
    const files = [...finished.text.matchAll(/file:\/\/\S+\/copy\/(\S+) \(/g)].map(([, file = '']) => file)
    const others = files.filter(
      (file) => !/^(src|generated)\/.+\.ts$|^(LICENSE|README\.md|CHANGELOG\.md|jsr\.json)$/.test(file),
    )
    deepEqual(others, [])
    ok(files.length > 20 && !files.some((file) => file.startsWith('src/drift/')), files.join('\n'))
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
