/** A line that GitHub Actions turns into an annotation. */
export function annotation(level: 'error' | 'warning', title: string, message: string): string {
  return `::${level} title=${escaped(title).replace(/:/g, '%3A').replace(/,/g, '%2C')}::${escaped(message)}\n`
}

function escaped(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A')
}
