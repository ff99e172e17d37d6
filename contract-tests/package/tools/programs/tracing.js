// A program that OpenTelemetry watches, and a server that never responds.
import { createServer } from 'node:http'
import { registerInstrumentations } from '@opentelemetry/instrumentation'
import { UndiciInstrumentation } from '@opentelemetry/instrumentation-undici'
import { InMemorySpanExporter, NodeTracerProvider, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-node'
import { createClient, TimeoutError } from 'cloudflare-mcp-portals'

const exporter = new InMemorySpanExporter()
const tracerProvider = new NodeTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] })
tracerProvider.register()
registerInstrumentations({ tracerProvider, instrumentations: [new UndiciInstrumentation()] })

const server = createServer(() => {}).listen(0, '127.0.0.1')
await new Promise((resolve) => server.once('listening', resolve))
const baseUrl = `http://127.0.0.1:${server.address().port}`
const mcp = createClient({ baseUrl, accountId: 'any', apiToken: 'tracing-secret', timeout: 200, maxRetries: 0 })
const error = await mcp.servers.read('docs').catch((error) => error)
server.closeAllConnections()
server.close()

const [{ name, attributes, events }] = exporter.getFinishedSpans()
const [exception] = events
console.log(
  JSON.stringify({
    timedOut: error instanceof TimeoutError,
    span: [name, attributes['url.path']],
    exception: [exception.attributes['exception.type'], exception.attributes['exception.message'] === error.message],
    secret: JSON.stringify([attributes, events]).includes('tracing-secret'),
  }),
)
