//! A visit that is under way, for roles that may not see whose it is.

use domain::role::Role;

use crate::browser::Browser;
use crate::house::House;

/// A key of a form that was not sent before.
fn key(number: u32) -> String {
    format!("idem_key={number:032x}")
}

/// Receives somebody without a name; gives the path of the visit and the number of a service.
async fn received(desk: &mut Browser) -> (String, String) {
    let form = format!("kind=victim&purpose=question&{}", key(1));
    let answer = desk.post("/visits/new", &form).await;
    assert_eq!(answer.goes_to(), Some("/desk"), "{}", answer.text);
    let board = desk.get("/desk").await;
    let links = board.text.split("href=\"/visits/").skip(1);
    let mut links = links.filter(|rest| {
        !["new", "call", "child"]
            .iter()
            .any(|word| rest.starts_with(word))
    });
    let rest = links.next().unwrap();
    let path = format!("/visits/{}", &rest[..32]);
    let page = desk.get(&path).await;
    let (_, choices) = page.text.split_once("name=\"service\"").unwrap();
    let values = choices.split("value=\"").skip(1);
    let mut values = values.filter_map(|rest| rest.split('"').next());
    let service = values.find(|value| value.len() == 32).unwrap();
    (path, service.to_owned())
}

#[tokio::test]
async fn whoever_moves_a_visitor_lands_where_that_role_may_be() {
    let house = House::new().await;
    let mut desk = house.signed_in(Role::Reception).await;
    let (visit, service) = received(&mut desk).await;
    let mut coordinator = house.signed_in(Role::Coordinator).await;
    let steps = [
        ("bring", format!("rev=1&service={service}&{}", key(2))),
        ("wait", format!("rev=2&{}", key(3))),
        ("wait", format!("rev=3&{}", key(4))),
        ("bring", format!("rev=1&service={service}&{}", key(5))),
        ("bring", format!("rev=3&{}", key(6))),
    ];
    for (step, form) in &steps {
        let answer = coordinator.post(&format!("{visit}/{step}"), form).await;
        assert_eq!(answer.goes_to(), Some("/desk"), "{step} {form}");
        assert_eq!(coordinator.get("/desk").await.status, 200);
    }
    let form = format!("rev=3&service={service}&{}", key(7));
    let answer = desk.post(&format!("{visit}/bring"), &form).await;
    assert_eq!(answer.goes_to(), Some("/desk"), "the others took place");
}
