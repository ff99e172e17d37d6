/** `npm run bench:behaviour`: what the official SDK and this client do where a server or a caller is at fault. */
import { readFileSync } from 'node:fs'
import { inspect } from 'node:util'
import { installPackedClient } from '../prepare.ts'
import type { Subject } from './clients.ts'
import { badServer, json } from './server.ts'

installPackedClient()
const { officialSdk, thisClient, token } = await import('./clients.ts')

const item = { id: 'engineering', name: 'Engineering', hostname: 'mcp.example.com', servers: [] }
const patience = 8_000

interface Case {
  name: string
  observe(makeSubject: (url: string) => Subject): Promise<string>
}

/** What a promise comes to, or that it came to nothing while we looked. */
async function outcome(promise: Promise<unknown>): Promise<string> {
  let timer: NodeJS.Timeout | undefined
  const given = new Promise<string>((resolve) => {
    timer = setTimeout(resolve, patience, `nothing within ${patience / 1000} s`)
  })
  const settled = promise.then(
    (value) => `resolves to ${Array.isArray(value) ? JSON.stringify(value) : 'what it said'}`,
    (error) => `rejects with ${error?.constructor?.name}`,
  )
  const first = await Promise.race([settled, given])
  clearTimeout(timer)
  return first
}

const cases: Case[] = [
  {
    name: 'create gets 500',
    async observe(makeSubject) {
      const server = await badServer((_, response) => json(response, 500, { success: false, errors: [], messages: [] }))
      const what = await outcome(makeSubject(server.url).create())
      server.close()
      return `${server.requests.length} POST, ${what}`
    },
  },
  {
    name: 'headers, then a body that stalls, timeout 1 s',
    async observe(makeSubject) {
      const server = await badServer((_, response) => {
        response.writeHead(200, { 'content-type': 'application/json' }).write('{"success":true,')
      })
      const what = await outcome(makeSubject(server.url).read('engineering'))
      server.close()
      return what
    },
  },
  {
    name: 'list gets an HTML page and 200',
    async observe(makeSubject) {
      const server = await badServer((_, response) => {
        response.writeHead(200, { 'content-type': 'text/html' }).end('<html>Maintenance</html>')
      })
      const what = await outcome(
        makeSubject(server.url)
          .page()
          .then(({ result }) => result ?? []),
      )
      server.close()
      return what
    },
  },
  {
    name: 'iterating a list whose total_pages is 1',
    async observe(makeSubject) {
      const result_info = { page: 1, per_page: 20, count: 1, total_count: 1, total_pages: 1 }
      return pagesOf(makeSubject, { success: true, errors: [], messages: [], result: [item], result_info })
    },
  },
  {
    name: 'iterating a list that ignores page',
    async observe(makeSubject) {
      return pagesOf(makeSubject, { success: true, errors: [], messages: [], result: [item] })
    },
  },
  {
    name: 'redirect of a read to another origin',
    async observe(makeSubject) {
      const target = await badServer((_, response) => json(response, 200, { success: true, result: item }))
      const server = await badServer((_, response) => response.writeHead(302, { location: `${target.url}/x` }).end())
      const what = await outcome(makeSubject(server.url).read('engineering'))
      for (const each of [server, target]) each.close()
      return `${target.requests.length} requests at the target, ${what}`
    },
  },
  {
    name: "read of the id '..'",
    async observe(makeSubject) {
      const server = await badServer((_, response) => json(response, 200, { success: true, result: item }))
      const what = await outcome(Promise.resolve().then(() => makeSubject(server.url).read('..')))
      server.close()
      return server.requests[0] ? `sends GET ${server.requests[0].path}` : `sends nothing, ${what}`
    },
  },
  {
    name: 'util.inspect of the client',
    async observe(makeSubject) {
      const text = inspect(makeSubject('http://127.0.0.1:9').client, { depth: Infinity })
      return text.includes(token) ? 'shows the token' : 'does not show the token'
    },
  },
]

async function pagesOf(makeSubject: (url: string) => Subject, page: object): Promise<string> {
  const server = await badServer((_, response) => json(response, 200, page))
  let items = 0
  for await (const _ of makeSubject(server.url).all()) if (++items === 50) break
  server.close()
  return `${server.requests.length} requests, ${items === 50 ? 'still going after 50 items' : `${items} items`}`
}

const rows: string[] = []
for (const { name, observe } of cases) {
  rows.push(`| ${name} | ${await observe(officialSdk)} | ${await observe(thisClient)} |`)
}
console.log(['| case | official SDK (cloudflare 7.3.0) | this client |', '|---|---|---|', ...rows].join('\n'))

// With a document as argument: does it say what was measured?
for (const document of process.argv.slice(2)) {
  const said = readFileSync(document, 'utf8').split('\n')
  const missing = rows.filter((row) => !said.includes(row))
  for (const row of missing) console.error(`${document} does not say: ${row}`)
  console.log(`${rows.length - missing.length} passed, ${missing.length} failed`)
  if (missing.length > 0) process.exitCode = 1
}
