import { python } from '../../languages/runner/languages.ts'

export interface Linter {
  name: string
  /** What has to be there, in words, and a command that fails where it is not. */
  needs: [string, string]
  prepare: string
  /** Fails if the linter finds anything in a file. */
  command: (file: string) => string
}

export const go: Linter['needs'] = [
  'Go 1.26 or later',
  'go version | grep --extended-regexp "go1\\.(2[6-9]|[3-9][0-9])"',
]
const npm: Linter['needs'] = ['npm', 'npm --version']

export const java: Linter['needs'] = ['Java 17 or later', 'java -version']

/** What the generators need. */
export const generators: Linter['needs'] = [
  `${python[0]}, and Java 17 or later with Maven`,
  `${python[1]} && java -version && mvn --version`,
]

export const installNpm = 'npm ci --silent'
export const installPython =
  'python3 -m venv .venv && .venv/bin/pip install --quiet --require-hashes --requirement requirements.txt'

/** Linters that people know, each as strict as it can be. */
export const linters: Linter[] = [
  {
    name: 'Spectral',
    needs: npm,
    prepare: installNpm,
    command: (file) => `node_modules/.bin/spectral lint --ruleset spectral.yaml --fail-severity hint '${file}'`,
  },
  {
    name: 'swagger-parser',
    needs: npm,
    prepare: installNpm,
    command: (file) => `node validate.mjs '${file}'`,
  },
  {
    name: 'openapi-spec-validator',
    needs: python,
    prepare: installPython,
    command: (file) => `.venv/bin/openapi-spec-validator '${file}'`,
  },
  {
    name: 'kin-openapi',
    needs: go,
    prepare: 'go mod verify',
    command: (file) => `go tool validate -- '${file}'`,
  },
]
