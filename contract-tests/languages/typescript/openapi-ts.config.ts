import { defineConfig } from '@hey-api/openapi-ts'

export default defineConfig({
  input: 'openapi.json',
  output: { path: 'mcp-portals', importFileExtension: '.js' },
  plugins: ['@hey-api/client-fetch', '@hey-api/typescript', '@hey-api/sdk'],
  // McpServerCreate with its auth_credentials, not without them beside a McpServerCreateWritable.
  parser: { transforms: { readWrite: false } },
})
