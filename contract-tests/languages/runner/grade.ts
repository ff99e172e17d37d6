import { isDeepStrictEqual } from 'node:util'
import { accountId } from '../../support/account.ts'
import { operationAt } from '../../support/description.ts'
import type { BackendName } from './backends.ts'
import type { Exchange } from './stage.ts'
import { type Scene, type Story, story } from './story.ts'

const prefix = `/accounts/${accountId}/access/ai-controls/mcp/`

/** Operations that a program carried out as the story tells, and what was wrong with the others. */
export interface Grade {
  passed: number
  problems: string[]
}

export function gradeStory(story: Story, backend: BackendName, output: string, exchanges: Exchange[]): Grade {
  const problems = Object.entries(story).flatMap(([operation, scene]) => {
    const problem = findProblem(backend, operation, scene, output, exchanges)
    return problem === undefined ? [] : [`${operation} (${backend}): ${problem}`]
  })
  return { passed: Object.keys(story).length - problems.length, problems }
}

function findProblem(
  backend: BackendName,
  operation: string,
  { sends, prints }: Scene,
  output: string,
  exchanges: Exchange[],
): string | undefined {
  const sent = exchanges
    .filter(({ method, url }) => operationAt(method, url.pathname).operationId === operation)
    .map(({ url, body, status }) => ({
      path: url.pathname.replace(prefix, ''),
      ...(url.search && { query: Object.fromEntries(url.searchParams) }),
      ...(body && { body: JSON.parse(body) }),
      status,
    }))
  if (!isDeepStrictEqual(sent, sends)) return `sent ${JSON.stringify(sent)}, not ${JSON.stringify(sends)}`
  const expected = Array.isArray(prints) ? prints : prints[backend]
  const printed = output.split(/\r?\n/).filter((line) => line.startsWith(`${operation}: `))
  if (isDeepStrictEqual(printed, expected)) return undefined
  return `printed ${JSON.stringify(printed)}, not ${JSON.stringify(expected)}`
}

/** What schemathesis says of itself. Its failures end it with an error, which is seen elsewhere. */
export function gradeSchemathesis(output: string): Grade {
  const tested = Number(/^\s*Tested: (\d+)$/m.exec(output)?.[1] ?? 0)
  const expected = Object.keys(story).length
  return { passed: tested, problems: tested === expected ? [] : [`${expected - tested} operations were not tested`] }
}
