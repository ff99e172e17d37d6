/**
 * A check that checks nothing looks like one that finds nothing, so a run in which nothing was checked warns once. The
 * run of a fetch begins when it is created. It warns at once if a request to another host has a path of this API, which
 * is what a wrong `baseUrl` looks like. It ends with the process, in runtimes that have one.
 */
export interface Run {
  /** A request is checked. */
  check(): void
  /** A request passes unchecked; `lookAlike` if it is one of this API but for its host. */
  pass(lookAlike: { operation: string; host: string } | undefined): void
}

interface Process {
  once?(event: 'exit', listener: () => void): unknown
}

/** One for all fetches of a process, which may create one for each request. */
const total = { checked: 0, passed: 0, warned: false, listens: false }

/** Begins the run of a fetch. */
export function startRun(hosts: string): Run {
  let isQuiet = false
  return {
    check() {
      isQuiet = true
      total.checked++
    },
    pass(lookAlike) {
      total.passed++
      listen()
      if (isQuiet || !lookAlike) return
      isQuiet = true
      total.warned = true
      const { operation, host } = lookAlike
      console.warn(
        `contractFetch: nothing is checked: ${operation} goes to ${host}, not to ${hosts}. Name the host in baseUrl.`,
      )
    },
  }
}

function listen(): void {
  if (total.listens) return
  total.listens = true
  const { process } = globalThis as { process?: Process }
  process?.once?.('exit', () => {
    if (total.checked > 0 || total.warned) return
    console.warn(
      `contractFetch: nothing was checked: none of ${total.passed} requests went to an operation of this API.`,
    )
  })
}
