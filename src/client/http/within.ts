/** What `within` rejects with when time is up; the layer that knows the call makes an error of it. */
export const timeIsUp = Symbol('time is up')

/**
 * Runs a task with a signal that aborts when `limit` milliseconds have passed or when the caller aborts, and rejects at
 * that moment even if the task does not listen. Leaves no timer and no listener behind.
 */
export function within<T>(
  limit: number,
  caller: AbortSignal | undefined,
  task: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  if (caller?.aborted) return Promise.reject(caller.reason)
  return new Promise((resolve, reject) => {
    const controller = new AbortController()
    const settle = () => {
      clearTimeout(timer)
      caller?.removeEventListener('abort', onAbort)
    }
    const stop = (reason: unknown) => {
      settle()
      reject(reason)
      controller.abort(reason)
    }
    const onAbort = () => stop(caller?.reason)
    const timer = limit === Infinity ? undefined : setTimeout(stop, limit, timeIsUp)
    caller?.addEventListener('abort', onAbort)
    task(controller.signal).then(
      (value) => {
        settle()
        resolve(value)
      },
      (error) => {
        settle()
        reject(error)
      },
    )
  })
}
