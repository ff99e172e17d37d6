/** Every operation once, as a program in any language would call them; the programs beside this one do the same. */
export const story: readonly [method: string, path: string, body?: object][] = [
  ['GET', '/servers?per_page=100'],
  [
    'POST',
    '/servers',
    { id: 'docs', name: 'Docs', hostname: 'https://docs.example.com/mcp', auth_type: 'unauthenticated' },
  ],
  ['POST', '/servers/docs/sync'],
  ['GET', '/servers/docs'],
  ['PUT', '/servers/docs', { name: 'Product docs' }],
  [
    'POST',
    '/portals',
    { id: 'engineering', name: 'Engineering', hostname: 'mcp.example.com', servers: [{ server_id: 'docs' }] },
  ],
  ['GET', '/portals?per_page=100'],
  ['GET', '/portals/engineering'],
  ['PUT', '/portals/engineering', { name: 'Platform' }],
  ['DELETE', '/portals/engineering'],
  ['DELETE', '/servers/docs'],
  ['GET', '/servers/docs'],
]
