/**
 * Adds to every operation how to call it with this package's client and with curl, as `x-codeSamples`. The ids and bodies
 * are the description's own examples, so that a sample cannot go stale on its own.
 */
import { asObject, type Json } from './flatten.ts'

const note =
  'The code samples take the account and its token from the environment variables `CLOUDFLARE_ACCOUNT_ID` and ' +
  '`CLOUDFLARE_API_TOKEN`. Those in TypeScript use the npm package `cloudflare-mcp-portals`.'

interface Call {
  method: string
  /** The address with the example ids in it, but the account's variable. */
  url: string
  /** The operation's name cut in two, as `update` and `portal`. */
  verb: string
  noun: string
  /** `portals` or `servers`, as the client names the group. */
  group: string
  id: string | undefined
  body: unknown
  /** The members of the result of the first example. */
  result: string[]
}

/** A copy of the description with a TypeScript and a curl sample on every operation. */
export function withCodeSamples(description: Json): Json {
  const paths = Object.entries(asObject(description.paths, 'paths')).map(([path, item]) => {
    const { parameters, ...methods } = asObject(item, path)
    const sampled = Object.entries(methods).map(([method, entry]) => {
      const operation = asObject(entry, method)
      const call = callOf(description, path, parameters as unknown[], method, operation)
      return [method, { ...operation, 'x-codeSamples': samplesOf(call) }] as const
    })
    return [path, { parameters, ...Object.fromEntries(sampled) }] as const
  })
  const info = asObject(description.info, 'info')
  return {
    ...description,
    info: { ...info, description: `${info.description}\n\n${note}` },
    paths: Object.fromEntries(paths),
  }
}

function samplesOf(call: Call): Json[] {
  return [
    { lang: 'typescript', label: 'TypeScript', source: typescriptOf(call) },
    { lang: 'shell', label: 'curl', source: curlOf(call) },
  ]
}

function callOf(description: Json, path: string, parameters: unknown[], method: string, operation: Json): Call {
  const [, verb = '', noun = ''] = /^([a-z]+)([A-Z]\w*?)s?$/.exec(String(operation.operationId)) ?? []
  const [group = ''] = operation.tags as string[]
  const [server] = description.servers as { url: string }[]
  const shared = parameters.map((parameter) => resolve(description, parameter))
  const id = shared.find(({ name }) => name === 'id')?.example as string | undefined
  const [, success] = Object.entries(asObject(operation.responses, 'responses')).find(([code]) => code < '300') ?? []
  return {
    method: method.toUpperCase(),
    url: server?.url + path.replace('{account_id}', '$CLOUDFLARE_ACCOUNT_ID').replace('{id}', id ?? ''),
    verb,
    noun: noun.toLowerCase(),
    group: group.toLowerCase(),
    id,
    body: operation.requestBody && exampleOf(description, operation.requestBody),
    result: Object.keys(Object(asObject(exampleOf(description, success), 'an answer').result)),
  }
}

function exampleOf(description: Json, body: unknown): unknown {
  const content = asObject(resolve(description, body).content, 'content')
  const { examples } = asObject(content['application/json'], 'application/json')
  return resolve(description, Object.values(asObject(examples, 'examples'))[0]).value
}

/** Follows a local reference, if it is one. */
function resolve(description: Json, node: unknown): Json {
  const { $ref } = asObject(node, 'an entry')
  if (typeof $ref !== 'string') return asObject(node, 'an entry')
  const target = $ref.split('/').slice(1)
  return asObject(
    target.reduce<unknown>((at, part) => asObject(at, $ref)[part], description),
    $ref,
  )
}

function typescriptOf({ verb, noun, group, id, body, result }: Call): string {
  const given = [id, body].filter((argument) => argument !== undefined).map((argument) => literal(argument))
  const call = `mcp.${group}.${verb}(${given.join(', ')})`
  // What a sync results in is no server, and has no id.
  const name = result.includes('id') ? noun : `{ ${result.join(', ')} }`
  const use =
    verb === 'list'
      ? [`for await (const ${noun} of ${call}) {`, `  console.log(${noun}.id, ${noun}.name)`, '}']
      : [`const ${name} = await ${call}`, `console.log(${name})`]
  return [
    "import { createClient } from 'cloudflare-mcp-portals'",
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
    : Object.entries(value).map(([key, member]) => `${keyOf(key)}: ${literal(member, inner)}`)
  return `${open}\n${parts.map((part) => `${inner}${part},\n`).join('')}${indent}${close}`
}

function inline(value: unknown): string {
  if (typeof value === 'string') return `'${JSON.stringify(value).slice(1, -1).replaceAll("'", "\\'")}'`
  if (typeof value !== 'object' || value === null) return String(value)
  if (Array.isArray(value)) return `[${value.map((item) => inline(item)).join(', ')}]`
  const members = Object.entries(value).map(([key, member]) => `${keyOf(key)}: ${inline(member)}`)
  return members.length > 0 ? `{ ${members.join(', ')} }` : '{}'
}

function keyOf(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : inline(name)
}
