/** The account and the token that tests use; a mock takes any. */
export const accountId = '023e105f4ecef8ad9ca31a8372d0c353'
export const apiToken = 'any-token-will-do'

/** What a program reads to reach a server under test. */
export function environmentOf(baseUrl: string): Record<string, string> {
  return { CLOUDFLARE_BASE_URL: baseUrl, CLOUDFLARE_ACCOUNT_ID: accountId, CLOUDFLARE_API_TOKEN: apiToken }
}
