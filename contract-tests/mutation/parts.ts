/** A part of the client, and the tests that are about it, as patterns below contract-tests. */
export interface Part {
  mutate: string[]
  tests: string[]
}

const http = (...names: string[]) => names.map((name) => `src/client/http/${name}.ts`)
const client = (...names: string[]) => names.map((name) => `src/client/${name}.ts`)

/** Every file of src/client that has code belongs to one of them: parts.test.ts. */
export const parts: Record<string, Part> = {
  list: { mutate: client('list'), tests: ['client/responses/list.test.ts'] },
  options: {
    mutate: [...client('options'), ...http('authorise', 'call', 'fetch')],
    tests: ['client/input/**/*.test.ts', 'client/secrets/**/*.test.ts', 'client/network/given-fetch.test.ts'],
  },
  envelope: {
    mutate: [...client('portals', 'servers', 'caller'), ...http('envelope')],
    tests: ['client/responses/**/*.test.ts', 'operations/operations.test.ts', 'runtimes/cases/*.test.ts'],
  },
  retry: {
    mutate: http('retry', 'send', 'once'),
    tests: ['client/network/**/*.test.ts', 'client/hooks.test.ts'],
  },
  time: { mutate: http('attempt', 'clock'), tests: ['client/network/**/*.test.ts'] },
  errors: {
    mutate: [...client('errors'), ...http('failure')],
    tests: ['client/responses/**/*.test.ts', 'client/secrets/**/*.test.ts', 'client/hooks.test.ts'],
  },
  secrets: { mutate: http('redact'), tests: ['client/secrets/**/*.test.ts'] },
  client: {
    mutate: [...client('client', 'http-client', 'http-options', 'rate-limit', 'hooks'), ...http('request')],
    tests: [
      'client/http-client/**/*.test.ts',
      'client/hooks.test.ts',
      'client/network/rate-limit.test.ts',
      'runtimes/cases/*.test.ts',
    ],
  },
  functions: { mutate: client('sync', 'attachments'), tests: ['client/**/*.test.ts', 'runtimes/cases/*.test.ts'] },
}

/** Files that only name what others hold, or only types. */
export const withoutCode = client('index', 'latest', 'reference-types')
