/**
 * Adds to every operation how to call it with this package's client and with curl, as `x-codeSamples`. The ids and bodies
 * are the spec's own examples, so that a sample cannot go stale on its own.
 */
import { asObject, type Json, type Operation, operationsOf, resolve, successOf } from './document.ts'

const note = (packageName: string): string =>
  'The code samples take the account and its token from the environment variables `CLOUDFLARE_ACCOUNT_ID` and ' +
  `\`CLOUDFLARE_API_TOKEN\`. Those in TypeScript import \`${packageName}\`, of npm.`

interface Call {
  method: string
  /** The URL with the example ids in it, but the account's variable. */
  url: string
  /** The operation's name cut in two, as `update` and `portal`. */
  verb: string
  noun: string
  /** `portals` or `servers`, as the client names the group. */
  group: string
  id: unknown
  body: unknown
  /** The fields of the result of the first example. */
  result: string[]
}

/** A copy of the spec with samples on every operation. Those in TypeScript import `packageName`, and are on `methods`. */
export function withCodeSamples(description: Json, packageName: string, methods: ReadonlySet<string>): Json {
  const paths = structuredClone(asObject(description.paths, 'paths'))
  for (const { path, method, ...operation } of operationsOf(description)) {
    const call = callOf(description, { path, method, ...operation })
    const samples = samplesOf(call, methods.has(operation.operationId) ? packageName : undefined)
    asObject(paths[path], path)[method] = { ...operation.operation, 'x-codeSamples': samples }
  }
  const info = asObject(description.info, 'info')
  return { ...description, info: { ...info, description: `${info.description}\n\n${note(packageName)}` }, paths }
}

function samplesOf(call: Call, packageName: string | undefined): Json[] {
  const curl = { lang: 'shell', label: 'curl', source: curlOf(call) }
  if (packageName === undefined) return [curl]
  return [{ lang: 'typescript', label: 'TypeScript', source: typescriptOf(call, packageName) }, curl]
}

function callOf(description: Json, { operationId, method, path, parameters, operation }: Operation): Call {
  const [, verb = '', noun = ''] = /^([a-z]+)([A-Z]\w*?)s?$/.exec(operationId) ?? []
  const [group = ''] = operation.tags as string[]
  const [server] = description.servers as { url: string }[]
  const [, success] = successOf(operation)
  const ids = parameters.filter((parameter) => parameter.in === 'path')
  const examples = Object.fromEntries(ids.map(({ name, examples: named }) => [name, firstOf(description, named)]))
  const filled = path
    .replace('{account_id}', '$CLOUDFLARE_ACCOUNT_ID')
    .replace(/\{(\w+)\}/g, (_, name) => examples[name])
  return {
    method: method.toUpperCase(),
    url: server?.url + filled,
    verb,
    noun: noun.toLowerCase(),
    group: group.toLowerCase(),
    id: examples.id,
    body: operation.requestBody && exampleOf(description, operation.requestBody),
    result: Object.keys(Object(asObject(exampleOf(description, success), 'a response').result)),
  }
}

function exampleOf(description: Json, body: unknown): unknown {
  const content = asObject(resolve(description, body).content, 'content')
  const { examples } = asObject(content['application/json'], 'application/json')
  return firstOf(description, examples)
}

/** The value of the first of several named examples. */
function firstOf(description: Json, examples: unknown): unknown {
  return resolve(description, Object.values(asObject(examples, 'examples'))[0]).value
}

function typescriptOf({ verb, noun, group, id, body, result }: Call, packageName: string): string {
  const given = [id, body].filter((argument) => argument !== undefined).map((argument) => literal(argument))
  const call = `mcp.${group}.${verb}(${given.join(', ')})`
  // What a sync results in is no server, and has no id.
  const name = result.includes('id') ? noun : `{ ${result.join(', ')} }`
  const use =
    verb === 'list'
      ? [`for await (const ${noun} of ${call}) {`, `  console.log(${noun}.id, ${noun}.name)`, '}']
      : [`const ${name} = await ${call}`, `console.log(${name})`]
  return [
    `import { createClient } from '${packageName}'`,
    '',
    '// Reads CLOUDFLARE_ACCOUNT_ID and CLOUDFLARE_API_TOKEN',
    'const mcp = createClient()',
    ...use,
    '',
  ].join('\n')
}

function curlOf({ method, url, body }: Call): string {
  const options = [
    ...(method === 'GET' ? [] : [`--request ${method}`]),
    '--header "Authorization: Bearer $CLOUDFLARE_API_TOKEN"',
    ...(body === undefined ? [] : ["--header 'Content-Type: application/json'", `--data ${quoted(body)}`]),
  ]
  return `${[`curl "${url}"`, ...options].join(' \\\n  ')}\n`
}

/** JSON as one word of a POSIX shell. */
function quoted(body: unknown): string {
  return `'${JSON.stringify(body, null, 2).replaceAll("'", "'\\''")}'`
}

/** A value as TypeScript in the house style: on one line where that is short. */
function literal(value: unknown, indent = ''): string {
  const line = inline(value)
  if (typeof value !== 'object' || value === null || indent.length + line.length <= 64) return line
  const inner = `${indent}  `
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}']
  const parts = Array.isArray(value)
    ? value.map((item) => literal(item, inner))
    : Object.entries(value).map(([key, field]) => `${keyOf(key)}: ${literal(field, inner)}`)
  return `${open}\n${parts.map((part) => `${inner}${part},\n`).join('')}${indent}${close}`
}

function inline(value: unknown): string {
  if (typeof value === 'string') return `'${JSON.stringify(value).slice(1, -1).replaceAll("'", "\\'")}'`
  if (typeof value !== 'object' || value === null) return String(value)
  if (Array.isArray(value)) return `[${value.map((item) => inline(item)).join(', ')}]`
  const fields = Object.entries(value).map(([key, field]) => `${keyOf(key)}: ${inline(field)}`)
  return fields.length > 0 ? `{ ${fields.join(', ')} }` : '{}'
}

function keyOf(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : inline(name)
}
