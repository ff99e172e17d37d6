/** `npm run bench:bytes`: what each behaviour adds to a program that lists and creates, by bundling it without that behaviour. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'esbuild'
import ts from 'typescript'
import { sizeOfProgram } from './measures/bundle.ts'

const client = fileURLToPath(new URL('../src/client/', import.meta.url))

const program = `
  import { createClient } from '${client}index.ts'
  const client = createClient({ accountId: 'a', apiToken: 't' })
  for await (const { hostname } of client.portals.list()) console.log(hostname)
  console.log(await client.portals.create({ id: 'engineering', name: 'Engineering', hostname: 'mcp.example.com' }))`

/** The body that a function, or a method of a class, gets in place of its own. */
type Edits = Record<string, Record<string, string>>

const behaviours: Record<string, Edits> = {
  'bad input refused by name': {
    'options.ts': {
      ...emptied('checkQuery', 'checkObject', 'checkAccountId', 'checkToken', 'checkHooks', 'checkHeader'),
      ...emptied('checkDuration', 'checkSignal'),
      checkLimits: 'return limits',
    },
  },
  'no secret shown, in any notation': {
    'http/redact.ts': { createShow: 'return (text) => text', findSecrets: 'return []' },
  },
  'lists whole or failed, concurrency included': { 'list.ts': { iterate: 'yield* (await first).result' } },
  "the API's errors in detail, with advice": {
    'http/failure.ts': { toDetails: 'return []', toAdvice: 'return []', toSentence: "return ''" },
  },
  'retries, Retry-After': {
    'http/retry.ts': { ...returning('undefined', 'delayAfterResponse', 'delayAfterLoss', 'parseRetryAfter') },
  },
  'errors known across copies and realms, toJSON': {
    'errors.ts': { ...emptied('brandError', '[Symbol.hasInstance]', 'toJSON') },
  },
  'redirects refused in every runtime': { 'http/envelope.ts': emptied('checkOrigin') },
  'clean copies of causes': { 'http/failure.ts': { copyError: 'return new Error(String(thrown))' } },
  'one listener a signal': { 'http/clock.ts': { onAbort: 'return nothing', listenTo: 'return signals.get(signal)!' } },
  'rate limit': { 'rate-limit.ts': returning('undefined', 'parseRateLimit') },
  'a create sent once in Node and Deno': { 'http/once.ts': { sentOnce: 'return init' } },
}

const whole = await size({})
console.log(`whole: ${whole} bytes, minified and gzipped`)
for (const [name, edits] of Object.entries(behaviours)) console.log(`${whole - (await size(edits))} ${name}`)

function size(edits: Edits): Promise<number> {
  return sizeOfProgram(program, client, [withBodies(edits)])
}

function withBodies(edits: Edits): Plugin {
  return {
    name: 'with-bodies',
    setup({ onLoad }) {
      onLoad({ filter: /\/src\/client\/.*\.ts$/ }, ({ path }) => {
        const bodies = edits[path.slice(client.length)]
        const code = readFileSync(path, 'utf8')
        return { contents: bodies ? edit(code, bodies) : code, loader: 'ts' }
      })
    },
  }
}

/** Code with other bodies for some of its functions; throws where it has no such function. */
function edit(code: string, bodies: Record<string, string>): string {
  const found: { name: string; start: number; end: number }[] = []
  const visit = (node: ts.Node) => {
    const isFunction = ts.isFunctionDeclaration(node) || ts.isMethodDeclaration(node)
    const name = isFunction ? node.name?.getText() : undefined
    if (isFunction && name && node.body && Object.hasOwn(bodies, name)) {
      found.push({ name, start: node.body.getStart(), end: node.body.getEnd() })
    } else ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile('client.ts', code, ts.ScriptTarget.Latest, true))
  for (const name of Object.keys(bodies)) {
    if (!found.some((part) => part.name === name)) throw new Error(`there is no function ${name} any more`)
  }
  return found.reduceRight(
    (text, { name, start, end }) => `${text.slice(0, start)}{ ${bodies[name]} }${text.slice(end)}`,
    code,
  )
}

function returning(value: string, ...names: string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, `return ${value}`]))
}

function emptied(...names: string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, '']))
}
