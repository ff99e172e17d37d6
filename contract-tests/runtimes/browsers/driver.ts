/** As much of a browser as the matrix needs, whatever drives it. */
export interface Driver {
  open(url: string): Promise<void>
  /** The value of an expression in the page. */
  evaluate(expression: string): Promise<unknown>
  /** Replaces what is in a field, key by key. */
  type(selector: string, text: string): Promise<void>
  click(selector: string): Promise<void>
  screenshot?(file: string): Promise<void>
  close(): Promise<void>
}

/** Waits until an expression in the page has a value. */
export async function waitFor(driver: Driver, expression: string, limit = 20_000): Promise<unknown> {
  const end = Date.now() + limit
  while (Date.now() < end) {
    const value = await driver.evaluate(expression)
    if (value) return value
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  const text = await driver.evaluate('document.body?.innerText')
  throw new Error(`${expression} did not come true; the page shows: ${text}`)
}
