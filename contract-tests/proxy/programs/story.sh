#!/usr/bin/env bash
# The story of contract-tests/proxy/story.ts, told by curl.
set -u
api="$CLOUDFLARE_BASE_URL/accounts/$CLOUDFLARE_ACCOUNT_ID/access/ai-controls/mcp"

# call METHOD PATH [BODY]: whatever comes back, the story goes on.
call() {
  curl --silent --max-time 20 --output /dev/null --request "$1" "$api$2" \
    --header "Authorization: Bearer $CLOUDFLARE_API_TOKEN" \
    ${3:+--header 'Content-Type: application/json' --data "$3"} || true
}

call GET '/servers?per_page=100'
call POST /servers \
  '{"id":"docs","name":"Docs","hostname":"https://docs.example.com/mcp","auth_type":"unauthenticated"}'
call POST /servers/docs/sync
call GET /servers/docs
call PUT /servers/docs '{"name":"Product docs"}'
call POST /portals \
  '{"id":"engineering","name":"Engineering","hostname":"mcp.example.com","servers":[{"server_id":"docs"}]}'
call GET '/portals?per_page=100'
call GET /portals/engineering
call PUT /portals/engineering '{"name":"Platform"}'
call DELETE /portals/engineering
call DELETE /servers/docs
call GET /servers/docs
