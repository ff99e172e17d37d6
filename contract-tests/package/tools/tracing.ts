import { deepEqual } from 'node:assert/strict'
import { copyFileSync, mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { mustRun } from '../command.ts'
import { check } from '../report.ts'

/** Runs a call that times out under OpenTelemetry's instrumentation of fetch, which reads the reason of an abort. */
export async function checkTracing(project: string, env: NodeJS.ProcessEnv): Promise<void> {
  await check('OpenTelemetry survives a timeout, and traces it as the TimeoutError that the caller gets', async () => {
    const cwd = join(project, 'tracing')
    mkdirSync(join(cwd, 'node_modules'), { recursive: true })
    symlinkSync(join(import.meta.dirname, 'node_modules/@opentelemetry'), join(cwd, 'node_modules/@opentelemetry'))
    copyFileSync(join(import.meta.dirname, 'programs/tracing.js'), join(cwd, 'tracing.js'))
    const { stdout } = await mustRun(process.execPath, ['tracing.js'], { cwd, env })
    deepEqual(JSON.parse(stdout), {
      timedOut: true,
      span: ['GET', '/accounts/any/access/ai-controls/mcp/servers/docs'],
      exception: ['TimeoutError', true],
      secret: false,
    })
  })
}
