//! What must not compile: printing, showing or serialising personal data and secrets.

#[test]
fn personal_data_and_secrets_cannot_be_printed_or_serialised() {
    trybuild::TestCases::new().compile_fail("tests/leaks/*.rs");
}
