/** Writes generated/ and docs/operations.md from spec/; with --check it writes nothing and fails when a committed file is stale. */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { stringify } from 'yaml'
import { applyOverlay, bundle, root } from './bundle.ts'
import { withCodeSamples } from './code-samples.ts'
import { type Json, operationsOf } from './document.ts'
import { downConvert } from './down-convert.ts'
import { flatten } from './flatten.ts'
import { operationsCode } from './operations.ts'
import { operationsPage } from './operations-page.ts'
import { portalsSchema } from './portals-schema.ts'
import { typesCode } from './types.ts'
import { validatorsCode } from './validators.ts'

const doNotEdit = 'Written by `npm run generate` from spec/. Do not edit.'

async function generate(): Promise<Record<string, string>> {
  const fields = await readdir(join(root, 'spec/fields'))
  const reference = flatten(
    await bundle(),
    fields.map((file) => file.replace(/\.yaml$/, '')),
  )
  const latest = await applyOverlay(reference, 'spec/overlays/latest.yaml')
  // The client has a method for each operation of the reference, and for no other.
  const methods = new Set(operationsOf(reference).map(({ operationId }) => operationId))
  return {
    ...(await editionFiles('generated/', reference, 'cloudflare-mcp-portals', methods)),
    ...(await editionFiles('generated/latest/', latest, 'cloudflare-mcp-portals/latest', methods)),
    ...(await workflowFiles()),
    'generated/operations.ts': `// ${doNotEdit}\n${operationsCode(reference, latest)}`,
    'generated/validators.ts': `// ${doNotEdit}\n${validatorsCode(reference, latest)}`,
    'generated/portals.schema.json': toLine(portalsSchema(latest)),
    'docs/operations.md': await operationsPage(reference, latest),
  }
}

/** What each edition is published as, under `folder`. */
async function editionFiles(
  folder: string,
  document: Json,
  packageName: string,
  methods: ReadonlySet<string>,
): Promise<Record<string, string>> {
  const published = withCodeSamples(document, packageName, methods)
  const yaml = stringify(published, { aliasDuplicateObjects: false, lineWidth: 120 })
  return {
    [`${folder}openapi.yaml`]: `# ${doNotEdit}\n${yaml}`,
    [`${folder}openapi.json`]: toLine(published),
    [`${folder}openapi-3.0.json`]: toLine(downConvert(document)),
    [`${folder}schema.ts`]: `// ${doNotEdit}\n${await typesCode(document)}\n`,
  }
}

/** The workflows of spec/, which name the descriptions by where they are from there. */
async function workflowFiles(): Promise<Record<string, string>> {
  const names = await readdir(join(root, 'spec/workflows'))
  const files = names.map(async (name) => {
    const text = await readFile(join(root, 'spec/workflows', name), 'utf8')
    return [`generated/workflows/${name}`, `# ${doNotEdit}\n${text.replaceAll('../../generated/', '../')}`]
  })
  return Object.fromEntries(await Promise.all(files))
}

/** One line of JSON: openapi.yaml is the same for people, and indents would be an eighth of all that is installed. */
function toLine(document: Json): string {
  return `${JSON.stringify(document)}\n`
}

const files = await generate()
const check = process.argv.includes('--check')
const stale: string[] = []
for (const [name, text] of Object.entries(files)) {
  const file = join(root, name)
  if (check) {
    if ((await readFile(file, 'utf8').catch(() => '')) !== text) stale.push(name)
  } else {
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, text)
  }
}
if (stale.length > 0) {
  console.error(`Stale: ${stale.join(', ')}. Run \`npm run generate\` and commit what it writes.`)
  process.exitCode = 1
}
