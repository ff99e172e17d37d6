// Written by `npm run generate` from spec/. Do not edit.
export interface paths {
    "/accounts/{account_id}/access/ai-controls/mcp/analytics/portals/{portal_id}/tool-calls/timeseries": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Identifier of the Cloudflare account that owns the portals and servers. */
                account_id: components["parameters"]["AccountId"];
                /** @description Identifier of the MCP portal, as chosen when it was created. */
                portal_id: components["parameters"]["PathPortalId"];
            };
            cookie?: never;
        };
        /**
         * Count the tool calls of a portal
         * @description How often people called tools through one portal, by day or by month.
         */
        get: operations["readPortalToolCalls"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/{account_id}/access/ai-controls/mcp/analytics/servers/{server_id}/tool-calls/timeseries": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Identifier of the Cloudflare account that owns the portals and servers. */
                account_id: components["parameters"]["AccountId"];
                /** @description Identifier of the MCP server, as chosen when it was created. */
                server_id: components["parameters"]["PathServerId"];
            };
            cookie?: never;
        };
        /**
         * Count the tool calls of a server
         * @description How often people called tools of one server, by day or by month.
         */
        get: operations["readServerToolCalls"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/{account_id}/access/ai-controls/mcp/analytics/tool-calls/timeseries": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Identifier of the Cloudflare account that owns the portals and servers. */
                account_id: components["parameters"]["AccountId"];
            };
            cookie?: never;
        };
        /**
         * Count tool calls
         * @description How often people called tools through any portal of the account, by day or by month.
         */
        get: operations["readToolCalls"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/{account_id}/access/ai-controls/mcp/portals": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Identifier of the Cloudflare account that owns the portals and servers. */
                account_id: components["parameters"]["AccountId"];
            };
            cookie?: never;
        };
        /**
         * List portals
         * @description One page of the portals of the account, each with the servers behind it. A page past the end is empty, and no error.
         */
        get: operations["listPortals"];
        put?: never;
        /**
         * Create a portal
         * @description Creates a portal, with servers behind it if the body names any. It makes no DNS record: MCP clients reach the portal once its host name has a proxied CNAME record to gateway.agents.cloudflare.com.
         */
        post: operations["createPortal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/{account_id}/access/ai-controls/mcp/portals/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Identifier of the Cloudflare account that owns the portals and servers. */
                account_id: components["parameters"]["AccountId"];
                /** @description Identifier of the MCP portal, as chosen when it was created. */
                id: components["parameters"]["PortalId"];
            };
            cookie?: never;
        };
        /**
         * Read a portal
         * @description One portal with the servers behind it.
         */
        get: operations["readPortal"];
        /**
         * Update a portal
         * @description Changes a portal; a field that is absent stays as it is. The list of servers, when given, is the whole list that the portal is to have. Fields of a response that cannot be set are ignored. Of two updates at once the later one wins.
         */
        put: operations["updatePortal"];
        post?: never;
        /**
         * Delete a portal
         * @description Deletes the portal.
         */
        delete: operations["deletePortal"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/{account_id}/access/ai-controls/mcp/portals/{portal_id}/servers/{server_id}/effective-redirect-uri": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Identifier of the Cloudflare account that owns the portals and servers. */
                account_id: components["parameters"]["AccountId"];
                /** @description Identifier of the MCP portal, as chosen when it was created. */
                portal_id: components["parameters"]["PathPortalId"];
                /** @description Identifier of the MCP server, as chosen when it was created. */
                server_id: components["parameters"]["PathServerId"];
            };
            cookie?: never;
        };
        /**
         * Read a redirect URI
         * @description The redirect URI that has to be registered with the OAuth provider of a server, as it is sent there for people who use the server through this portal.
         */
        get: operations["readEffectiveRedirectUri"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/{account_id}/access/ai-controls/mcp/servers": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Identifier of the Cloudflare account that owns the portals and servers. */
                account_id: components["parameters"]["AccountId"];
            };
            cookie?: never;
        };
        /**
         * List servers
         * @description One page of the servers that the account has registered. A page past the end is empty, and no error.
         */
        get: operations["listServers"];
        put?: never;
        /**
         * Register a server
         * @description Registers an MCP server. Its URL can not be changed later. Sync it to read its tools and prompts.
         */
        post: operations["createServer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/{account_id}/access/ai-controls/mcp/servers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Identifier of the Cloudflare account that owns the portals and servers. */
                account_id: components["parameters"]["AccountId"];
                /** @description Identifier of the MCP server, as chosen when it was created. */
                id: components["parameters"]["ServerId"];
            };
            cookie?: never;
        };
        /**
         * Read a server
         * @description One server with the tools and prompts last read from it.
         */
        get: operations["readServer"];
        /**
         * Update a server
         * @description Changes the registration: a field that is absent stays as it is, null clears it. A list of overrides, when given, is the whole list that the server is to have. Another `auth_type` takes the server back to "waiting".
         */
        put: operations["updateServer"];
        post?: never;
        /**
         * Delete a server
         * @description Removes the registration. The result is the whole server as it was.
         */
        delete: operations["deleteServer"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/{account_id}/access/ai-controls/mcp/servers/{id}/sync": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Identifier of the Cloudflare account that owns the portals and servers. */
                account_id: components["parameters"]["AccountId"];
                /** @description Identifier of the MCP server, as chosen when it was created. */
                id: components["parameters"]["ServerId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sync a server's capabilities
         * @description Connects to the MCP server and reads its tools and prompts. The status is 200 even if the server cannot be reached: see `error` in the result. A server whose OAuth client was registered by hand is not read, though the sync succeeds: `last_synced` of the server tells.
         */
        post: operations["syncServer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description Body of every response that reports a failure. */
        ApiFailure: {
            /** @description What went wrong. */
            errors: components["schemas"]["ApiMessage"][];
            /** @description Remarks that are not errors. */
            messages?: components["schemas"]["ApiMessage"][];
            /** @description Null where it is present; a failure has no result. */
            result?: unknown;
            /** @description Always false here. */
            success: boolean;
        };
        /** @description One error or remark of the API. */
        ApiMessage: {
            /** @description Number of the error. 7001 stands for input that failed validation, 7002 for something that was not found. Absent on some refusals of a list. */
            code?: number;
            /** @description What happened, in words. */
            message: string;
            /** @description Where in the input the error is, as field names from the outside in. */
            path?: unknown[];
        };
        /** @description One tool or prompt as the MCP server describes it: an open map, handed on as it came (name, description, input schema and whatever else the server says). */
        Capability: {
            [key: string]: unknown;
        };
        /** @description How one tool or prompt of a server is presented in place of what the server says. */
        CapabilityOverride: {
            /** @description Name under which it is shown instead. The API is known to take 1 to 40 letters and digits, with single hyphens or underscores between them. */
            alias?: string;
            /** @description Description that is shown instead of the server's. */
            description?: string;
            /** @description Whether it is offered at all. */
            enabled?: boolean;
            /** @description Name of the tool or prompt as the server gives it. */
            name: string;
            /** @description Only the response of a portal has it. toAttachments turns it into what a request has. */
            portal_alias?: never;
            /** @description Only the response of a portal has it. toAttachments turns it into what a request has. */
            portal_description?: never;
            /** @description Only the response of a portal has it. toAttachments turns it into what a request has. */
            server_alias?: never;
            /** @description Only the response of a portal has it. toAttachments turns it into what a request has. */
            server_description?: never;
        };
        /** @description A portal as it was when it was deleted, without the list of its servers. */
        DeletedMcpPortal: {
            /**
             * @deprecated
             * @description Superseded by `code_mode`: false where that is "off", else true.
             */
            allow_code_mode?: boolean;
            code_mode?: components["schemas"]["McpPortalCodeMode"];
            /** @description When the portal was created; RFC 3339 as a rule, sometimes "YYYY-MM-DD hh:mm:ss". */
            created_at?: string;
            /** @description Who created the portal. */
            created_by?: string;
            /** @description Free text about the purpose of the portal. */
            description?: string;
            /** @description Host name at which MCP clients reach the portal. */
            hostname: string;
            /** @description Identifier of the portal within the account. */
            id: string;
            /** @description When the portal was last changed; same formats as `created_at`. */
            modified_at?: string;
            /** @description Who changed the portal last. */
            modified_by?: string;
            /** @description Name shown to people. */
            name: string;
            /** @description Whether traffic from the portal to its servers passes through the Zero Trust Secure Web Gateway. */
            secure_web_gateway?: boolean;
        };
        /** @description Response that carries the portal that was deleted. */
        DeletedMcpPortalEnvelope: {
            /** @description What went wrong; empty on success. */
            errors?: components["schemas"]["ApiMessage"][];
            /** @description Remarks that are not errors. */
            messages?: components["schemas"]["ApiMessage"][];
            result: components["schemas"]["DeletedMcpPortal"];
            /** @description Whether the operation succeeded. */
            success: boolean;
        };
        /** @description Where an OAuth provider has to send people back to, for one server behind one portal. */
        EffectiveRedirectUri: {
            /**
             * Format: uri
             * @description The URL to register with the OAuth provider, exactly so.
             */
            redirect_uri: string;
            /**
             * @description Which callback it is: the portal's own ("per_portal"), or the one that Cloudflare shares among all accounts ("shared_mcp22").
             * @enum {string}
             */
            source: "per_portal" | "shared_mcp22";
        };
        /** @description Response that carries a redirect URI. */
        EffectiveRedirectUriEnvelope: {
            /** @description What went wrong; empty on success. */
            errors?: components["schemas"]["ApiMessage"][];
            /** @description Remarks that are not errors. */
            messages?: components["schemas"]["ApiMessage"][];
            result: components["schemas"]["EffectiveRedirectUri"];
            /** @description Whether the operation succeeded. */
            success: boolean;
        };
        /** @description Identifier chosen by the creator, unique within the account: 1 to 32 lower-case letters, digits and underscores, with single hyphens between them. Avoid underscores in the id of a server: a portal splits the names of tools at the first one, and Cloudflare's documentation rules them out. */
        McpId: string;
        /** @description An MCP portal with the servers behind it. */
        McpPortal: {
            /**
             * @deprecated
             * @description Superseded by `code_mode`: false where that is "off", else true.
             */
            allow_code_mode?: boolean;
            code_mode?: components["schemas"]["McpPortalCodeMode"];
            /** @description When the portal was created; RFC 3339 as a rule, sometimes "YYYY-MM-DD hh:mm:ss". */
            created_at?: string;
            /** @description Who created the portal. */
            created_by?: string;
            /** @description Free text about the purpose of the portal. */
            description?: string;
            /** @description Host name at which MCP clients reach the portal. */
            hostname: string;
            /** @description Identifier of the portal within the account. */
            id: string;
            /** @description When the portal was last changed; same formats as `created_at`. */
            modified_at?: string;
            /** @description Who changed the portal last. */
            modified_by?: string;
            /** @description Name shown to people. */
            name: string;
            /** @description Whether traffic from the portal to its servers passes through the Zero Trust Secure Web Gateway. */
            secure_web_gateway?: boolean;
            /** @description The servers behind the portal, in the order of the account. */
            servers: components["schemas"]["McpPortalServer"][];
        };
        /**
         * @description Whether MCP clients may write code that combines tool calls. "off": never. "opt_in": for a client that asks for it with `?codemode=search_and_execute`. "default_on": unless a client refuses it with `?codemode=off`. "enforced": always. A portal that is created without it gets "opt_in".
         * @enum {string}
         */
        McpPortalCodeMode: "off" | "opt_in" | "default_on" | "enforced";
        /** @description What it takes to create a portal. */
        McpPortalCreate: {
            /**
             * @deprecated
             * @description Superseded by `code_mode`: false is "off", true is any other mode. If both are sent and disagree, the API refuses the request with 400.
             */
            allow_code_mode?: boolean;
            code_mode?: components["schemas"]["McpPortalCodeMode"];
            /** @description Free text about the purpose of the portal, at most 512 characters. */
            description?: string;
            /** @description Bare host name at which MCP clients are to reach the portal, without scheme or path. */
            hostname: string;
            id: components["schemas"]["McpId"];
            /** @description Name shown to people, at most 350 characters. */
            name: string;
            /** @description Send traffic from the portal to its servers through the Zero Trust Secure Web Gateway. Off unless set. */
            secure_web_gateway?: boolean;
            /** @description The whole list of servers behind the portal. An update that names only some of them detaches the others. */
            servers?: components["schemas"]["PortalServerAttachment"][];
        };
        /** @description Response that carries one portal. */
        McpPortalEnvelope: {
            /** @description What went wrong; empty on success. */
            errors?: components["schemas"]["ApiMessage"][];
            /** @description Remarks that are not errors. */
            messages?: components["schemas"]["ApiMessage"][];
            result: components["schemas"]["McpPortal"];
            /** @description Whether the operation succeeded. */
            success: boolean;
        };
        /** @description Response that carries one page of portals. */
        McpPortalListEnvelope: {
            /** @description What went wrong; empty on success. */
            errors?: components["schemas"]["ApiMessage"][];
            /** @description Remarks that are not errors. */
            messages?: components["schemas"]["ApiMessage"][];
            /** @description The portals of this page. */
            result: components["schemas"]["McpPortal"][];
            result_info?: components["schemas"]["ResultInfo"];
            /** @description Whether the operation succeeded. */
            success: boolean;
        };
        /** @description A server as one portal shows it, with the portal's own settings for it. */
        McpPortalServer: {
            auth_config_summary?: components["schemas"]["McpServerAuthConfigSummary"];
            auth_type: components["schemas"]["McpServerAuthType"];
            authentication_status?: components["schemas"]["McpServerAuthenticationStatus"];
            /** @description When the server was registered; RFC 3339 as a rule, sometimes "YYYY-MM-DD hh:mm:ss". */
            created_at?: string;
            /** @description Who registered the server. */
            created_by?: string;
            /** @description Whether the portal hides the server's tools and prompts unless they are switched on one by one. */
            default_disabled?: boolean;
            /** @description Free text about the purpose of the server. */
            description?: string | null;
            /** @description Why the last sync failed, in words; empty or absent after a success. */
            error?: string;
            error_details?: components["schemas"]["McpServerErrorDetails"];
            /** @description URL at which the upstream MCP server is reached. */
            hostname: string;
            /** @description Identifier of the server within the account. */
            id: string;
            /** @description Whether OAuth on a user's behalf returns to the callback address that Cloudflare shares among all accounts, not to the portal's own host name. Takes effect only where Cloudflare has rolled the feature out. */
            is_shared_oauth_callback_enabled?: boolean;
            /** @description When capabilities were last read successfully; same formats as `created_at`. */
            last_successful_sync?: string;
            /** @description When reading capabilities was last tried, whatever came of it; same formats as `created_at`. */
            last_synced?: string;
            /** @description When the registration was last changed; same formats as `created_at`. */
            modified_at?: string;
            /** @description Who changed the registration last. */
            modified_by?: string;
            /** @description Name shown to people. */
            name: string;
            /** @description Whether the portal calls the server with the identity of the person using it. */
            on_behalf?: boolean;
            /** @description Prompts that the server offered at its last successful sync, as it described them; presumably null, as `tools` is, for a server that waits for its first authorization. */
            prompts: components["schemas"]["Capability"][] | null;
            /** @description Whether traffic to this server passes through the Zero Trust Secure Web Gateway. */
            secure_web_gateway?: boolean;
            /** @description Identifier of the server within the account, the same as `id`; a request names it so. */
            server_id: string;
            /** @description State of the last sync. Seen so far are "waiting", "ready", "stale", "error" and "active"; treat any other value as unknown. */
            status?: string;
            /** @description Tools that the server offered at its last successful sync, as it described them; null for a server that waits for its first authorization. */
            tools: components["schemas"]["Capability"][] | null;
            /** @description Prompts that this portal presents differently from what the server says. */
            updated_prompts?: components["schemas"]["PortalCapabilityOverride"][] | null;
            /** @description Tools that this portal presents differently from what the server says. */
            updated_tools?: components["schemas"]["PortalCapabilityOverride"][] | null;
        };
        /** @description What of a portal can be changed. The id can not. */
        McpPortalUpdate: {
            /**
             * @deprecated
             * @description Superseded by `code_mode`: false is "off", true is any other mode. If both are sent and disagree, the API refuses the request with 400.
             */
            allow_code_mode?: boolean;
            code_mode?: components["schemas"]["McpPortalCodeMode"];
            /** @description Free text about the purpose of the portal, at most 512 characters. */
            description?: string | null;
            /** @description Bare host name at which MCP clients are to reach the portal, without scheme or path. */
            hostname?: string;
            /** @description Name shown to people, at most 350 characters. */
            name?: string;
            /** @description Send traffic from the portal to its servers through the Zero Trust Secure Web Gateway. Off unless set. */
            secure_web_gateway?: boolean | null;
            /** @description The whole list of servers behind the portal. An update that names only some of them detaches the others. */
            servers?: components["schemas"]["PortalServerAttachment"][];
        };
        /** @description A registered MCP server, with its own overrides and the capabilities last read from it. */
        McpServer: {
            auth_config_summary?: components["schemas"]["McpServerAuthConfigSummary"];
            auth_type: components["schemas"]["McpServerAuthType"];
            authentication_status?: components["schemas"]["McpServerAuthenticationStatus"];
            /** @description When the server was registered; RFC 3339 as a rule, sometimes "YYYY-MM-DD hh:mm:ss". */
            created_at?: string;
            /** @description Who registered the server. */
            created_by?: string;
            /** @description Free text about the purpose of the server. */
            description?: string | null;
            /** @description Why the last sync failed, in words; empty or absent after a success. */
            error?: string;
            error_details?: components["schemas"]["McpServerErrorDetails"];
            /** @description URL at which the upstream MCP server is reached. */
            hostname: string;
            /** @description Identifier of the server within the account. */
            id: string;
            /** @description Whether OAuth on a user's behalf returns to the callback address that Cloudflare shares among all accounts, not to the portal's own host name. Takes effect only where Cloudflare has rolled the feature out. */
            is_shared_oauth_callback_enabled?: boolean;
            /** @description When capabilities were last read successfully; same formats as `created_at`. */
            last_successful_sync?: string;
            /** @description When reading capabilities was last tried, whatever came of it; same formats as `created_at`. */
            last_synced?: string;
            /** @description When the registration was last changed; same formats as `created_at`. */
            modified_at?: string;
            /** @description Who changed the registration last. */
            modified_by?: string;
            /** @description Name shown to people. */
            name: string;
            /** @description Prompts that the server offered at its last successful sync, as it described them; presumably null, as `tools` is, for a server that waits for its first authorization. */
            prompts: components["schemas"]["Capability"][] | null;
            /** @description Whether traffic to this server passes through the Zero Trust Secure Web Gateway. */
            secure_web_gateway?: boolean;
            /** @description State of the last sync. Seen so far are "waiting", "ready", "stale", "error" and "active"; treat any other value as unknown. */
            status?: string;
            /** @description Tools that the server offered at its last successful sync, as it described them; null for a server that waits for its first authorization. */
            tools: components["schemas"]["Capability"][] | null;
            /** @description Prompts that are presented differently from what the server says, in every portal. */
            updated_prompts?: components["schemas"]["CapabilityOverride"][] | null;
            /** @description Tools that are presented differently from what the server says, in every portal. */
            updated_tools?: components["schemas"]["CapabilityOverride"][] | null;
        };
        /** @description What may be shown of a server's credentials. It never holds a secret. */
        McpServerAuthConfigSummary: {
            /**
             * @description How the OAuth client came to be: registered by the API itself ("dcr", dynamic client registration), or by hand ("manual").
             * @enum {string}
             */
            auth_mode?: "dcr" | "manual";
            /** @description Which version of the client secret is stored. */
            client_secret_version?: number;
            config?: components["schemas"]["McpServerOAuthConfig"];
            /** @description Whether a client secret is stored. */
            has_client_secret?: boolean;
            registration_info?: components["schemas"]["McpServerOAuthRegistration"];
        } | null;
        /**
         * @description Whether an administrator has to authorize the server before its tools can be read. "not_required": no. "required": yes, and nobody has yet. "connected": it is authorized. "stale": it has to be authorized anew. "manual": OAuth was set up by hand, and each user authorizes alone.
         * @enum {string}
         */
        McpServerAuthenticationStatus: "not_required" | "required" | "connected" | "stale" | "manual";
        /**
         * @description How a portal authenticates to the server.
         * @enum {string}
         */
        McpServerAuthType: "oauth" | "bearer" | "unauthenticated";
        /** @description What it takes to register a server. */
        McpServerCreate: {
            /**
             * Format: password
             * @description Secret with which the portal authenticates to the server, never returned by any operation: a bearer token, or JSON text with several headers, `{"headers":{"X-Api-Key":"..."}}`.
             */
            auth_credentials?: string;
            auth_type: components["schemas"]["McpServerAuthType"];
            /**
             * Format: password
             * @description Client secret of an OAuth client that was registered by hand, that is where `auth_credentials` say `auth_mode` "manual". Stored encrypted and never returned; an update without it keeps it.
             */
            client_secret?: string;
            /** @description Free text about the purpose of the server, at most 512 characters. */
            description?: string | null;
            /**
             * Format: uri
             * @description URL at which the upstream MCP server is reached. It can not be changed later.
             */
            hostname: string;
            id: components["schemas"]["McpId"];
            /** @description Let OAuth on a user's behalf return to the callback address that Cloudflare shares among all accounts, not to the portal's own host name. Off unless set; takes effect only where Cloudflare has rolled the feature out. */
            is_shared_oauth_callback_enabled?: boolean;
            /** @description Name shown to people, at most 350 characters. */
            name: string;
            /** @description Send traffic to this server through the Zero Trust Secure Web Gateway. Off unless set. */
            secure_web_gateway?: boolean;
            /** @description Prompts to switch on or off, rename or describe anew, for every portal that shows this server. */
            updated_prompts?: components["schemas"]["CapabilityOverride"][];
            /** @description Tools to switch on or off, rename or describe anew, for every portal that shows this server. */
            updated_tools?: components["schemas"]["CapabilityOverride"][];
        };
        /** @description Response that carries one server. */
        McpServerEnvelope: {
            /** @description What went wrong; empty on success. */
            errors?: components["schemas"]["ApiMessage"][];
            /** @description Remarks that are not errors. */
            messages?: components["schemas"]["ApiMessage"][];
            result: components["schemas"]["McpServer"];
            /** @description Whether the operation succeeded. */
            success: boolean;
        };
        /** @description What is known about the failure of a sync. */
        McpServerErrorDetails: {
            /** @description The underlying error, in words. */
            cause?: string;
            /** @description True if the MCP server itself responded with an error, false if it was not reached. */
            is_upstream?: boolean;
            /** @description Error code of the MCP protocol (JSON-RPC), when the server sent one. */
            mcp_code?: number;
            /** @description Whether the failure is likely to pass, so that another sync is worth trying. */
            retryable?: boolean;
            /** @description HTTP status of the response of the MCP server. */
            status_code?: number;
        };
        /** @description Response that carries one page of servers. */
        McpServerListEnvelope: {
            /** @description What went wrong; empty on success. */
            errors?: components["schemas"]["ApiMessage"][];
            /** @description Remarks that are not errors. */
            messages?: components["schemas"]["ApiMessage"][];
            /** @description The servers of this page. */
            result: components["schemas"]["McpServer"][];
            result_info?: components["schemas"]["ResultInfo"];
            /** @description Whether the operation succeeded. */
            success: boolean;
        };
        /** @description The endpoints of the OAuth provider in front of a server. */
        McpServerOAuthConfig: {
            /** @description URL at which a person grants access. */
            authorization_endpoint?: string;
            /** @description Identifier of the OAuth provider, a URL. */
            issuer?: string;
            /** @description The resource for which access is granted, a URL. */
            resource?: string;
            /** @description URL at which a token is revoked. */
            revocation_endpoint?: string;
            /** @description URL at which tokens are issued. */
            token_endpoint?: string;
        };
        /** @description The OAuth client that was registered with the provider. */
        McpServerOAuthRegistration: {
            /** @description Identifier of the client at the provider. */
            client_id?: string;
            /** @description The URLs to which the provider may send people back. */
            redirect_uris?: string[];
            /** @description The scopes that are asked for, separated by spaces. */
            scope?: string;
            /** @description How the client authenticates at the token endpoint. */
            token_endpoint_auth_method?: string;
        };
        /** @description What came of reading a server's capabilities. A failed sync is a successful call whose result holds the error. */
        McpServerSync: {
            /** @description Why the sync failed, in words; empty or absent after a success. */
            error?: string;
            error_details?: components["schemas"]["McpServerErrorDetails"];
            /** @description State of the server after the sync; the same open set of values as `status` of a server. */
            status?: string;
        };
        /** @description Response that carries the outcome of a sync. */
        McpServerSyncEnvelope: {
            /** @description What went wrong; empty on success. */
            errors?: components["schemas"]["ApiMessage"][];
            /** @description Remarks that are not errors. */
            messages?: components["schemas"]["ApiMessage"][];
            result: components["schemas"]["McpServerSync"];
            /** @description Whether the operation succeeded. */
            success: boolean;
        };
        /** @description What of a server can be changed. The id and the URL can not. */
        McpServerUpdate: {
            /**
             * Format: password
             * @description Secret with which the portal authenticates to the server, never returned by any operation: a bearer token, or JSON text with several headers, `{"headers":{"X-Api-Key":"..."}}`.
             */
            auth_credentials?: string | null;
            auth_type?: components["schemas"]["McpServerAuthType"];
            /**
             * Format: password
             * @description Client secret of an OAuth client that was registered by hand, that is where `auth_credentials` say `auth_mode` "manual". Stored encrypted and never returned; an update without it keeps it.
             */
            client_secret?: string;
            /** @description Free text about the purpose of the server, at most 512 characters. */
            description?: string | null;
            /** @description Let OAuth on a user's behalf return to the callback address that Cloudflare shares among all accounts, not to the portal's own host name. Off unless set; takes effect only where Cloudflare has rolled the feature out. */
            is_shared_oauth_callback_enabled?: boolean | null;
            /** @description Name shown to people, at most 350 characters. */
            name?: string;
            /** @description Send traffic to this server through the Zero Trust Secure Web Gateway. Off unless set. */
            secure_web_gateway?: boolean | null;
            /** @description Prompts to switch on or off, rename or describe anew, for every portal that shows this server. */
            updated_prompts?: components["schemas"]["CapabilityOverride"][] | null;
            /** @description Tools to switch on or off, rename or describe anew, for every portal that shows this server. */
            updated_tools?: components["schemas"]["CapabilityOverride"][] | null;
        };
        /** @description How one tool or prompt of a server is presented in a portal: what the portal says about it, and what the server's own registration says. */
        PortalCapabilityOverride: {
            /** @description Whether the portal offers it. */
            enabled?: boolean;
            /** @description Name of the tool or prompt as the server gives it. */
            name: string;
            /** @description Name under which this portal shows it. */
            portal_alias?: string;
            /** @description Description that this portal shows. */
            portal_description?: string;
            /** @description Name that the server's own registration gives it, for every portal. */
            server_alias?: string;
            /** @description Description that the server's own registration gives it, for every portal. */
            server_description?: string;
        };
        /** @description One server to be put behind a portal, with the portal's settings for it. */
        PortalServerAttachment: {
            /** @description Hide the server's tools and prompts unless they are switched on one by one. False unless set. */
            default_disabled?: boolean;
            /** @description Call the server with the identity of the person using the portal. True unless set. */
            on_behalf?: boolean;
            server_id: components["schemas"]["McpId"];
            /** @description Prompts to switch on or off, rename or describe anew in this portal only. */
            updated_prompts?: components["schemas"]["CapabilityOverride"][];
            /** @description Tools to switch on or off, rename or describe anew in this portal only. */
            updated_tools?: components["schemas"]["CapabilityOverride"][];
        };
        /** @description Where a page stands in the whole list. */
        ResultInfo: {
            /** @description How many items this page holds. */
            count?: number;
            /** @description Number of this page, counted from 1. */
            page?: number;
            /** @description How many items a page holds at most. */
            per_page?: number;
            /** @description How many items there are in all; the live API may count those that a search leaves out. */
            total_count?: number;
            /** @description How many pages there are in all. The live API does not send it. */
            total_pages?: number;
        };
        /** @description How often tools were called in one period. */
        ToolCallCount: {
            /** @description How many calls there were. */
            count?: number;
            /** @description The first or only day of the period, as YYYY-MM-DD in the time zone that was asked for. */
            day?: string;
        };
        /** @description How often tools were called, period by period. */
        ToolCallSeries: {
            /** @description Whether the counts are aggregated. The documentation does not say whether as text or boolean. */
            aggregate?: unknown;
            /**
             * Format: int64
             * @description End of the window, in milliseconds since 1970-01-01 UTC; it is no longer a part of it.
             */
            end?: number;
            /**
             * @description Whether calls are counted by day or by month.
             * @enum {string}
             */
            granularity?: "daily" | "monthly";
            /** @description The counts, one for each period. */
            series?: components["schemas"]["ToolCallCount"][];
            /**
             * Format: int64
             * @description Beginning of the window, in milliseconds since 1970-01-01 UTC.
             */
            start?: number;
            /** @description How many calls there were in the whole window. */
            total?: number;
            /** @description Time zone in which days begin. */
            tz?: string;
        };
        /** @description Response that carries how often tools were called. */
        ToolCallSeriesEnvelope: {
            /** @description What went wrong; empty on success. */
            errors?: components["schemas"]["ApiMessage"][];
            /** @description Remarks that are not errors. */
            messages?: components["schemas"]["ApiMessage"][];
            result: components["schemas"]["ToolCallSeries"];
            /** @description Whether the operation succeeded. */
            success: boolean;
        };
    };
    responses: {
        /** @description The input was refused; nothing was changed. */
        BadRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ApiFailure"];
            };
        };
        /** @description The token is valid but lacks the permission for this operation or account. */
        Forbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ApiFailure"];
            };
        };
        /** @description There is nothing with this id in the account. */
        NotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ApiFailure"];
            };
        };
        /** @description Too many requests. A token may send 1200 in five minutes; the block may last as long. */
        RateLimited: {
            headers: {
                /**
                 * @description What is left of the limit that was hit, and seconds until it is whole again.
                 * @example "default";r=0;t=30
                 */
                Ratelimit?: string;
                /**
                 * @description The limit that was hit.
                 * @example "default";q=1200;w=300
                 */
                "Ratelimit-Policy"?: string;
                /**
                 * @description Seconds to wait before the next request. It may be 0 although a wait is needed.
                 * @example 30
                 */
                "Retry-After"?: number;
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ApiFailure"];
            };
        };
        /** @description Cloudflare failed to handle the request. Whether a change was made is not known. */
        ServerError: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ApiFailure"];
            };
        };
        /** @description How often tools were called. */
        ToolCalls: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ToolCallSeriesEnvelope"];
            };
        };
        /** @description The token is missing, malformed, expired or revoked. */
        Unauthorized: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ApiFailure"];
            };
        };
    };
    parameters: {
        /** @description Identifier of the Cloudflare account that owns the portals and servers. */
        AccountId: string;
        /** @description Whether to return aggregated counts, as text. Not when left out. */
        Aggregate: "true" | "false";
        /** @description How many days back to count. 7 when left out; ignored when counting by month. */
        Days: number;
        /** @description Whether to count by day or by month. By day when left out. */
        Granularity: "daily" | "monthly";
        /** @description Which page to return, counted from 1. The first page when left out. */
        Page: number;
        /** @description Identifier of the MCP portal, as chosen when it was created. */
        PathPortalId: components["schemas"]["McpId"];
        /** @description Identifier of the MCP server, as chosen when it was created. */
        PathServerId: components["schemas"]["McpId"];
        /** @description How many items a page holds at most. The API chooses 20 when left out; a recording shows 50. */
        PerPage: number;
        /** @description Identifier of the MCP portal, as chosen when it was created. */
        PortalId: components["schemas"]["McpId"];
        /** @description Return only portals whose id, name or host name matches this text. */
        PortalSearch: string;
        /** @description Identifier of the MCP server, as chosen when it was created. */
        ServerId: components["schemas"]["McpId"];
        /** @description Return only servers whose id or name matches this text. */
        ServerSearch: string;
        /** @description Time zone in which days begin: utc, Z, or a fixed offset from -12:00 to +14:00. Summer time is not taken into account. UTC when left out. */
        TimeZone: string;
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type ApiFailure = components['schemas']['ApiFailure'];
export type ApiMessage = components['schemas']['ApiMessage'];
export type Capability = components['schemas']['Capability'];
export type CapabilityOverride = components['schemas']['CapabilityOverride'];
export type DeletedMcpPortal = components['schemas']['DeletedMcpPortal'];
export type DeletedMcpPortalEnvelope = components['schemas']['DeletedMcpPortalEnvelope'];
export type EffectiveRedirectUri = components['schemas']['EffectiveRedirectUri'];
export type EffectiveRedirectUriEnvelope = components['schemas']['EffectiveRedirectUriEnvelope'];
export type McpId = components['schemas']['McpId'];
export type McpPortal = components['schemas']['McpPortal'];
export type McpPortalCodeMode = components['schemas']['McpPortalCodeMode'];
export type McpPortalCreate = components['schemas']['McpPortalCreate'];
export type McpPortalEnvelope = components['schemas']['McpPortalEnvelope'];
export type McpPortalListEnvelope = components['schemas']['McpPortalListEnvelope'];
export type McpPortalServer = components['schemas']['McpPortalServer'];
export type McpPortalUpdate = components['schemas']['McpPortalUpdate'];
export type McpServer = components['schemas']['McpServer'];
export type McpServerAuthConfigSummary = components['schemas']['McpServerAuthConfigSummary'];
export type McpServerAuthenticationStatus = components['schemas']['McpServerAuthenticationStatus'];
export type McpServerAuthType = components['schemas']['McpServerAuthType'];
export type McpServerCreate = components['schemas']['McpServerCreate'];
export type McpServerEnvelope = components['schemas']['McpServerEnvelope'];
export type McpServerErrorDetails = components['schemas']['McpServerErrorDetails'];
export type McpServerListEnvelope = components['schemas']['McpServerListEnvelope'];
export type McpServerOAuthConfig = components['schemas']['McpServerOAuthConfig'];
export type McpServerOAuthRegistration = components['schemas']['McpServerOAuthRegistration'];
export type McpServerSync = components['schemas']['McpServerSync'];
export type McpServerSyncEnvelope = components['schemas']['McpServerSyncEnvelope'];
export type McpServerUpdate = components['schemas']['McpServerUpdate'];
export type PortalCapabilityOverride = components['schemas']['PortalCapabilityOverride'];
export type PortalServerAttachment = components['schemas']['PortalServerAttachment'];
export type ResultInfo = components['schemas']['ResultInfo'];
export type ToolCallCount = components['schemas']['ToolCallCount'];
export type ToolCallSeries = components['schemas']['ToolCallSeries'];
export type ToolCallSeriesEnvelope = components['schemas']['ToolCallSeriesEnvelope'];
export type ResponseBadRequest = components['responses']['BadRequest'];
export type ResponseForbidden = components['responses']['Forbidden'];
export type ResponseNotFound = components['responses']['NotFound'];
export type ResponseRateLimited = components['responses']['RateLimited'];
export type ResponseServerError = components['responses']['ServerError'];
export type ResponseToolCalls = components['responses']['ToolCalls'];
export type ResponseUnauthorized = components['responses']['Unauthorized'];
export type ParameterAccountId = components['parameters']['AccountId'];
export type ParameterAggregate = components['parameters']['Aggregate'];
export type ParameterDays = components['parameters']['Days'];
export type ParameterGranularity = components['parameters']['Granularity'];
export type ParameterPage = components['parameters']['Page'];
export type ParameterPathPortalId = components['parameters']['PathPortalId'];
export type ParameterPathServerId = components['parameters']['PathServerId'];
export type ParameterPerPage = components['parameters']['PerPage'];
export type ParameterPortalId = components['parameters']['PortalId'];
export type ParameterPortalSearch = components['parameters']['PortalSearch'];
export type ParameterServerId = components['parameters']['ServerId'];
export type ParameterServerSearch = components['parameters']['ServerSearch'];
export type ParameterTimeZone = components['parameters']['TimeZone'];
export type $defs = Record<string, never>;
export interface operations {
    readPortalToolCalls: {
        parameters: {
            query?: {
                /** @description Whether to return aggregated counts, as text. Not when left out. */
                aggregate?: components["parameters"]["Aggregate"];
                /** @description How many days back to count. 7 when left out; ignored when counting by month. */
                days?: components["parameters"]["Days"];
                /** @description Whether to count by day or by month. By day when left out. */
                granularity?: components["parameters"]["Granularity"];
                /** @description Time zone in which days begin: utc, Z, or a fixed offset from -12:00 to +14:00. Summer time is not taken into account. UTC when left out. */
                tz?: components["parameters"]["TimeZone"];
            };
            header?: never;
            path: {
                /** @description Identifier of the Cloudflare account that owns the portals and servers. */
                account_id: components["parameters"]["AccountId"];
                /** @description Identifier of the MCP portal, as chosen when it was created. */
                portal_id: components["parameters"]["PathPortalId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["ToolCalls"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            default: components["responses"]["ServerError"];
        };
    };
    readServerToolCalls: {
        parameters: {
            query?: {
                /** @description Whether to return aggregated counts, as text. Not when left out. */
                aggregate?: components["parameters"]["Aggregate"];
                /** @description How many days back to count. 7 when left out; ignored when counting by month. */
                days?: components["parameters"]["Days"];
                /** @description Whether to count by day or by month. By day when left out. */
                granularity?: components["parameters"]["Granularity"];
                /** @description Time zone in which days begin: utc, Z, or a fixed offset from -12:00 to +14:00. Summer time is not taken into account. UTC when left out. */
                tz?: components["parameters"]["TimeZone"];
            };
            header?: never;
            path: {
                /** @description Identifier of the Cloudflare account that owns the portals and servers. */
                account_id: components["parameters"]["AccountId"];
                /** @description Identifier of the MCP server, as chosen when it was created. */
                server_id: components["parameters"]["PathServerId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["ToolCalls"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            default: components["responses"]["ServerError"];
        };
    };
    readToolCalls: {
        parameters: {
            query?: {
                /** @description Whether to return aggregated counts, as text. Not when left out. */
                aggregate?: components["parameters"]["Aggregate"];
                /** @description How many days back to count. 7 when left out; ignored when counting by month. */
                days?: components["parameters"]["Days"];
                /** @description Whether to count by day or by month. By day when left out. */
                granularity?: components["parameters"]["Granularity"];
                /** @description Time zone in which days begin: utc, Z, or a fixed offset from -12:00 to +14:00. Summer time is not taken into account. UTC when left out. */
                tz?: components["parameters"]["TimeZone"];
            };
            header?: never;
            path: {
                /** @description Identifier of the Cloudflare account that owns the portals and servers. */
                account_id: components["parameters"]["AccountId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["ToolCalls"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["RateLimited"];
            default: components["responses"]["ServerError"];
        };
    };
    listPortals: {
        parameters: {
            query?: {
                /** @description Which page to return, counted from 1. The first page when left out. */
                page?: components["parameters"]["Page"];
                /** @description How many items a page holds at most. The API chooses 20 when left out; a recording shows 50. */
                per_page?: components["parameters"]["PerPage"];
                /** @description Return only portals whose id, name or host name matches this text. */
                search?: components["parameters"]["PortalSearch"];
            };
            header?: never;
            path: {
                /** @description Identifier of the Cloudflare account that owns the portals and servers. */
                account_id: components["parameters"]["AccountId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of portals. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["McpPortalListEnvelope"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["RateLimited"];
            default: components["responses"]["ServerError"];
        };
    };
    createPortal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Identifier of the Cloudflare account that owns the portals and servers. */
                account_id: components["parameters"]["AccountId"];
            };
            cookie?: never;
        };
        /** @description The portal to create. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["McpPortalCreate"];
            };
        };
        responses: {
            /** @description The portal as created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["McpPortalEnvelope"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["RateLimited"];
            default: components["responses"]["ServerError"];
        };
    };
    readPortal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Identifier of the Cloudflare account that owns the portals and servers. */
                account_id: components["parameters"]["AccountId"];
                /** @description Identifier of the MCP portal, as chosen when it was created. */
                id: components["parameters"]["PortalId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The portal. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["McpPortalEnvelope"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            default: components["responses"]["ServerError"];
        };
    };
    updatePortal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Identifier of the Cloudflare account that owns the portals and servers. */
                account_id: components["parameters"]["AccountId"];
                /** @description Identifier of the MCP portal, as chosen when it was created. */
                id: components["parameters"]["PortalId"];
            };
            cookie?: never;
        };
        /** @description The fields to change. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["McpPortalUpdate"];
            };
        };
        responses: {
            /** @description The portal after the change. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["McpPortalEnvelope"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            default: components["responses"]["ServerError"];
        };
    };
    deletePortal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Identifier of the Cloudflare account that owns the portals and servers. */
                account_id: components["parameters"]["AccountId"];
                /** @description Identifier of the MCP portal, as chosen when it was created. */
                id: components["parameters"]["PortalId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The portal as it was, without its servers. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeletedMcpPortalEnvelope"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            default: components["responses"]["ServerError"];
        };
    };
    readEffectiveRedirectUri: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Identifier of the Cloudflare account that owns the portals and servers. */
                account_id: components["parameters"]["AccountId"];
                /** @description Identifier of the MCP portal, as chosen when it was created. */
                portal_id: components["parameters"]["PathPortalId"];
                /** @description Identifier of the MCP server, as chosen when it was created. */
                server_id: components["parameters"]["PathServerId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The redirect URI. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EffectiveRedirectUriEnvelope"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            default: components["responses"]["ServerError"];
        };
    };
    listServers: {
        parameters: {
            query?: {
                /** @description Which page to return, counted from 1. The first page when left out. */
                page?: components["parameters"]["Page"];
                /** @description How many items a page holds at most. The API chooses 20 when left out; a recording shows 50. */
                per_page?: components["parameters"]["PerPage"];
                /** @description Return only servers whose id or name matches this text. */
                search?: components["parameters"]["ServerSearch"];
            };
            header?: never;
            path: {
                /** @description Identifier of the Cloudflare account that owns the portals and servers. */
                account_id: components["parameters"]["AccountId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of servers. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["McpServerListEnvelope"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["RateLimited"];
            default: components["responses"]["ServerError"];
        };
    };
    createServer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Identifier of the Cloudflare account that owns the portals and servers. */
                account_id: components["parameters"]["AccountId"];
            };
            cookie?: never;
        };
        /** @description The server to register. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["McpServerCreate"];
            };
        };
        responses: {
            /** @description The server as registered. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["McpServerEnvelope"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["RateLimited"];
            default: components["responses"]["ServerError"];
        };
    };
    readServer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Identifier of the Cloudflare account that owns the portals and servers. */
                account_id: components["parameters"]["AccountId"];
                /** @description Identifier of the MCP server, as chosen when it was created. */
                id: components["parameters"]["ServerId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The server. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["McpServerEnvelope"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            default: components["responses"]["ServerError"];
        };
    };
    updateServer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Identifier of the Cloudflare account that owns the portals and servers. */
                account_id: components["parameters"]["AccountId"];
                /** @description Identifier of the MCP server, as chosen when it was created. */
                id: components["parameters"]["ServerId"];
            };
            cookie?: never;
        };
        /** @description The fields to change. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["McpServerUpdate"];
            };
        };
        responses: {
            /** @description The server after the change. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["McpServerEnvelope"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            default: components["responses"]["ServerError"];
        };
    };
    deleteServer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Identifier of the Cloudflare account that owns the portals and servers. */
                account_id: components["parameters"]["AccountId"];
                /** @description Identifier of the MCP server, as chosen when it was created. */
                id: components["parameters"]["ServerId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The server as it was. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["McpServerEnvelope"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            default: components["responses"]["ServerError"];
        };
    };
    syncServer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Identifier of the Cloudflare account that owns the portals and servers. */
                account_id: components["parameters"]["AccountId"];
                /** @description Identifier of the MCP server, as chosen when it was created. */
                id: components["parameters"]["ServerId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What came of the sync. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["McpServerSyncEnvelope"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            default: components["responses"]["ServerError"];
        };
    };
}
