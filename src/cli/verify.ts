import { verify as verifyServer } from '../verify/index.ts'
import { openReporters, reporterOption, toExitCode } from './report/index.ts'
import { command } from './shell/command.ts'
import { UsageError } from './shell/errors.ts'
import { interruptible } from './shell/interruption.ts'
import { apiOptions, editionOption, failOnOption, readApi, readEdition, readFailOn } from './shell/options.ts'
import { complain, progress } from './shell/output.ts'
import { specOfThisPackage } from './shell/package.ts'
import { quoted } from './shell/visible.ts'

export const verify = command({
  name: 'verify',
  summary: 'check a server against the spec',
  about: `Runs the contract cases against a server. Without --write nothing is changed. The API token is taken from
    CLOUDFLARE_API_TOKEN and never shown.`,
  usage: '[options]',
  options: {
    ...apiOptions,
    write: {
      type: 'boolean',
      help: 'create, change and delete two servers and a portal whose ids begin with "contract-"; they are deleted whatever happens, after Ctrl-C too',
    },
    'server-url': { type: 'string', value: 'URL', help: 'URL of these servers (else one of example.com)' },
    'portal-hostname': {
      type: 'string',
      value: 'NAME',
      help: 'host name of this portal, if the API takes only host names of the account (else one of example.com)',
    },
    stateless: {
      type: 'boolean',
      help: 'the server is a mock that responds with examples: check each response, compare none with another',
    },
    ...editionOption,
    ...failOnOption,
    ...reporterOption,
  },
  example: 'verify --base-url http://127.0.0.1:4010 --reporter junit=report.xml',
  exitCodes: {
    0: 'every case passed; what is undocumented is reported, but fails no case',
    1: 'the contract is violated',
    2: 'a case could not be run, or something may be left in the account',
  },
  async run({ values, positionals }) {
    if (positionals[0] !== undefined) throw new UsageError(`verify takes no argument ${quoted(positionals[0])}`)
    const client = readApi(values)
    const edition = readEdition(values)
    const failOn = readFailOn(values)
    const write = await openReporters(values)
    let tracked: string[] = []
    const interruption = interruptible(
      () => complain(`interrupted, deleting what was created. Once more to stop at once`),
      () => {
        if (tracked.length === 0) return undefined
        complain(`stopped. This may be left behind: ${tracked.join(', ')}`)
        return 2
      },
    )
    const { cases, hints } = await verifyServer({
      client,
      edition,
      write: values.write,
      stateless: values.stateless,
      serverUrl: values['server-url'],
      portalHostname: values['portal-hostname'],
      signal: interruption.signal,
      onCase: ({ name, number, of }) => progress(`${number}/${of} ${name}`),
      onWait: (seconds) =>
        complain(`waiting ${Math.ceil(seconds)} s for the rate limit before deleting what was created`),
      onTracked: (things) => {
        tracked = things
      },
    })
    progress('')
    const report = {
      command: 'verify',
      target: client.baseUrl,
      spec: specOfThisPackage(edition),
      unit: 'cases',
      checks: cases,
      hints,
    }
    await write(report, failOn)
    const exitCode = toExitCode(report, failOn)
    return exitCode === 2 && tracked.length > 0 ? 2 : interruption.exitCode || exitCode
  },
})
