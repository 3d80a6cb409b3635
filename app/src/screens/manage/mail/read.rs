//! Reading the form of the mail server, with everything that does not fit at once.

use domain::centre::HostName;
use domain::mail::{Login, Machine, MailServer, Security, parse_port};
use domain::neutral::Lexicon;
use domain::text::{Email, Name, Remark};

use crate::form::Posted;

/// The fields, in the order the form asks. The password is none of them: it is never kept.
pub(super) const FIELDS: [&str; 8] = [
    "host",
    "port",
    "security",
    "user",
    "sender_name",
    "sender",
    "shown_as",
    "notices",
];

/// Reads the form.
pub(super) fn read(posted: &mut Posted, password: &str, lexicon: &Lexicon) -> Option<MailServer> {
    let typed = posted.clone();
    let host = posted.check("host", Machine::parse(typed.value("host")));
    let port = posted.check("port", parse_port(typed.value("port")));
    let security = posted.check("security", Security::parse(typed.value("security")));
    if let (Some(host), Some(security)) = (&host, security) {
        posted.check("security", MailServer::check_security(host, security));
    }
    let user = posted.check("user", Remark::optional(typed.value("user")));
    let sender_name = posted.check("sender_name", Name::parse(typed.value("sender_name")));
    let sender = posted.check("sender", Email::parse(typed.value("sender")));
    let shown_as = posted.check("shown_as", HostName::parse(typed.value("shown_as")));
    let notices = posted.check("notices", Email::optional(typed.value("notices")));
    for field in ["host", "sender_name", "sender", "shown_as"] {
        posted.check_telling(field, lexicon);
    }
    Some(MailServer {
        host: host?,
        port: port?,
        security: security?,
        login: user?.map(|user| Login {
            user: user.as_str().to_owned(),
            password: password.to_owned(),
        }),
        sender_name: sender_name?,
        sender: sender?,
        shown_as: shown_as?,
        notices: notices?,
    })
}

/// Puts what is set in the form; what is most common where nothing is.
pub(super) fn fill(posted: &mut Posted, set: Option<&MailServer>) {
    let Some(server) = set else {
        posted.keep("port", "465");
        return posted.keep("security", Security::Tls.code());
    };
    posted.keep("host", server.host.as_str());
    posted.keep("port", server.port.to_string());
    posted.keep("security", server.security.code());
    posted.keep("sender_name", server.sender_name.as_str());
    posted.keep("sender", server.sender.as_str());
    posted.keep("shown_as", server.shown_as.as_str());
    if let Some(login) = &server.login {
        posted.keep("user", login.user.as_str());
    }
    if let Some(notices) = &server.notices {
        posted.keep("notices", notices.as_str());
    }
}
