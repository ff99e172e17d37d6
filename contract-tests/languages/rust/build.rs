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
        allow_null_lists(schema);
        open_enums(schema);
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
/// could not clear it. With it, every list of a server or portal is an `Option<Vec>`, so that null can be read as well.
fn allow_null_lists(schema: &mut Map<String, Value>) {
    let fields = schema.get_mut("properties").and_then(Value::as_object_mut);
    for (name, field) in fields.into_iter().flatten() {
        if field["type"] == "array" && !["result", "errors", "messages"].contains(&name.as_str()) {
            field["nullable"] = true.into();
        }
    }
}

/// Without this, a value that is newer than this client makes the whole response unreadable.
fn open_enums(schema: &mut Map<String, Value>) {
    schema.remove("enum");
    for field in schema.get_mut("properties").into_iter().flat_map(objects) {
        field.remove("enum");
    }
}

fn objects(map: &mut Value) -> impl Iterator<Item = &mut Map<String, Value>> {
    let values = map.as_object_mut().into_iter().flat_map(|map| map.values_mut());
    values.filter_map(Value::as_object_mut)
}
