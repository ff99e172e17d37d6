// In a page of your own: import … from 'https://unpkg.com/cloudflare-mcp-portals'
import { createClient } from '../../dist/browser.js'

const connection = document.querySelector('#connection')
const search = document.querySelector('#search')
const summary = document.querySelector('#summary')
const failure = document.querySelector('#failure')
const lists = { portals: document.querySelector('#portals .list'), servers: document.querySelector('#servers .list') }

let running

async function show() {
  running?.abort()
  running = new AbortController()
  const { signal } = running
  summary.value = 'Loading…'
  try {
    const mcp = client()
    const query = search.value ? { search: search.value } : {}
    const [portals, servers] = await Promise.all([
      Array.fromAsync(mcp.portals.list(query, { signal })),
      Array.fromAsync(mcp.servers.list(query, { signal })),
    ])
    draw({ portals, servers })
  } catch (error) {
    // Another search has begun, and what it finds is what counts.
    if (!signal.aborted) draw({ portals: [], servers: [], problem: error.message })
  }
}

function client() {
  const { api, account, token } = Object.fromEntries(new FormData(connection))
  return createClient({ baseUrl: api, accountId: account, apiToken: token || null })
}

function draw({ portals, servers, problem = '' }) {
  lists.portals.replaceChildren(...portals.map(portalCard))
  lists.servers.replaceChildren(...servers.map(serverLine))
  for (const list of Object.values(lists)) list.parentElement.hidden = list.childElementCount === 0
  failure.textContent = problem
  failure.hidden = !problem
  const found = `${count(portals, 'portal')}, ${count(servers, 'server')}`
  summary.value = problem ? '' : portals.length + servers.length ? found : 'Nothing found'
}

function portalCard({ name, hostname, description, servers }) {
  const card = copyOf('portal', { name, host: hostname, description })
  card.querySelector('.host').href = `https://${hostname}`
  card.querySelector('.servers').replaceChildren(...servers.map(serverLine))
  return card
}

function serverLine({ name, hostname, status = 'unknown', error, tools, prompts }) {
  const offers = `${count(tools, 'tool')}, ${count(prompts, 'prompt')}`
  const line = copyOf('server', { name, host: hostname, status, offers, problem: error })
  line.querySelector('.status').dataset.status = status
  return line
}

function copyOf(template, texts) {
  const copy = document.querySelector(`template#${template}`).content.firstElementChild.cloneNode(true)
  for (const [name, text] of Object.entries(texts)) copy.querySelector(`.${name}`).textContent = text ?? ''
  return copy
}

function count(list, noun) {
  // The live API has null for the tools and prompts of a server that waits for a login.
  const length = list?.length ?? 0
  return `${length} ${noun}${length === 1 ? '' : 's'}`
}

let pause
search.addEventListener('input', () => {
  clearTimeout(pause)
  pause = setTimeout(show, 200)
})
connection.addEventListener('submit', (event) => {
  event.preventDefault()
  show()
})

// ?api=https://proxy.example.com opens the page on a proxy, which needs no token of the page.
const api = new URLSearchParams(location.search).get('api')
if (api) {
  connection.elements.api.value = api
  connection.elements.token.value = ''
}
show()
