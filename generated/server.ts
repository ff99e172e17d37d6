// Written by `npm run generate` from spec/. Do not edit.
export const serverUrl = 'https://api.cloudflare.com/client/v4'
