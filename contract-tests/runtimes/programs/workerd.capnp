using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [
    (name = "main", worker = .main),
    (name = "internet", network = (allow = ["local", "private", "public"])),
  ],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")],
);

const main :Workerd.Worker = (
  modules = [(name = "worker.js", esModule = embed "bundle.js")],
  compatibilityDate = "2026-10-01",
  compatibilityFlags = [COMPATIBILITY_FLAGS],
  bindings = [
    (name = "CLOUDFLARE_ACCOUNT_ID", fromEnvironment = "CLOUDFLARE_ACCOUNT_ID"),
    (name = "CLOUDFLARE_API_TOKEN", fromEnvironment = "CLOUDFLARE_API_TOKEN"),
    (name = "CLOUDFLARE_BASE_URL", fromEnvironment = "CLOUDFLARE_BASE_URL"),
    (name = "PAGE_ORIGIN", fromEnvironment = "PAGE_ORIGIN"),
  ],
);
