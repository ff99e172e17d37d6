//! Makes the client of the description when the program is built.

use std::{env, error::Error, fs, path::Path};

use progenitor::{GenerationSettings, Generator, InterfaceStyle};
use serde_json::{Map, Value};

const DESCRIPTION: &str = "openapi-3.0.json";

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo:rerun-if-changed={DESCRIPTION}");
    let mut description: Value = serde_json::from_str(&fs::read_to_string(DESCRIPTION)?)?;
    for operation in objects(&mut description["paths"]).flat_map(|path| path.values_mut()) {
        remove_default_response(operation);
    }
    for schema in objects(&mut description["components"]["schemas"]) {
        tell_absent_from_empty(schema);
    }
    let settings = GenerationSettings::new()
        .with_interface(InterfaceStyle::Builder)
        .clone();
    let code = Generator::new(&settings).generate_tokens(&serde_json::from_value(description)?)?;
    let file = Path::new(&env::var("OUT_DIR")?).join("mcp_portals.rs");
    fs::write(file, prettyplease::unparse(&syn::parse2(code)?))?;
    Ok(())
}

/// progenitor takes a default response for a success too, and refuses one of another type. An answer
/// with a status that has no response of its own becomes `Error::UnexpectedResponse`.
fn remove_default_response(operation: &mut Value) {
    if let Some(responses) = operation.get_mut("responses") {
        responses
            .as_object_mut()
            .and_then(|responses| responses.remove("default"));
    }
}

/// Without this an optional list is a `Vec` that is left out when it is empty, so that an update
/// could not clear it; with it, it is an `Option<Vec>`.
fn tell_absent_from_empty(schema: &mut Map<String, Value>) {
    let required = schema.get("required").cloned().unwrap_or_default();
    let is_required = |name: &str| {
        required
            .as_array()
            .is_some_and(|names| names.iter().any(|it| it == name))
    };
    let members = schema.get_mut("properties").and_then(Value::as_object_mut);
    for (name, member) in members.into_iter().flatten() {
        if member["type"] == "array" && !is_required(name) {
            member["nullable"] = true.into();
        }
    }
}

fn objects(map: &mut Value) -> impl Iterator<Item = &mut Map<String, Value>> {
    let values = map.as_object_mut().into_iter().flat_map(|map| map.values_mut());
    values.filter_map(Value::as_object_mut)
}
