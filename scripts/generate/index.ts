/** Writes generated/ from spec/; with --check it writes nothing and fails when a committed file is stale. */
import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import openapiTypeScript, { astToString } from 'openapi-typescript'
import { stringify } from 'yaml'
import { withCodeSamples } from './code-samples.ts'
import { contractCode } from './contract.ts'
import { downConvert } from './down-convert.ts'
import { flatten, type Json } from './flatten.ts'
import { operationsCode } from './operations.ts'

const root = join(import.meta.dirname, '../..')
const doNotEdit = 'Written by `npm run generate` from spec/. Do not edit.'

async function bundle(): Promise<Json> {
  const folder = await mkdtemp(join(tmpdir(), 'generate-'))
  const file = join(folder, 'openapi.json')
  try {
    const redocly = join(root, 'node_modules/@redocly/cli/bin/cli.js')
    await promisify(execFile)(process.execPath, [redocly, 'bundle', 'spec/openapi.yaml', '--output', file], {
      cwd: root,
    })
    return JSON.parse(await readFile(file, 'utf8'))
  } finally {
    await rm(folder, { recursive: true })
  }
}

async function generate(): Promise<Record<string, string>> {
  const members = await readdir(join(root, 'spec/members'))
  const description = flatten(
    await bundle(),
    members.map((file) => file.replace(/\.yaml$/, '')),
  )
  const types = await openapiTypeScript(JSON.stringify(description), {
    alphabetize: true,
    defaultNonNullable: false,
    rootTypes: true,
    rootTypesNoSchemaPrefix: true,
  })
  const published = withCodeSamples(description)
  return {
    'openapi.yaml': `# ${doNotEdit}\n${stringify(published, { aliasDuplicateObjects: false, lineWidth: 120 })}`,
    'openapi.json': `${JSON.stringify(published, null, 2)}\n`,
    'openapi-3.0.json': `${JSON.stringify(downConvert(description), null, 2)}\n`,
    'operations.ts': `// ${doNotEdit}\n${operationsCode(description)}`,
    'contract.ts': `// ${doNotEdit}\n${contractCode(description)}`,
    'schema.ts': `// ${doNotEdit}\n${astToString(types).trimEnd()}\n`,
  }
}

const files = await generate()
const check = process.argv.includes('--check')
const stale: string[] = []
for (const [name, text] of Object.entries(files)) {
  const file = join(root, 'generated', name)
  if (!check) await writeFile(file, text)
  else if ((await readFile(file, 'utf8').catch(() => '')) !== text) stale.push(`generated/${name}`)
}
if (stale.length > 0) {
  console.error(`Stale: ${stale.join(', ')}. Run \`npm run generate\` and commit what it writes.`)
  process.exitCode = 1
}
