import { basename } from 'node:path'
import type { PortalState, ServerState, State, Step } from '../../plan/index.ts'
import { nameOfThisPackage, versionOfThisPackage } from '../shell/package.ts'
import type { Display } from './display.ts'
import { type PlanReport, toSummary } from './report.ts'
import { toChangeText } from './text.ts'

/** One page for people who would rather look than read: what the account has, and what would change. It loads nothing. */
export function html(report: PlanReport, state: State): string {
  const { plan, target, account, display } = report
  const ids = (resource: Step['resource'], known: { id: string }[]) =>
    new Set([...known, ...plan.steps.filter((step) => step.resource === resource)].map(({ id }) => id))
  const portals = [...ids('portal', state.portals)].map((id) =>
    portalSection(id, find(state.portals, id), state, report),
  )
  const servers = [...ids('server', state.servers)].map((id) => serverSection(id, find(state.servers, id), report))
  const problems = plan.problems.map(({ resource, id, field, message }) =>
    display.text(`${resource} ${id}: ${field}: ${message}`),
  )
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Plan of ${escapeHtml(basename(target))}</title>
<style>${style}</style>
</head>
<body>
<h1>Plan of ${escapeHtml(basename(target))}</h1>
<p>Account ${escapeHtml(account)}. <strong>Plan: ${escapeHtml(toSummary(plan))}.</strong> Written by ${nameOfThisPackage} ${versionOfThisPackage}.</p>
${list('problem', 'This cannot be applied', problems)}
<h2>Portals</h2>
${portals.join('\n') || '<p>None.</p>'}
<h2>Servers</h2>
${servers.join('\n') || '<p>None.</p>'}
</body>
</html>
`
}

const find = <T extends { id: string }>(items: T[], id: string) => items.find((item) => item.id === id)

function portalSection(id: string, portal: PortalState | undefined, state: State, report: PlanReport): string {
  const { display } = report
  const servers = (portal?.servers ?? []).map((server) => {
    const tools = server.tools ?? find(state.servers, server.server_id ?? server.id)?.tools ?? []
    const rows = tools.map((tool) => toolRow(String(tool.name), server, display))
    const isHidden = server.default_disabled ? 'hidden unless switched on' : 'visible unless switched off'
    return `<h4>${escapeHtml(display.text(server.name))} <code>${escapeHtml(display.text(server.id))}</code></h4>
<p>Tools are ${isHidden}.</p>
${rows.length > 0 ? `<table><thead><tr><th>Tool</th><th>In the portal</th></tr></thead><tbody>${rows.join('')}</tbody></table>` : '<p>No tools are known.</p>'}`
  })
  return section('portal', id, portal, report, servers.join('\n'))
}

function toolRow(name: string, server: PortalState['servers'][number], display: Display): string {
  const override = server.updated_tools?.find((each) => each.name === name)
  const isVisible = override?.enabled ?? !server.default_disabled
  const alias = override?.portal_alias ?? override?.server_alias ?? name
  const shown = isVisible ? `<code>${escapeHtml(display.text(alias))}</code>` : '<em>hidden</em>'
  return `<tr><td><code>${escapeHtml(display.text(name))}</code></td><td>${shown}</td></tr>`
}

function serverSection(id: string, server: ServerState | undefined, report: PlanReport): string {
  const { display } = report
  const facts = server && [server.hostname, server.auth_type, server.status].filter(Boolean).map(String)
  return section(
    'server',
    id,
    server,
    report,
    facts ? `<p>${facts.map((fact) => escapeHtml(display.text(fact))).join(' · ')}</p>` : '',
  )
}

/** A portal or a server, with the steps about it. */
function section(
  resource: Step['resource'],
  id: string,
  item: { name: string; hostname: string } | undefined,
  { plan, display }: PlanReport,
  content: string,
): string {
  const steps = plan.steps.filter((step) => step.resource === resource && step.id === id)
  const badges = steps.map(({ action }) => `<span class="${action}">${action}</span>`).join(' ')
  const changes = steps.flatMap((step) => [
    ...step.changes.map((change) => toChangeText(change, display)),
    ...step.notComparable.map((field) => `~ ${field}: not comparable, is sent`),
  ])
  const isUnmanaged = plan.unmanaged.some((each) => each.resource === resource && each.id === id)
  const name = item ? display.text(item.name) : 'new'
  return `<section>
<h3>${escapeHtml(name)} <code>${escapeHtml(display.text(id))}</code> ${badges}${isUnmanaged ? ' <span>not in the file</span>' : ''}</h3>
${resource === 'portal' && item ? `<p>${escapeHtml(display.text(item.hostname))}</p>` : ''}
${list('changes', 'What would change', changes)}
${content}
</section>`
}

function list(kind: string, title: string, lines: string[]): string {
  if (lines.length === 0) return ''
  return `<div class="${kind}"><p>${title}:</p><ul>${lines.map((line) => `<li><code>${escapeHtml(line)}</code></li>`).join('')}</ul></div>`
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (character) => entities[character] ?? character)

const style = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif }
body { margin: 0 auto; max-width: 60rem; padding: 1rem }
section { border: 1px solid #8886; border-radius: .5rem; margin: 1rem 0; padding: 0 1rem .5rem }
body { overflow-wrap: anywhere }
table { border-collapse: collapse; width: 100% }
th:first-child { min-width: 6rem }
th, td { border-bottom: 1px solid #8886; padding: .25rem .5rem .25rem 0; text-align: left; vertical-align: top }
span { border-radius: .25rem; background: #8883; font-size: .8rem; padding: .1rem .4rem }
.create { background: #2da44e55 } .update, .sync { background: #bf870055 } .delete, .replace { background: #cf222e55 }
.changes, .problem { border-left: .25rem solid #bf8700; padding-left: 1rem }
.problem { border-color: #cf222e }
ul { padding-left: 1rem }`
