import { createMock } from './mock.js'

const mock = createMock()
addEventListener('install', () => skipWaiting())
addEventListener('activate', (event) => event.waitUntil(clients.claim()))
addEventListener('fetch', (event) => {
  if (event.request.url.includes('/client/v4/')) event.respondWith(mock.fetch(event.request))
})
