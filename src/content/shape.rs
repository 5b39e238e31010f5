//! Reads JSON into shapes, strictly, and says where it went wrong; describes the same shapes as JSON Schema.
//!
//! Why not serde's derive: it writes a reader of its own for every shape, 150 KB of them for this format.
//! Here a shape is a list of names and one reader serves them all; as a gift, every error knows its path.
use super::pack::short;
use crate::domain::questions::is_unseen;
use chrono::NaiveDate;
use serde_json::{Map, Value};

/// A place in a JSON text that does not have the shape it should.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Misfit {
    /// Where, such as `statements[3].verdict`.
    pub path: String,
    /// What is wrong there.
    pub problem: String,
}

/// Reads `value`, which somebody else may have made, as a `T`: every character of its texts can be seen.
///
/// # Errors
/// The first place that does not fit.
pub fn read<T: Shape>(value: Value) -> Result<T, Misfit> {
    read_by(value, Reader { refuses_unseen: true, ..Reader::default() })
}

/// Reads `value`, in which the texts are as somebody typed them, as a `T`.
#[cfg(test)]
pub fn read_as_typed<T: Shape>(value: Value) -> Result<T, Misfit> {
    read_by(value, Reader::default())
}

fn read_by<T: Shape>(value: Value, mut reader: Reader) -> Result<T, Misfit> {
    let read = T::read(value, &mut reader);
    reader.misfit.map_or(Ok(read), Err)
}

/// What can be read from JSON.
///
/// Reading never stops half-way: a misfit is noted, something blank takes its place, and [`read`] throws the
/// whole away. So no shape needs a way out of the middle of itself.
pub trait Shape: Sized {
    /// Takes `value` as this shape.
    fn read(value: Value, reader: &mut Reader) -> Self;

    /// Whether a field of this shape may be left out: it is then read from `null`.
    const MAY_BE_ABSENT: bool = false;

    /// This shape as JSON Schema; shapes with names of their own go into `named`.
    #[cfg(test)]
    fn schema(named: &mut Map<String, Value>) -> Value;
}

enum Step {
    Field(&'static str),
    Item(usize),
}

/// Where the reading has got to, and the first thing that did not fit.
#[derive(Default)]
pub struct Reader {
    refuses_unseen: bool,
    path: Vec<Step>,
    misfit: Option<Misfit>,
}

impl Reader {
    /// Notes that something does not fit here, unless something before it did not.
    pub(super) fn note(&mut self, problem: String) {
        self.note_at("", problem);
    }

    fn note_at(&mut self, name: &str, problem: String) {
        if self.misfit.is_some() {
            return;
        }
        let mut path = String::new();
        for step in &self.path {
            match step {
                Step::Item(at) => path.push_str(&format!("[{at}]")),
                Step::Field(name) => {
                    path.push('.');
                    path.push_str(name);
                }
            }
        }
        if !name.is_empty() {
            path.push('.');
            path.push_str(name);
        }
        let path = path.trim_start_matches('.').to_owned();
        self.misfit = Some(Misfit { path, problem });
    }

    /// Notes that `what` was expected here.
    pub(super) fn expected(&mut self, what: &str, found: &Value) {
        let found = match found {
            Value::Null => "null".to_owned(),
            Value::Bool(_) => "true or false".to_owned(),
            // Its value is not told: writing out any number would cost more than all the words here.
            Value::Number(_) => "a number".to_owned(),
            Value::String(text) => format!("\"{}\"", text.chars().take(40).collect::<String>()),
            Value::Array(_) => "a list".to_owned(),
            Value::Object(_) => "an object".to_owned(),
        };
        self.note(format!("{what} belongs here, not {found}"));
    }

    /// The fields of an object, to be read one by one.
    pub(super) fn open(&mut self, value: Value) -> Map<String, Value> {
        match value {
            Value::Object(fields) => fields,
            other => {
                self.expected("an object", &other);
                Map::new()
            }
        }
    }

    /// Reads one field.
    pub(super) fn field<T: Shape>(&mut self, fields: &mut Map<String, Value>, name: &'static str) -> T {
        let value = self.begin(fields, name, T::MAY_BE_ABSENT);
        let read = T::read(value, self);
        self.path.pop();
        read
    }

    fn begin(&mut self, fields: &mut Map<String, Value>, name: &'static str, may_be_absent: bool) -> Value {
        self.path.push(Step::Field(name));
        let found = fields.remove(name);
        if found.is_none() && !may_be_absent {
            self.note("it is missing".to_owned());
        }
        found.unwrap_or_default()
    }

    /// Nothing may be left over: a misspelt field must not go unnoticed.
    pub(super) fn close(&mut self, fields: &Map<String, Value>) {
        if let Some(name) = fields.keys().next() {
            self.note_at(name, "no such field is known".to_owned());
        }
    }

    /// Splits an enum's value into the number of its variant and what it holds.
    pub(super) fn variant(&mut self, value: Value, known: &[&'static str]) -> (usize, Value) {
        let (name, held) = match value {
            Value::String(name) => (name, Value::Null),
            Value::Object(fields) if fields.len() == 1 => fields.into_iter().next().unwrap_or_default(),
            other => {
                self.expected("one name", &other);
                return (0, Value::Null);
            }
        };
        let Some(at) = known.iter().position(|known| *known == name) else {
            self.note(format!("\"{}\" is not one of {}", short(&name), known.join(", ")));
            return (0, Value::Null);
        };
        (at, held)
    }

    /// Reads what a variant holds.
    pub(super) fn held<T: Shape>(&mut self, name: &'static str, value: Value) -> T {
        self.path.push(Step::Field(name));
        let read = T::read(value, self);
        self.path.pop();
        read
    }
}

impl Shape for String {
    fn read(value: Value, reader: &mut Reader) -> Self {
        match value {
            Value::String(text) => {
                if reader.refuses_unseen && text.contains(is_unseen) {
                    reader.note(
                        "there is a character in it that cannot be seen. Type the words anew".to_owned(),
                    );
                }
                text
            }
            other => {
                reader.expected("text", &other);
                Self::new()
            }
        }
    }

    #[cfg(test)]
    fn schema(_: &mut Map<String, Value>) -> Value {
        serde_json::json!({ "type": "string" })
    }
}

impl Shape for bool {
    fn read(value: Value, reader: &mut Reader) -> Self {
        match value {
            Value::Bool(it) => it,
            Value::Null => false,
            other => {
                reader.expected("true or false", &other);
                false
            }
        }
    }

    const MAY_BE_ABSENT: bool = true;

    #[cfg(test)]
    fn schema(_: &mut Map<String, Value>) -> Value {
        serde_json::json!({ "type": "boolean" })
    }
}

/// Whole numbers.
macro_rules! whole {
    ($($number:ty),*) => {$(
        impl Shape for $number {
            fn read(value: Value, reader: &mut Reader) -> Self {
                let number = value.as_u64().and_then(|number| number.try_into().ok());
                number.unwrap_or_else(|| {
                    reader.expected("a small whole number", &value);
                    0
                })
            }

            #[cfg(test)]
            fn schema(_: &mut Map<String, Value>) -> Value {
                serde_json::json!({ "type": "integer", "minimum": 0, "maximum": <$number>::MAX })
            }
        }
    )*};
}
whole!(u8, u16, u32);

impl Shape for NaiveDate {
    fn read(value: Value, reader: &mut Reader) -> Self {
        value.as_str().and_then(crate::domain::time::parse_date).unwrap_or_else(|| {
            reader.expected("a date such as 2026-11-23", &value);
            Self::default()
        })
    }

    #[cfg(test)]
    fn schema(_: &mut Map<String, Value>) -> Value {
        serde_json::json!({ "type": "string", "format": "date" })
    }
}

impl<T: Shape> Shape for Vec<T> {
    fn read(value: Value, reader: &mut Reader) -> Self {
        let items = match value {
            Value::Array(items) => items,
            Value::Null => return vec![],
            other => {
                reader.expected("a list", &other);
                return vec![];
            }
        };
        let mut read = Self::with_capacity(items.len());
        for (at, item) in items.into_iter().enumerate() {
            reader.path.push(Step::Item(at));
            read.push(T::read(item, reader));
            reader.path.pop();
        }
        read
    }

    const MAY_BE_ABSENT: bool = true;

    #[cfg(test)]
    fn schema(named: &mut Map<String, Value>) -> Value {
        serde_json::json!({ "type": "array", "items": T::schema(named) })
    }
}

impl<T: Shape> Shape for Option<T> {
    fn read(value: Value, reader: &mut Reader) -> Self {
        match value {
            Value::Null => None,
            value => Some(T::read(value, reader)),
        }
    }

    const MAY_BE_ABSENT: bool = true;

    #[cfg(test)]
    fn schema(named: &mut Map<String, Value>) -> Value {
        serde_json::json!({ "anyOf": [T::schema(named), { "type": "null" }] })
    }
}

/// Nothing is held: what a plain variant reads.
impl Shape for () {
    fn read(value: Value, reader: &mut Reader) -> Self {
        reader.expected("nothing more", &value);
    }

    #[cfg(test)]
    fn schema(_: &mut Map<String, Value>) -> Value {
        serde_json::json!({ "type": "null" })
    }
}

/// Joins the lines of a documentation comment.
#[cfg(test)]
pub(super) fn prose(lines: &[&str]) -> String {
    lines.iter().map(|line| line.trim()).collect::<Vec<_>>().join(" ")
}

/// Holds the published schema of `T` to what is read: `file` is `title` and every shape in it, to the letter.
/// Run once with `UPDATE_SCHEMA=1`, it writes that file anew.
#[cfg(test)]
pub(super) fn assert_published<T: Shape>(title: &str, file: &str) {
    let mut named = Map::new();
    let root = T::schema(&mut named);
    let schema = serde_json::json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": title,
        "$ref": root["$ref"],
        "$defs": named,
    });
    let text = format!("{schema:#}\n");
    if std::env::var_os("UPDATE_SCHEMA").is_some() {
        std::fs::write(file, &text).unwrap();
    }
    let published = std::fs::read_to_string(file).unwrap_or_default();
    assert!(published == text, "{file} is out of step: run the tests once with UPDATE_SCHEMA=1");
}

/// Declares shapes: `struct`s of named fields, and `enum`s whose variants each give their name in JSON.
macro_rules! shapes {
    () => {};
    (
        $(#[doc = $doc:literal])* $(#[derive($($derive:ident),*)])?
        pub struct $Name:ident { $( $(#[doc = $field_doc:literal])* pub $field:ident: $Type:ty, )* }
        $($rest:tt)*
    ) => {
        $(#[doc = $doc])*
        #[derive(Clone, Debug, PartialEq $($(, $derive)*)?)]
        pub struct $Name { $( $(#[doc = $field_doc])* pub $field: $Type, )* }

        impl $crate::content::shape::Shape for $Name {
            fn read(value: serde_json::Value, reader: &mut $crate::content::shape::Reader) -> Self {
                let mut fields = reader.open(value);
                let read = Self { $( $field: reader.field(&mut fields, stringify!($field)), )* };
                reader.close(&fields);
                read
            }

            #[cfg(test)]
            fn schema(named: &mut serde_json::Map<String, serde_json::Value>) -> serde_json::Value {
                use $crate::content::shape::{Shape, prose};
                let name = stringify!($Name);
                if !named.contains_key(name) {
                    named.insert(name.to_owned(), serde_json::Value::Null);
                    let mut properties = serde_json::Map::new();
                    let mut required: Vec<&str> = vec![];
                    $(
                        let mut property = <$Type as Shape>::schema(named);
                        let description = prose(&[$($field_doc),*]);
                        if !description.is_empty() {
                            property["description"] = description.into();
                        }
                        properties.insert(stringify!($field).to_owned(), property);
                        if !<$Type as Shape>::MAY_BE_ABSENT {
                            required.push(stringify!($field));
                        }
                    )*
                    let schema = serde_json::json!({
                        "type": "object",
                        "description": prose(&[$($doc),*]),
                        "properties": properties,
                        "required": required,
                        "additionalProperties": false,
                    });
                    named.insert(name.to_owned(), schema);
                }
                serde_json::json!({ "$ref": format!("#/$defs/{name}") })
            }
        }

        $crate::content::shape::shapes! { $($rest)* }
    };
    (
        $(#[doc = $doc:literal])* $(#[derive($($derive:ident),*)])?
        pub enum $Name:ident { $( $(#[doc = $variant_doc:literal])* $Variant:ident $(($Held:ty))? = $name:literal, )* }
        $($rest:tt)*
    ) => {
        $(#[doc = $doc])*
        #[derive(Clone, Debug, PartialEq $($(, $derive)*)?)]
        pub enum $Name { $( $(#[doc = $variant_doc])* $Variant $(($Held))?, )* }

        impl $crate::content::shape::Shape for $Name {
            fn read(value: serde_json::Value, reader: &mut $crate::content::shape::Reader) -> Self {
                const NAMES: &[&str] = &[$($name),*];
                let (at, held) = reader.variant(value, NAMES);
                $crate::content::shape::read_variants!(reader, at, held, $($name => $Variant $(($Held))?,)*)
            }

            #[cfg(test)]
            fn schema(named: &mut serde_json::Map<String, serde_json::Value>) -> serde_json::Value {
                use $crate::content::shape::prose;
                let name = stringify!($Name);
                if !named.contains_key(name) {
                    named.insert(name.to_owned(), serde_json::Value::Null);
                    let variants: Vec<serde_json::Value> = vec![$(
                        {
                            let mut schema = $crate::content::shape::variant_schema!($name, named $(, $Held)?);
                            let description = prose(&[$($variant_doc),*]);
                            if !description.is_empty() {
                                schema["description"] = description.into();
                            }
                            schema
                        }
                    ),*];
                    let schema = serde_json::json!({ "description": prose(&[$($doc),*]), "oneOf": variants });
                    named.insert(name.to_owned(), schema);
                }
                serde_json::json!({ "$ref": format!("#/$defs/{name}") })
            }
        }

        $crate::content::shape::shapes! { $($rest)* }
    };
}

/// Tries the variants in turn; the last is also what stands for a misfit.
macro_rules! read_variants {
    ($reader:ident, $at:ident, $held:ident, $name:literal => $Variant:ident $(($Held:ty))?,) => {{
        let _ = ($at, $name);
        $crate::content::shape::read_variant!($reader, $held, $name, $Variant $(, $Held)?)
    }};
    ($reader:ident, $at:ident, $held:ident, $name:literal => $Variant:ident $(($Held:ty))?, $($rest:tt)+) => {
        if $at == 0 {
            $crate::content::shape::read_variant!($reader, $held, $name, $Variant $(, $Held)?)
        } else {
            let at = $at - 1;
            $crate::content::shape::read_variants!($reader, at, $held, $($rest)+)
        }
    };
}

macro_rules! read_variant {
    ($reader:ident, $held:ident, $name:literal, $Variant:ident) => {{
        let _: Option<()> = $reader.held($name, $held);
        Self::$Variant
    }};
    ($reader:ident, $held:ident, $name:literal, $Variant:ident, $Held:ty) => {
        Self::$Variant($reader.held::<$Held>($name, $held))
    };
}

#[cfg(test)]
macro_rules! variant_schema {
    ($name:literal, $named:ident) => {
        serde_json::json!({ "const": $name })
    };
    ($name:literal, $named:ident, $Held:ty) => {
        serde_json::json!({
            "type": "object",
            "properties": { $name: <$Held as $crate::content::shape::Shape>::schema($named) },
            "required": [$name],
            "additionalProperties": false,
        })
    };
}

pub(super) use shapes;
#[cfg(test)]
pub(super) use variant_schema;
pub(super) use {read_variant, read_variants};
