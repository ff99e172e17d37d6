import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** One way to use the description without this package, as a folder and a section of the guide. */
export interface Language {
  /** Also the name of its folder beside this one, if nothing else is said. */
  name: string
  /** From the root of the repository. */
  folder?: string
  /** The heading in docs/other-languages.md under which its commands stand. */
  heading: string
  /** What has to be there, in words, and a command that fails where it is not. */
  needs: [string, string]
  /** Packages of Debian that bring it, beside Java and Maven. In CI they are installed where they are missing. */
  debian?: string[]
  generator: string
  /** Where its version is pinned. */
  pinned: [file: string, version: RegExp]
  /** Carried out after the commands of the guide: what the project asks of itself. */
  format?: string
}

export const python: Language['needs'] = [
  'Python 3.11 or later, with venv',
  'python3 -c "import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))"',
]

const node: Language['needs'] = [
  'Node 22.18 or later',
  `node -e 'const [major, minor] = process.versions.node.split("."); process.exit(major * 100 + +minor < 2218 ? 1 : 0)'`,
]

const guide = '../../../docs/other-languages.md'

export const languages: Language[] = [
  {
    name: 'python',
    heading: 'Python',
    needs: python,
    generator: 'openapi-python-client',
    pinned: ['requirements.in', /openapi-python-client==(.+)/],
    format:
      '.venv/bin/ruff check program.py surprises.py && .venv/bin/ruff format --check program.py surprises.py && .venv/bin/python surprises.py',
  },
  {
    name: 'go',
    heading: 'Go',
    needs: ['Go 1.26 or later', 'go version | grep --extended-regexp "go1\\.(2[6-9]|[3-9][0-9])"'],
    generator: 'oapi-codegen',
    pinned: ['go.mod', /oapi-codegen\/v2 v(\S+)/],
    format: 'test -z "$(gofmt -l main.go)"',
  },
  {
    name: 'rust',
    heading: 'Rust',
    needs: ['Rust 1.88 or later, with clippy and rustfmt', 'cargo clippy --version && cargo fmt --version'],
    generator: 'progenitor',
    pinned: ['Cargo.toml', /^progenitor = .*"=([^"]+)"/m],
    format: 'cargo fmt --check',
  },
  {
    name: 'java',
    heading: 'Java',
    needs: ['Java 17 or later, with Maven', 'javac --version && mvn --version'],
    generator: 'openapi-generator',
    pinned: ['pom.xml', /openapi-generator-maven-plugin<\/artifactId>\s*<version>([^<]+)/],
    format: 'mvn --quiet --batch-mode spotless:check',
  },
  {
    name: 'kotlin',
    heading: 'Kotlin',
    needs: ['Java 17 or later, with Maven', 'javac --version && mvn --version'],
    generator: 'openapi-generator',
    pinned: ['pom.xml', /openapi-generator-maven-plugin<\/artifactId>\s*<version>([^<]+)/],
    format: 'mvn --quiet --batch-mode spotless:check',
  },
  {
    name: 'php',
    heading: 'PHP',
    needs: [
      "Debian's php-cli and php-guzzlehttp-guzzle, its php-codesniffer, and Java with Maven",
      `php -r 'require "GuzzleHttp/autoload.php";' && phpcs --version && java -version && mvn --version`,
    ],
    debian: ['php-cli', 'php-guzzlehttp-guzzle', 'php-codesniffer'],
    generator: 'openapi-generator',
    pinned: [guide, /openapi-generator-cli:(\S+)/],
    format: 'phpcs --standard=PSR12 program.php',
  },
  {
    name: 'ruby',
    heading: 'Ruby',
    needs: [
      "Debian's ruby and ruby-typhoeus, its rubocop, and Java with Maven",
      'ruby -rtyphoeus -e "" && rubocop --version && java -version && mvn --version',
    ],
    debian: ['ruby', 'ruby-typhoeus', 'rubocop'],
    generator: 'openapi-generator',
    pinned: [guide, /openapi-generator-cli:(\S+)/],
    format: 'rubocop program.rb',
  },
  {
    name: 'typescript',
    heading: 'TypeScript, in another style',
    needs: node,
    generator: '@hey-api/openapi-ts',
    pinned: ['package.json', /"@hey-api\/openapi-ts": "(.+)"/],
  },
]

/** MCP servers that are made of the description, each with a program that uses it through MCP. */
export const mcpServers: Language[] = [
  {
    name: 'fastmcp',
    folder: 'examples/mcp/fastmcp',
    heading: 'An MCP server, with FastMCP',
    needs: python,
    generator: 'fastmcp',
    pinned: ['requirements.in', /fastmcp==(.+)/],
  },
  {
    name: 'openapi-mcp-generator',
    folder: 'examples/mcp/openapi-mcp-generator',
    heading: 'An MCP server, with openapi-mcp-generator',
    needs: node,
    generator: 'openapi-mcp-generator',
    pinned: ['package.json', /"openapi-mcp-generator": "(.+)"/],
  },
]

/** No language, but run as one: it makes requests of the description, valid ones and others. */
export const schemathesis: Language = {
  name: 'schemathesis',
  heading: 'Try a server with requests that the description makes',
  needs: python,
  generator: 'schemathesis',
  pinned: ['requirements.in', /schemathesis==(.+)/],
}

export function folderOf({ name, folder = join('contract-tests/languages', name) }: Language): string {
  return join(import.meta.dirname, '../../..', folder)
}

export function versionOf(language: Language): string {
  const [file, version] = language.pinned
  const found = version.exec(readFileSync(join(folderOf(language), file), 'utf8'))?.[1]
  if (found === undefined) throw new Error(`${language.name}/${file} pins no version of the generator`)
  return found
}
