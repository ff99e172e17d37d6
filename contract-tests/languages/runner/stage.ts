import { startHttpServer } from '../../support/http-server.ts'

export interface Exchange {
  method: string
  url: URL
  body: string
  status: number
}

export interface Stage {
  url: string
  exchanges: Exchange[]
  close(): Promise<void>
}

const passedOn = ['authorization', 'content-type']

/** A server before the mock, which keeps what it saw and makes two pages of every list: the mock knows of only one. */
export async function startStage(mock: string): Promise<Stage> {
  const exchanges: Exchange[] = []
  const { url, close } = await startHttpServer(async (request, response) => {
    const { method, headers, body } = request
    const target = new URL(mock + request.url)
    const answer = await fetch(target, {
      method,
      headers: [
        ...passedOn.flatMap((name): [string, string][] => (headers[name] ? [[name, String(headers[name])]] : [])),
        // The mock knows every id.
        ...(target.pathname.endsWith('/unknown') ? [['prefer', 'code=404'] as [string, string]] : []),
      ],
      ...(body && { body }),
    })
    exchanges.push({ method, url: target, body, status: answer.status })
    const type = answer.headers.get('content-type') ?? ''
    response.writeHead(answer.status, { 'content-type': type }).end(asTwoPages(await answer.text(), target))
  })
  return { url, exchanges, close }
}

function asTwoPages(answer: string, { searchParams }: URL): string {
  const envelope = JSON.parse(answer)
  if (!envelope.result_info) return answer
  const page = Number(searchParams.get('page') ?? 1)
  return JSON.stringify({ ...envelope, result_info: { ...envelope.result_info, page, total_pages: 2 } })
}
