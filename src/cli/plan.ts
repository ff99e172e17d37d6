import { writeFile } from 'node:fs/promises'
import { readState } from '../plan/index.ts'
import { readDesired, toSaved } from './plan-file/index.ts'
import { connect, planOptions, planWith, readFileName, working } from './plan-options.ts'
import {
  createDisplay,
  html,
  openPlanReporters,
  type PlanReport,
  planReporterOption,
  toPlanExitCode,
} from './plan-report/index.ts'
import { createFile } from './report/index.ts'
import { command } from './shell/command.ts'
import { interruptible } from './shell/interruption.ts'
import { apiOptions } from './shell/options.ts'
import { complain, progress } from './shell/output.ts'

export const plan = command({
  name: 'plan',
  summary: 'show what there is to do until an account has what a file states',
  about: `Compares an account with a file that states its servers and portals: YAML, JSON, or a module. It changes nothing, and
    needs a token with the permission MCP Portals Read, in CLOUDFLARE_API_TOKEN. \${NAME} in a text of the file is an
    environment variable, and never shown; $\${ is a plain \${.`,
  usage: 'FILE [options]',
  options: {
    ...planOptions,
    out: { type: 'string', value: 'FILE', help: 'save the plan, without any secret, for apply' },
    html: {
      type: 'string',
      value: 'FILE',
      help: 'write one page to look at: portals, their tools, and what would change',
    },
    ...apiOptions,
    ...planReporterOption,
  },
  example: 'plan portals.yaml --out plan.json',
  exitCodes: { 0: 'nothing to do', 1: 'something to do', 2: 'it could not be planned, or it cannot be applied' },
  async run({ values, positionals }) {
    const file = readFileName('plan', positionals)
    const { mcp, target } = connect(values)
    const { desired, templates, secrets } = await readDesired(file)
    const write = await openPlanReporters(values)
    if (values.out !== undefined) await createFile('--out', values.out)
    if (values.html !== undefined) await createFile('--html', values.html)
    const display = createDisplay(templates, secrets)
    const interruption = interruptible()
    return working(display, interruption, async () => {
      progress('reading the account')
      const state = await readState(mcp, { signal: interruption.signal })
      progress('')
      const planned = planWith(desired, state, values)
      if (values.out !== undefined) {
        if (planned.problems.length > 0) complain('--out: nothing was saved, since the plan cannot be applied')
        else await writeFile(values.out, toSaved(planned, templates, target))
      }
      const report: PlanReport = { command: 'plan', target: file, ...target, plan: planned, display }
      if (values.html !== undefined) await writeFile(values.html, html(report, state))
      await write(report)
      return toPlanExitCode(planned)
    })
  },
})
