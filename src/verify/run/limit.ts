const maxBytes = 50_000_000

/** The body of a response as text, which can still be read afterwards; rejects where it is longer than any list can be. */
export async function readCopy(response: Response): Promise<string> {
  const reader = response.clone().body?.getReader()
  if (!reader) return ''
  const decoder = new TextDecoder()
  let text = ''
  let size = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return text + decoder.decode()
    size += value.byteLength
    if (size > maxBytes) {
      reader.cancel().catch(() => {})
      response.body?.cancel().catch(() => {})
      throw new Error(`the response is longer than ${maxBytes / 1e6} MB`)
    }
    text += decoder.decode(value, { stream: true })
  }
}
