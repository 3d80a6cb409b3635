### The words of the screens in German. $address is "je" (du) or "u" (Sie).

## Document and frame
document-title-staff = Agenda
document-title-portal = Termin
document-skip = Zum Inhalt
menu-label = Hauptmenü
menu-board = Empfang
menu-pairs = Doppelte
menu-agenda = Agenda
menu-files = Akten
menu-groups = Gruppen
menu-talks = Beratung
menu-figures = Zahlen
menu-settings = Verwaltung
menu-account = Mein Konto
language-choose = Sprache wählen:
language-nl = Nederlands
language-fr = Français
language-de = Deutsch
language-en = English
lock = Sperren
sign-out = Abmelden

## Words used everywhere
save = Speichern
cancel = Abbrechen
back = Zurück
back-to-board = Zurück zum Empfang
next = Weiter
close = Schließen
change = Ändern
show = Zeigen
print = Drucken
try-again = Erneut versuchen
yes = Ja
no = Nein
choose = Bitte wählen …
unknown = unbekannt
optional = darf leer bleiben

## Days, times and numbers
format-day = { $weekday }, { $day }. { $month }
format-date = { $day }. { $month } { $year }
format-time = { $hour }:{ $minute }
format-minutes = { $minutes } Min.
format-thousands = .
weekday-0 = Montag
weekday-1 = Dienstag
weekday-2 = Mittwoch
weekday-3 = Donnerstag
weekday-4 = Freitag
weekday-5 = Samstag
weekday-6 = Sonntag
month-1 = Januar
month-2 = Februar
month-3 = März
month-4 = April
month-5 = Mai
month-6 = Juni
month-7 = Juli
month-8 = August
month-9 = September
month-10 = Oktober
month-11 = November
month-12 = Dezember

## Forms, and what does not fit
form-errors = { $count ->
    [one] Eine Angabe stimmt noch nicht
   *[other] { $count } Angaben stimmen noch nicht
}
form-kept = Der Text steht noch da. Bitte verbessern und erneut speichern.
unfit-missing = Bitte ausfüllen.
unfit-too-long = Bitte kürzen: höchstens { $limit } Zeichen.
unfit-too-short = Bitte länger: mindestens { $limit } Zeichen.
unfit-control-characters = Bitte unsichtbare Zeichen entfernen und neu tippen.
unfit-not-utf8 = Dieser Text ist nicht lesbar. Bitte neu tippen.
unfit-not-a-date = So ist das Datum nicht klar. Bitte Tag, Monat und Jahr tippen: 12-03-1986.
unfit-no-such-day = Diesen Tag gibt es nicht. Bitte Tag und Monat prüfen: 12-03-1986.
unfit-in-the-future = Dieser Tag kommt erst noch. Bitte das Jahr prüfen.
unfit-in-the-past = Dieser Tag ist schon vorbei. Bitte einen späteren Tag wählen.
unfit-too-far-off = Das ist mehr als ein Jahr entfernt. Wählen Sie einen früheren Tag.
unfit-not-later = Wählen Sie einen Tag nach dem letzten Tag, der jetzt gilt.
unfit-too-long-ago = Dieser Tag ist zu lange her. Bitte das Jahr prüfen.
unfit-not-a-phone = Das ist keine Telefonnummer. Bitte nur Ziffern: 0470 12 34 56.
unfit-not-an-email = Das ist keine Mailadresse. Sie sieht aus wie name@beispiel.be.
unfit-not-a-port = Bitte die Nummer eines Ports eingeben: 465 oder 587.
unfit-only-here = Ungeschützt geht es nur zu diesem Rechner selbst. Bitte eine andere Möglichkeit wählen.
unfit-telling = Das sagt zu viel, wenn jemand mitliest. Bitte andere Worte wählen.
unfit-telling-word = „{ $word }“ sagt zu viel, wenn jemand mitliest. Bitte ein anderes Wort wählen.
unfit-not-offered = Bitte eine der Möglichkeiten wählen.
unfit-no-role = Mindestens eine Rolle wählen.
unfit-not-a-tongue = Diese Sprache ist nicht bekannt. Zum Beispiel nl, fr, de, en oder ar schreiben.
unfit-not-a-user-name = Buchstaben, Ziffern, Punkt und Strich, ohne Leerzeichen: noor.verbeke.
unfit-needs-one = Bitte Name oder Rufname angeben, oder „möchte keinen Namen nennen“ wählen.
unfit-sign-in-refused = Das passt nicht zusammen. Bitte Name, Passphrase und Code prüfen.
unfit-pin-refused = Diese PIN passt hier nicht. Bitte auch den Namen prüfen.
unfit-pin-spent = Zu oft falsch. Bitte mit Passphrase und Code neu anmelden.
unfit-passphrase-refused = Diese Passphrase stimmt nicht. Bitte neu tippen.
unfit-too-many-tries = Zu viele Versuche. Bitte eine Viertelstunde warten oder im Team fragen.
unfit-not-the-code = Das ist nicht der richtige Code. Sehen Sie nach und tippen Sie ihn erneut.
unfit-not-a-short-name = Nehmen Sie kleine Buchstaben, Ziffern und Striche. Beginnen Sie mit einem Buchstaben.
unfit-changed-meanwhile = Das wurde gerade geändert. Bitte prüfen und erneut speichern.
unfit-likely-known = Es gibt schon jemanden mit fast diesem Namen. Bitte zuerst nachsehen.
unfit-already-inside = Diese Person ist schon im Haus. Bitte bestätigen oder zurückgehen.
unfit-stays-call = Das bleibt ein Telefongespräch. Kommt jemand herein, dann neu anmelden.
unfit-stays-visitor = Diese Person ist bei einem Dienst, also nicht am Telefon.
unfit-room-taken = Dieser Raum ist nicht frei. Bitte einen anderen wählen oder bestätigen.

## Signing in
sign-in-title = Anmelden
sign-in-lead = Für die Menschen, die hier arbeiten.
sign-in-user = Benutzername
sign-in-passphrase = Passphrase
sign-in-code = Code
sign-in-code-hint = Sechs Ziffern aus der App auf Ihrem Telefon, oder ein Reservecode.
sign-in-send = Anmelden
sign-in-lost = Telefon oder Passphrase verloren? Bitte in der Verwaltung fragen.
sign-in-again = Sie waren eine Weile weg. Bitte melden Sie sich erneut an.
signed-out-title = Abgemeldet
signed-out-text = Auf diesem Bildschirm ist nichts mehr zu sehen.
signed-out-again = Erneut anmelden

## Founding a house
founding-step = Schritt { $step } von { $count }
founding-title = Ein neues Haus
founding-lead = Hier ist noch nichts. Wir richten es gemeinsam ein, in einer Viertelstunde.
founding-code = Code des Servers
founding-code-hint = Drei Gruppen von vier Zeichen. Der Server zeigt sie dort, wo er gestartet wurde.
founding-begin = Beginnen
founding-idle = Nach einer halben Stunde ohne Eingabe ist alles vergessen. Der Server zeigt dann einen neuen Code.
founding-wait = Zu oft ein falscher Code. Sehen Sie nach, was der Server zeigte, und versuchen Sie es später.
founding-taken = Jemand anderes ist schon dabei. Warten Sie eine halbe Stunde oder starten Sie den Server neu.
founding-house-title = Das Haus
founding-house-lead = Alles hier lässt sich später ändern, nur der kurze Name nicht.
founding-name = Wie heißt das Haus?
founding-name-hint = So steht es auf den Bildschirmen der Kolleginnen und Kollegen.
founding-public = Neutraler Name nach außen
founding-public-hint = Steht auf Briefen und auf der öffentlichen Seite. Der Name verrät nicht, weshalb jemand kommt.
founding-public-usual = Das Gesprächshaus
founding-short = Kurzer Name
founding-short-hint = Kleinbuchstaben und Ziffern. Steht in der Webadresse, sichtbar auf fremden Geräten. Leer: Wir bilden ihn aus dem neutralen Namen.
founding-language = Sprache des Hauses
founding-address = Wie spricht das Haus Menschen auf Niederländisch an?
founding-address-je = je
founding-address-u = u
founding-profile = Wo arbeitet das Haus?
founding-profile-VL = Flandern
founding-profile-NL = Niederlande
centre-zone-Brussels = Brüssel
centre-zone-Amsterdam = Amsterdam
founding-street = Straße und Nummer
founding-town = Postleitzahl und Ort
founding-phone = Neutrale Telefonnummer
founding-phone-hint = Wer zurückruft, hört nicht, wofür das Haus da ist.
founding-hours = Geöffnet von Montag bis Freitag
founding-hours-hint = Zum Beispiel: 9-12:30, 13-17. Andere Tage stellen Sie später ein.
founding-you-title = Ihr eigenes Konto
founding-you-lead = Damit verwalten Sie das Haus und laden andere ein.
founding-you-name = Ihr Name
founding-you-name-hint = So wie andere im Haus Sie kennen.
founding-user-hint = Damit melden Sie sich an. Buchstaben, Ziffern, Punkt und Strich.
founding-passphrase-hint = Mindestens zwölf Zeichen. Vier lose Wörter merkt man sich gut.
founding-peek = Passphrase zeigen
founding-again = Noch einmal dieselbe Passphrase
founding-reception = Ich empfange auch Besuch
founding-reception-hint = Die Verwaltung liest keine Akten. Für den Empfang braucht es eine zweite Rolle.
founding-app-title = Die App für Codes
founding-app-lead = Bei jeder Anmeldung fragt der Bildschirm nach einem Code von Ihrem Telefon.
founding-app-code-hint = Die sechs Ziffern, die die App jetzt zeigt.
founding-sheet-title = Das Notfallblatt
founding-sheet-lead = Ist der Schlüssel des Servers weg? Dann öffnet eines dieser zwei Blätter alles. Drucken Sie sie jetzt: Sie stehen hier nur einmal.
founding-leaf = Blatt { $holder } von 2
founding-leaf-use = Dieser Code öffnet den Server, wenn der Schlüssel weg ist.
founding-leaf-keep = Verwahren Sie dieses Blatt unter Verschluss, getrennt vom anderen Blatt und vom Server.
founding-sheet-on-paper = Beide Blätter sind auf Papier
founding-sheet-new = Die Blätter sind weg: neue machen
founding-check-title = Stimmt das Papier?
founding-check-lead = Nehmen Sie die zwei Blätter zur Hand. Tippen Sie von jedem eine Gruppe ab.
founding-check-group = Blatt { $holder }, Gruppe { $group }
founding-found = Das Haus öffnen
founding-failed = Das Haus ist noch nicht angelegt. Nichts ist halb gespeichert. Sehen Sie ins Protokoll des Servers und versuchen Sie es erneut.
founding-key-failed = Der Schlüssel kann an seinem Ort nicht gespeichert werden. Sehen Sie auf dem Server nach und versuchen Sie es erneut.
founding-elsewhere = Ein anderer Server hat hier schon ein Haus angelegt. Starten Sie diesen neu.
founding-done-title = Das Haus ist da
founding-done-lead = Alles ist gespeichert. Diese Seiten kommen nicht wieder.
founding-next = Wie geht es weiter?
founding-next-sign-in = Melden Sie sich mit Name, Passphrase und Code an.
founding-next-papers = Unter Mein Konto Reservecodes anlegen. Sie helfen, wenn das Telefon weg ist.
founding-next-desk = Besuch empfangen? Unter Mein Konto: Empfang wählen.
founding-next-house = Richten Sie Dienste und Räume unter Verwaltung ein.
founding-next-colleagues = Laden Sie andere ein.
founding-sign-in = Anmelden
founding-key-file = Geben Sie jedes Blatt dem, der es verwahrt. Machen Sie auch eine Kopie der Schlüsseldatei des Servers.

## The locked screen
unlock-title = Gesperrt
unlock-lead = Wer macht an diesem Platz weiter?
unlock-user = Benutzername
unlock-user-hint = Leer für die Person, die den Bildschirm gesperrt hat.
unlock-pin = PIN
unlock-pin-hint = Sechs Ziffern.
unlock-send = Entsperren
unlock-other = Jemand anders
unlock-passphrase = Mit Passphrase anmelden
pin-title = PIN wählen
pin-set = PIN gespeichert
pin-lead = Diese PIN entsperrt den Bildschirm während des Dienstes.
pin-new = Neue PIN
pin-again = Noch einmal dieselbe PIN
pin-differs = Die zwei sind nicht gleich. Tippen Sie sie erneut.
pin-simple = Diese PIN ist zu einfach. Bitte sechs andere Ziffern wählen.
pin-elsewhere = Eine PIN wählen geht nur an einem eingetragenen Arbeitsplatz.
pin-passphrase-hint = So wählt niemand anders diese PIN.
workstation-title = Dieser Arbeitsplatz
workstation-enrol = Arbeitsplatz eintragen
workstation-lead = Die PIN gilt nur an einem eingetragenen Arbeitsplatz.
workstation-name = Name des Arbeitsplatzes
workstation-all = Eingetragene Arbeitsplätze
workstation-end = Beenden
workstation-ended = An jenem Arbeitsplatz gilt keine PIN mehr.
workstation-enrolled = Dieser Arbeitsplatz ist eingetragen.

## Joining with a code on paper
join-go = Ich habe einen Code auf Papier
join-title = Mit einem Code beginnen
join-lead = Der Code steht auf dem Papier der Verwaltung.
join-paper = Code vom Papier
join-paper-hint = Großbuchstaben und Striche sind egal.
join-hello = Willkommen, { $name }
join-user = Sie melden sich später als { $user } an. Zuerst kommt eine Passphrase.
join-app-title = Die App für Codes
join-app-lead = Öffnen Sie die App auf Ihrem Telefon und richten Sie die Kamera auf dieses Quadrat.
join-app-picture = Quadrat für die App, die Codes macht
join-app-typed = Klappt die Kamera nicht? Dann dies in die App tippen:
join-app-code-hint = Die sechs Ziffern, die die App jetzt zeigt.
join-stop = Aufhören
join-done = Alles ist bereit. Melden Sie sich mit der neuen Passphrase und dem nächsten Code an.
passphrase-title = Passphrase
passphrase-lead = Wer die Passphrase ändert, wird anderswo abgemeldet.
passphrase-now = Aktuelle Passphrase
passphrase-code = Code aus der App, oder ein Reservecode
passphrase-new = Neue Passphrase
passphrase-again = Noch einmal dieselbe Passphrase
passphrase-hint = Am besten vier Wörter oder mehr, mindestens 12 Zeichen. Alles ist erlaubt.
passphrase-common = Diese Passphrase wählen viele. Einen Satz nehmen, der niemand anderem einfällt.
passphrase-changed = Die neue Passphrase gilt ab jetzt.
papers-title = Reservecodes
papers-lead = Jeder Code ersetzt einmal den Code vom Telefon. Auf Papier aufheben, nicht beim Computer.
papers-one = Einer dieser Codes
papers-one-hint = Zuerst aufschreiben. Dann einen abtippen.
papers-done = Fertig
papers-left = { $count ->
    [one] noch 1
   *[other] noch { $count }
}
papers-few = Es sind nur noch wenige. Bitte neue machen.
papers-none = Es sind keine mehr da. Bitte neue machen.
papers-renew = Neue Reservecodes
papers-new-lead = Diese Codes jetzt aufschreiben. Sie stehen hier einmal, die alten gelten nicht mehr.
unfit-code-refused = Dieser Code öffnet nichts. Bitte prüfen oder einen neuen verlangen.
unfit-taken = Das gibt es schon. Bitte etwas anderes wählen.
unfit-last-one = Jemand muss für die Verwaltung bleiben. Zuerst einer anderen Person diese Rolle geben.

## One's own sessions, and what happened to one's proofs
session-title = Wo Sie angemeldet sind
session-lead = Steht hier etwas Fremdes? Beenden und eine neue Passphrase wählen.
session-line = { $computer } · seit { $since } · zuletzt benutzt { $active }
session-elsewhere = Ein anderer Computer
session-own = Dieser Computer
session-here = diese
session-end = Beenden
session-ended = Diese Anmeldung ist beendet.
reset-title = Beim Anmelden hat sich etwas geändert
reset-used = Am { $day } wurden Passphrase oder Codes mit einem Code neu gewählt. Stimmt das nicht? Bitte die Verwaltung anrufen.
reset-open = Am { $day } wurde ein Code zum neuen Wählen gemacht. Nicht verlangt? Bitte die Verwaltung anrufen.
reset-told = Gesehen

## Managing colleagues
colleagues-title = Team
colleagues-lead = Wer hier arbeitet, und als was. Änderungen gelten sofort.
colleague-invite = Jemanden einladen
colleague-invite-lead = Die Person wählt selbst eine Passphrase, mit einem Code auf Papier.
colleague-invite-send = Einladen
colleague-name = Name
colleague-user-hint = Buchstaben, Ziffern, Punkt oder Strich. Später nicht mehr zu ändern.
colleague-language = Sprache der Seiten
colleague-work = Arbeitet für das ganze Haus als
colleague-work-service = Arbeitet für einen Dienst
colleague-work-intake = Macht Erstgespräche für einen Dienst
colleague-work-title = Rollen
colleague-work-lead = Wer gerade in einer Rolle arbeitet, die wegfällt, wird sofort abgemeldet.
colleague-invited = noch nicht begonnen
colleague-resets = neuer Code
colleague-joined = arbeitet hier
colleague-state = Stand
colleague-since = Seit
colleague-saved = Die Rollen sind gespeichert.
colleague-code = Code auf Papier
colleague-code-lead = Diesen Code aufschreiben und selbst übergeben. Er steht hier einmal.
colleague-code-where = Auf der Anmeldeseite „Ich habe einen Code auf Papier“ wählen.
colleague-code-until = Code gilt bis
colleague-code-again = Neuen Code machen
colleague-code-again-lead = Papier verloren oder zu alt? Der alte Code gilt dann nicht mehr.
colleague-reset = Passphrase oder Telefon verloren
colleague-reset-lead = Wer einen Code bekommt, wählt selbst neu. Für ein anderes Telefon braucht es zwei Personen.
colleague-reset-phrase = Passphrase verloren
colleague-reset-factor = Telefon verloren
colleague-reset-what = Was ist verloren?
colleague-reset-phrase-hint = Die Person bekommt jetzt einen Code und wählt eine neue Passphrase.
colleague-reset-factor-hint = Eine zweite Person gibt den Code aus. Bis dahin ändert sich nichts.
colleague-reset-send = Neu wählen lassen
colleague-reset-back-lead = Doch nicht nötig? Ziehen Sie es zurück: Was die Person schon hat, gilt weiter.
colleague-reset-back = Zurückziehen
colleague-reset-gone = Zurückgezogen. Der Code auf Papier öffnet nichts mehr.
colleague-waits-until = Wartet auf eine zweite Person bis
colleague-reset-waits = Eine andere Person aus Verwaltung oder Koordination muss das jetzt freigeben.
colleague-end = Konto beenden
colleague-end-lead = Die Person ist sofort überall abgemeldet. Der Benutzername wird nie wieder vergeben.
colleague-end-sure = Ja, diese Person arbeitet hier nicht mehr
colleague-end-send = Konto beenden
colleague-left = Das Konto ist beendet.
resets-title = Neues Telefon freigeben
resets-lead = Ein anderes Telefon für jemanden im Team: eine zweite Person übergibt den Code.
resets-none = Nichts wartet
resets-none-text = Wer das Telefon verloren hat, wendet sich an die Verwaltung.
resets-by = verlangt von { $name } am { $day }
resets-release = Freigeben
resets-other = jemand anderes muss das freigeben

manage-group-people = Die Menschen im Haus
manage-colleagues = Team
manage-colleagues-text = Einladen, Rollen, eine verlorene Passphrase, wer geht.
manage-colleagues-count = { $count ->
    [one] 1 Person
   *[other] { $count } Personen
}
manage-resets = Neues Telefon freigeben
manage-resets-text = Ein anderes Telefon braucht eine zweite Person.
manage-denials = Abgeschirmt
manage-denials-text = Wer im Team wen nirgends sehen darf.

## Whom a colleague must not see
denials-title = Abgeschirmt
denials-lead = Jemand im Team sieht diese Person nirgends, als gäbe es sie nicht.
denials-none = Niemand ist abgeschirmt
denials-none-text = Nötig, wenn jemand im Team verwandt, benachbart oder Partei ist.
denial-new = Jemanden abschirmen
denial-new-lead = Zuerst die Person suchen. Dann wählen, vor wem.
denial-search = Wer wird abgeschirmt?
denial-person = Person
denial-colleague = Vor wem im Team?
denial-reason = Warum?
denial-reason-hint = Nur Verwaltung und Koordination lesen das.
denial-send = Abschirmen
denial-row = { $colleague } sieht { $person } nicht
denial-since = seit { $day }
denial-lift = Aufheben
denial-set = Das gilt ab jetzt, auf allen Seiten.
denial-lifted = Die Abschirmung ist aufgehoben.
denial-gone = Jemand, der nicht mehr im Team ist

## Roles
role-now = Arbeitet jetzt als { $role }
role-switch = Rolle wechseln
role-worn = jetzt
role-wear = So arbeiten
account-lead = Rollen, PIN und Arbeitsplatz.
role-reception = Empfang
role-intake = Erstgespräch
role-service = Dienst
role-facilitator = Gruppenleitung
role-coordinator = Koordination
role-administrator = Verwaltung

## The front desk
board-title = Wer ist da?
board-live = live
board-as-of = Stand von { $time }
board-needs-somebody = braucht jetzt jemanden
board-at-the-desk = Am Empfang
board-refresh = Aktualisieren
board-follows = Diese Seite aktualisiert sich jede Minute.
board-hold-still = So stehen lassen
board-holds-still = Diese Seite aktualisiert sich nicht.
board-follow = Wieder aktualisieren
board-stream-lost = Die Verbindung ist weg. Das ist der Stand von { $time }.
board-on-duty = im Dienst: { $name }
board-nobody-on-duty = Niemand ist im Dienst. Bitte klären, wer die Meldungen bekommt.
board-expected = Erwartet
board-expected-count = { $count ->
    [0] heute niemand mehr
   *[other] heute noch { $count }
}
board-expected-empty = Heute wird niemand mehr erwartet
board-expected-empty-text = Kommt doch jemand? Oben suchen oder neu eintragen.
board-expected-people = { $count ->
    [one] 1 Person
   *[other] { $count } Personen
}
board-expected-arrive = Ist da
board-present = Anwesend
board-present-count = { $waiting ->
    [one] 1 wartet
   *[other] { $waiting } warten
} · { $with } im Gespräch
board-present-empty = Noch niemand im Haus
board-present-empty-text = Ein ruhiger Anfang. Wer kommt, erscheint hier.
board-hold = Auf eine Karte zeigen oder sie halten: wer kommt, und für welchen Dienst.
board-waiting-room = Wartezimmer
board-on-the-phone = Am Telefon
board-waiting = wartet { $minutes } von { $limit } Minuten
board-just-in = gerade da
board-just-called = ruft gerade an
board-waiting-long = wartet schon { $minutes } Minuten
board-calling = telefoniert seit { $minutes } Minuten
board-with = im Gespräch
board-for = für { $service }
board-with-appointment = mit Termin
board-without-appointment = ohne Termin
board-no-name = ohne Namen
board-open = Ansehen
board-call = { $service } rufen
board-call-any = Dienst rufen
board-bring = Begleiten
board-leaves = Geht
board-call-ends = Beenden
board-children = { $count ->
    [one] 1 Kind
   *[other] { $count } Kinder
}
board-rooms = Räume
board-rooms-count = { $free } von { $all } frei
board-rooms-empty = Noch keine Räume
board-rooms-empty-text = Sie werden unter Verwaltung eingetragen.
board-room-free = frei
board-room-free-until = frei bis { $time }
board-room-until = bis { $time }
board-room-busy = nicht frei
board-room-seats = { $count ->
    [one] 1 Platz
   *[other] { $count } Plätze
}
board-room-children = für Kinder
board-room-wheelchair = Rollstuhl
board-room-own-exit = eigener Ausgang
board-room-video = Video
board-house = Wer ist im Haus?
board-house-print = Liste drucken
board-house-lead = Nur Codes und Orte, keine Namen.

## Looking for somebody
search-label = Name, Geburtsdatum oder Telefon
search-send = Suchen
search-hits = { $count ->
    [one] 1 Person gefunden
   *[other] { $count } Personen gefunden
}
search-none = Niemand gefunden
search-none-text = Bitte anders schreiben oder neu eintragen.
search-token-enter = Ein Code? Drücken Sie Enter.
search-too-short = Bitte mindestens zwei Buchstaben oder Ziffern tippen.
search-part-alone = Tippen Sie auch einen Namen dazu, oder das ganze Geburtsdatum.
search-many = Es gibt noch mehr. Bitte auch das Geburtsdatum tippen.
search-same-name = Es gibt gleiche Namen. Bitte nach dem Geburtsjahr fragen und es dazu tippen.
search-new = Neue Person
search-none-of-them = Niemand davon: neue Person
search-anonymous = Ohne Namen: nur eine Nummer
search-hint = Name oder Datum
search-call = Telefongespräch
search-child = Kind, das allein kommt
search-arrived = Ist angekommen
search-view = Ansehen
search-inside = Ist schon im Haus: { $token } · { $stage }
search-failed = Die Suche antwortet nicht. Bitte mit der Eingabetaste erneut versuchen.
search-birth-unknown = Geburtsdatum unbekannt
search-birth-ask = nach dem Geburtsjahr fragen

searches-ask = Sie suchen in dieser Stunde oft. Sagen Sie kurz, warum; Sie können weitermachen.
searches-say = Sagen, warum
searches-why = Warum suchen Sie oft?
searches-why-lead = So sucht nur, wer es braucht. Jemand anderes liest das nach.
searches-why-busy = Es gibt viele Besuche oder Anrufe
searches-why-hard = Ich finde jemanden schwer
searches-why-tidying = Ich berichtige Daten
searches-why-other = Etwas anderes
searches-reason = Grund
searches-remark = In eigenen Worten
searches-remark-hint = Ohne Namen. Nur bei etwas anderem nötig.
searches-send = Speichern
searches-later = Später
searches-nothing = Es wird nichts gefragt
searches-nothing-text = Sie suchen in dieser Stunde nicht öfter als sonst.
searches-said = Danke. Das ist notiert.
manage-searches = Oft gesucht
manage-searches-text = Wer in einer Stunde viele Menschen gesucht hat, und warum.
manage-searches-count = { $count ->
    [one] 1 Stunde nachzusehen
   *[other] { $count } Stunden nachzusehen
}
searches-title = Oft gesucht
searches-lead = Eine Suche wird nie verweigert. Wer viel sucht, sagt warum; jemand anderes sieht nach.
searches-none = Nichts nachzusehen
searches-none-text = Hier steht eine Stunde, in der jemand mehr als üblich gesucht hat.
searches-unsaid = Noch kein Grund
searches-when = { $day } ab { $time } · { $count } Suchen
searches-see = Nachgesehen
searches-seen = nachgesehen
searches-other = für jemand anderen
searches-seen-now = Notiert: Sie haben nachgesehen.
searches-budget = Wie oft ist üblich?
searches-budget-lead = Wer mehr sucht, wird nach dem Grund gefragt.
searches-an-hour = Mal pro Stunde
searches-an-hour-hint = Von 10 bis 500. Buchstabe für Buchstabe zählt einmal.
searches-budget-said = { $count } Mal pro Stunde
hit-exact = gleicher Name
hit-name-and-birth = gleicher Name und gleiches Geburtsdatum
hit-alias = gleicher Rufname
hit-sounds = Name klingt gleich
hit-resembles = Name ist ähnlich
hit-birth = gleiches Geburtsdatum
hit-birth-part = gleicher Tag und Monat
hit-birth-year = gleiches Jahr
hit-starts = Name beginnt so
hit-initial = gleicher erster Buchstabe
hit-half = Teil des Namens
hit-birth-swapped = Tag und Monat vertauscht
hit-birth-near = Geburtsdatum ist ähnlich
hit-birth-other = anderes Geburtsdatum
hit-email = gleiche E-Mail-Adresse
hit-phone = gleiche Telefonnummer
hit-token = gleicher Code
search-also = auch geschrieben als { $name }

## A new visitor
person-new-title = Neue Person
person-new-lead = Ein Name oder Rufname genügt. Der Rest darf leer bleiben.
person-new-send = Speichern und einchecken
person-new-only = Nur speichern
person-likely = Ist es eine dieser Personen?
person-likely-lead = Bitte zuerst nachsehen. So muss niemand zweimal erzählen.
person-likely-none = Nein, das ist jemand anders
person-for-visit = Diese Person gehört dann zu { $token }. Der Verlauf des Besuchs bleibt.
person-for-visit-send = Speichern und verknüpfen
person-group-who = Wer ist es?
person-group-contact = Sicher erreichen
person-name = Name
person-name-hint = So, wie die Person heißen möchte.
person-alias = Rufname oder Deckname
person-unnamed = Möchte keinen Namen nennen
person-birth = Geburtsdatum
person-birth-hint = Zum Beispiel 12-03-1986 oder 12. März 1986.
person-language = Sprache
person-pronoun = Anrede
person-pronoun-hint = Zum Beispiel sie, er oder ohne Pronomen.
person-interpreter = Dolmetschen nötig
person-initials-unknown = Ohne Namen
person-saved = Gespeichert.
person-details = Angaben
person-edit = Verbessern
person-edit-title = Angaben verbessern
person-edit-lead = Was vorher da stand, bleibt versiegelt erhalten.
person-corrected = Die Angaben sind verbessert.
person-corrected-on = Zuletzt verbessert
person-today = Heute hier
person-visit = { $token } · { $stage }, seit { $time }
contact-channel = Wie dürfen wir Kontakt aufnehmen?
contact-channel-hint = Jedes Mal fragen. Im Zweifel „gar nicht“ wählen.
channel-never = Gar nicht
channel-call = Anrufen
channel-message = Nachricht senden
channel-mail = Mail senden
contact-phone = Telefonnummer
contact-email = Mailadresse
contact-when = Wann ist es sicher?
contact-when-hint = Zum Beispiel: werktags von 9 bis 15 Uhr.
contact-avoid = Was darf nie geschehen?
contact-avoid-hint = Zum Beispiel: nichts aufsprechen, nie nach 18 Uhr.
contact-until = Bis wann gilt das?
contact-until-hint = Danach fragen wir erneut.

## Records that may be one person
pairs-title = Vielleicht dieselbe Person
pairs-lead = Diese Einträge ähneln sich. Vergleichen und wählen.
pairs-none = Nichts zu vergleichen
pairs-none-text = Kein Eintrag ähnelt einem anderen.
pairs-more = { $count ->
    [one] Danach gibt es noch einen.
   *[other] Danach gibt es noch { $count }.
}
pairs-compare = Vergleichen
pairs-see = Ansehen
pairs-joined = Verbunden
pair-title = Eine Person oder zwei?
pair-lead = Was ist gleich, und was ist verschieden?
pair-caption = Zwei Einträge nebeneinander
pair-head-fact = Angabe
pair-head-one = Erster
pair-head-other = Zweiter
pair-head-same = Vergleich
pair-equal = gleich
pair-differs = verschieden
pair-since = Eingetragen am
pair-card-one = Karte des ersten
pair-card-other = Karte des zweiten
pair-same-title = Es ist eine Person
pair-same-lead = Wer die eine sucht, sieht auch die andere. Die Angaben bleiben, und es geht wieder zurück.
pair-basis = Woran ist das zu sehen?
pair-basis-herself = Die Person sagt es selbst
pair-basis-papers = Papiere zeigen es
pair-basis-spelling = Derselbe Name, anders geschrieben
pair-basis-known = Jemand aus dem Haus kennt die Person
pair-basis-other = Etwas anderes
pair-basis-registering = Beim Eintragen gesagt
pair-note = Erklärung
pair-note-hint = Nötig bei „etwas anderes“. Das bleibt versiegelt.
pair-same = Eine Person
pair-two-title = Es sind zwei Menschen
pair-two-lead = Dieses Paar kommt dann nicht mehr in die Liste.
pair-two = Zwei Menschen
pair-later = Später entscheiden
pair-said-same = Eine Person
pair-said-two = Zwei Menschen
pair-said-by = Gesagt von { $name } am { $day }
pair-said-gone = jemandem, der nicht mehr im Team ist
pair-through = Beide sind durch einen dritten Eintrag eine Person. Dort lässt es sich zurücknehmen.
pair-back = Zurücknehmen
pair-joined = Das ist jetzt eine Person.
pair-parted = Notiert: zwei Menschen.
pair-taken-back = Zurückgenommen. Alles ist wie vorher.
pair-refused-stale = Inzwischen hat jemand geantwortet. Bitte noch einmal ansehen; was dastand, steht noch da.
pair-refused-coordinator = Darüber entscheidet die Koordination. Nichts wurde geändert.
pair-refused-one = Diese beiden sind schon eine Person.
pair-refused-two = Jemand sagte, dass es zwei Menschen sind. Das zuerst zurücknehmen.
person-also = Auch geschrieben als
person-also-back = Vergleichen oder zurücknehmen

## Checking in
check-in-title = Einchecken
check-in-lead = { $token } heißt dieser Besuch auf allen Bildschirmen.
check-in-kind = Wer kommt herein?
check-in-kind-call = Art
check-in-title-call = Telefongespräch notieren
check-in-purpose = Wofür?
check-in-service = Für welchen Dienst?
check-in-service-none = Noch nicht klar
check-in-remark = Was muss das Team wissen?
check-in-remark-hint = Keine Geschichte. Zum Beispiel: sitzt lieber nahe der Tür.
check-in-send-call = Anruf notieren
check-in-send = Einchecken
check-in-done = { $token } ist eingecheckt.
check-in-again = Trotzdem noch einmal einchecken
check-in-again-hint = Diese Person ist schon im Haus. Ein zweites Mal ist meist ein Versehen.
check-in-call = Das Gespräch { $token } steht auf der Tafel.
company = Kommt jemand mit?
company-hint = Diese Person ist minderjährig.
company-with = Ja, jemand ist dabei
company-alone = Nein, kommt allein
facts-title = Mehr, wenn nötig
facts-waiting = Ist das Warten hier sicher?
facts-children = Wie viele Kinder kommen mit?
facts-minder = Wer passt auf die Kinder auf?
facts-interpreter = Dolmetschen nötig? In welcher Sprache?
facts-mobility = Hilfe im Gebäude nötig?
facts-not-asked = Nicht gefragt
facts-no-interpreter = Nicht nötig
facts-nothing-special = Nein
waiting-safe = Ja
waiting-elsewhere = Nein, wartet woanders
minder-visitor = Bleiben bei der Person
minder-companion = Jemand, der mitkommt
minder-colleague = Jemand vom Team
minder-nobody = Noch niemand: bitte jemanden suchen
mobility-wheelchair = Rollstuhl
mobility-no-stairs = Geht schwer: keine Treppe
mobility-sees-badly = Sieht schlecht: bitte begleiten
mobility-hears-badly = Hört schlecht: bitte abholen
visit-kind-victim = Mensch, der Hilfe sucht
visit-kind-child = Kind
visit-kind-companion = Begleitung
visit-kind-professional = Fachperson von außen
visit-kind-trusted-person = Vertrauensperson
visit-kind-interpreter = Dolmetschen
visit-kind-person-causing-harm = Die andere Seite
visit-kind-supplier = Lieferung oder Reparatur
visit-kind-phone-call = Telefongespräch
purpose-first-talk = Erstes Gespräch
purpose-appointment = Termin
purpose-group = Gruppe oder Training
purpose-question = Frage an den Empfang
purpose-other = Etwas anderes, oder sagt es lieber nicht

## One visit
visit-title = Besuch { $token }
visit-since = im Haus seit { $time }
visit-since-call = in der Leitung seit { $time }
visit-steps = Verlauf
visit-arrived = Angekommen
visit-called = Angerufen
visit-step-linked = Person verknüpft
visit-step-with = Bei { $service }
visit-step-room = Bei { $service }, { $room }
visit-left = Gegangen
visit-call-over = Gespräch beendet
stage-waiting = Wartet
stage-with-service = Im Gespräch
stage-left = Gegangen
visit-who = Wer ist es?
visit-who-unknown = Dieser Besuch hat noch keine Person.
visit-who-show = Namen zeigen
visit-who-show-hint = Das wird notiert.
visit-link = Person verknüpfen
visit-link-lead = Die Person suchen. Der Verlauf dieses Besuchs bleibt.
visit-link-other = Es ist jemand anderes
visit-link-again = Trotzdem verknüpfen: diese Person ist schon da
visit-linked = Die Person gehört jetzt zu { $token }.
visit-correct = Angaben zum Besuch verbessern
visit-corrected = { $token } ist verbessert.
visit-step-corrected = Angaben verbessert
visit-step-took-back = Letzter Schritt zurückgenommen
visit-step-taken-back = Einchecken zurückgenommen
visit-step-still-here = Nach Schließzeit noch im Haus
visit-step-duty-called = Bereitschaft gerufen
visit-step-duty-came = Bereitschaft ist da
stage-taken-back = Zurückgenommen
visit-bring = Zu einem Dienst bringen
visit-service = Dienst
visit-room = Raum
visit-room-none = Kein Raum
visit-no-services = Es gibt noch keine Dienste. Sie werden unter Verwaltung eingerichtet.
visit-room-taken = { $room } (nicht frei)
visit-room-shared = Trotzdem dieser Raum: es ist schon jemand da
visit-bring-send = Ist jetzt dort
visit-brought = { $token } ist jetzt beim Dienst.
visit-wait = Zurück ins Wartezimmer
visit-waits = { $token } ist zurück im Wartezimmer.
visit-leave = Verlässt das Haus
visit-leave-check = Geht { $token } jetzt? Bitte zuerst fragen, ob der Heimweg sicher ist.
visit-leave-send = Ja, verlässt das Haus
visit-gone = { $token } ist gegangen.
visit-call-ends = Gespräch beenden
visit-call-check = Ist das Gespräch { $token } zu Ende?
visit-call-send = Ja, beenden
visit-call-gone = Das Gespräch { $token } ist beendet.
visit-refused-left = Dieser Besuch ist schon beendet.
visit-refused-there = Diese Person ist schon dort.
visit-refused-linked = Dieser Besuch gehört schon zu dieser Person.
visit-refused-room = Dieser Raum ist nicht frei. Bitte einen anderen wählen.
visit-refused-call = Das ist ein Telefongespräch. Bitte beenden oder die Person einchecken.
visit-refused-late = Das geht nur innerhalb von fünf Minuten. Die sind jetzt vorbei.
visit-refused-undone = Es gibt nichts mehr zurückzunehmen.
visit-refused-again = Diese Person wurde erneut eingecheckt. Dieser Besuch bleibt, wie er ist.

## Taking back
undo = Rückgängig machen
undo-title = Ein Irrtum?
undo-text = Der letzte Schritt kann bis { $time } zurückgenommen werden.
undo-arrival-title = Ein Irrtum?
undo-arrival-text = Das Einchecken kann bis { $time } zurückgenommen werden. Die Nummer bekommt niemand sonst.
undo-done = { $token } steht wieder wie vorher.
undo-arrival = { $token } steht nicht mehr auf der Tafel.

## A minor who came alone
minor-title = Kind, das allein kommt
minor-lead = Zuerst jemand dabei, dann erst Fragen.
minor-call = Rufen Sie jetzt die Bereitschaft: { $names }.
minor-call-nobody = Niemand hat Bereitschaft. Holen Sie jetzt jemanden vom Erstgespräch oder der Koordination.
minor-ask-nothing = Fragen Sie noch nichts, auch nicht den Namen.
minor-nobody-home = Rufen Sie niemanden zu Hause an.
minor-stay = Bleiben Sie dabei, bis die Bereitschaft da ist.
minor-send = Angerufen: Nummer geben
minor-met = Die Bereitschaft ist da
minor-met-short = Ich bin da
minor-is-met = Bei { $token } ist jetzt jemand.

## Closing time
closing-notice = { $count ->
    [one] Das Haus ist geschlossen. Noch eine Person ist im Haus.
   *[other] Das Haus ist geschlossen. Noch { $count } Personen sind im Haus.
}
closing-go = Wer ist noch da?
closing-title = Wer ist noch da?
closing-lead = Seit vor der Schließzeit im Haus ({ $time }). Sehen Sie nach: Wer ist gegangen, wer ist noch da?
closing-list-asked = Noch nachzusehen
closing-list-stays = Noch da
closing-nobody = Niemand mehr im Haus
closing-nobody-text = Von allen, die zur Schließzeit da waren, ist bekannt, wo sie sind.
closing-said = noch da um { $time }, laut { $name }
closing-leave = Ist gegangen
closing-stays = Ist noch da
closing-is-here = { $token } ist noch da.

## The slip
slip = Zettel
slip-title = Zettel für { $token }
slip-lead = Nur was unten im Rahmen steht, wird gedruckt.
slip-incomplete = Der neutrale Name oder die Telefonnummer fehlt. Die Verwaltung trägt sie ein.
slip-left-off = „{ $text }“ steht nicht darauf: Der Text sagt zu viel über dieses Haus.
slip-languages = Sprache des Zettels
slip-number = { $address ->
    [u] Ihre Nummer
   *[je] Deine Nummer
}
slip-next-waiting = { $address ->
    [u] Sie können sich setzen. Jemand holt Sie ab und nennt diese Nummer.
   *[je] Du kannst dich setzen. Jemand holt dich ab und nennt diese Nummer.
}
slip-next-with = { $address ->
    [u] Sie sind an der Reihe. Jemand geht mit Ihnen.
   *[je] Du bist an der Reihe. Jemand geht mit dir.
}
slip-next-left = Danke und auf Wiedersehen.
slip-phone = Fragen? Rufen Sie { $phone } an.
slip-today = Diese Nummer gilt nur heute.

## What does not fit, in the administration
unfit-not-a-number = Geben Sie eine ganze Zahl von { $least } bis { $most } ein.
unfit-not-hours = Geben Sie Zeiten ein wie 9-12:30, 13:30-17. Sie überschneiden sich nicht.
unfit-not-a-host = Geben Sie eine Adresse ein wie termin.beispiel.be, ohne https.
unfit-ends-before = Das Ende muss nach dem Beginn liegen.
unfit-already-there = Das gibt es schon. Wählen Sie etwas anderes oder ändern Sie das Bestehende.

## The administration
manage-title = Verwaltung
manage-lead = Hier stellt das Haus alles selbst ein. Jede Änderung gilt sofort.
manage-no-papers = Es gibt keine Reservecodes. Ohne Telefon kann niemand mehr verwalten. Jetzt anlegen.
manage-no-papers-go = Reservecodes anlegen
manage-one-administrator = Nur eine Person verwaltet das Haus. Eine zweite einladen: so steht niemand allein da.
manage-one-administrator-go = Jemanden einladen
manage-no-phone = Die Website hat keine Telefonnummer. Niemand kann anrufen.
manage-no-phone-go = Nummer eintragen
manage-group-house = Das Haus
manage-group-time = Zeiten und Tage
manage-group-words = Sprache und Texte
manage-group-rules = Regeln
manage-centre = Name und Adresse
manage-centre-text = Wie das Haus heißt und wie man es erreicht.
manage-organisations = Organisationen
manage-organisations-text = Wer Dienste in das Haus schickt.
manage-services = Dienste
manage-services-text = Wer im Haus arbeitet, etwa die Polizei.
manage-rooms = Räume
manage-rooms-text = Plätze, Ausstattung und Zeiten jedes Raums.
manage-hours = Öffnungszeiten
manage-hours-text = Wann das Haus in einer gewöhnlichen Woche offen ist.
manage-days = Besondere Tage
manage-days-text = Feiertage, Schließtage und Tage mit anderen Zeiten.
manage-duties = Wer hat Dienst
manage-duties-text = Wer die stillen Meldungen bekommt und wann niemand.
manage-tongues = Sprachen am Empfang
manage-tongues-text = Welche Sprachen Besucher hier sprechen können.
manage-texts = Texte
manage-texts-text = Einige Sätze für Website, Briefe und Karte.
manage-retention = Aufbewahrungsfristen
manage-retention-text = Wie lange das Haus etwas aufbewahrt und nach welcher Regel.
manage-organisations-count = { $count ->
    [0] noch keine
    [one] 1 Organisation
   *[other] { $count } Organisationen
}
manage-services-count = { $count ->
    [0] noch keine
    [one] 1 Dienst
   *[other] { $count } Dienste
}
manage-rooms-count = { $count ->
    [0] noch keine
    [one] 1 Raum
   *[other] { $count } Räume
}
manage-days-count = { $count ->
    [0] noch keine
    [one] 1 Tag
   *[other] { $count } Tage
}
manage-tongues-count = { $count ->
    [0] noch keine
    [one] 1 Sprache
   *[other] { $count } Sprachen
}
manage-retention-count = { $count ->
    [0] noch keine
    [one] 1 Frist
   *[other] { $count } Fristen
}
manage-hours-none = noch nicht ausgefüllt
manage-hours-set = ausgefüllt
manage-duties-now = jetzt hat jemand Dienst
manage-duties-nobody = jetzt hat niemand Dienst
manage-duties-closed = das Haus ist jetzt geschlossen
crumbs-label = Wo bin ich

## Lists of the administration
list-saved = „{ $name }“ ist gespeichert.
list-added = „{ $name }“ ist hinzugefügt.
list-closed = „{ $name }“ wird nicht mehr angeboten.
list-opened = „{ $name }“ wird wieder angeboten.
list-undo = Rückgängig machen
list-up = Höher
list-down = Tiefer
list-close = Nicht mehr anbieten
list-close-hint = Es verschwindet aus der Auswahl. Was war, bleibt lesbar.
list-open = Wieder anbieten
list-open-hint = Es kommt zurück in die Auswahl.
list-is-closed = Das wird zurzeit nicht angeboten.
list-closed-count = Nicht mehr angeboten: { $count }
list-stored-now = Jetzt ist dies gespeichert
organisation-title = Organisationen
organisation-lead = Jeder Dienst gehört zu einer Organisation.
organisation-add = Neue Organisation
organisation-none = Noch keine Organisationen
organisation-none-text = Fügen Sie zuerst hinzu, wer hier arbeitet.
organisation-name = Name
organisation-name-hint = Zum Beispiel: Polizeizone Linde.
service-title = Dienste
service-lead = Der Empfang bringt Besucher zu diesen Diensten, in dieser Reihenfolge.
service-add = Neuer Dienst
service-none = Noch keine Dienste
service-none-text = Fügen Sie hinzu, wer im Haus arbeitet.
service-name = Name
service-name-hint = Kurz: So steht es auf allen Bildschirmen.
service-organisation = Organisation
service-organisation-none = Noch nicht gewählt
room-title = Räume
room-lead = Der Empfang sieht diese Räume in dieser Reihenfolge.
room-add = Neuer Raum
room-none = Noch keine Räume
room-none-text = Fügen Sie die Räume für Gespräche hinzu.
room-name = Name
room-name-hint = Neutral, denn Besucher lesen es an der Tür.
room-seats = Plätze
room-seats-hint = Wie viele Menschen sitzen können.
room-features = Was gibt es?
feature-child = Kindgerecht
feature-wheelchair = Mit Rollstuhl erreichbar
feature-own-exit = Eigener Ausgang
feature-video = Video
feature-soundproof = Schalldicht
room-hours = Zeiten
room-hours-hint = Leer: die Zeiten des Hauses. Sonst zum Beispiel 9-12:30, 13:30-17.
room-before = Freie Minuten vor einem Gespräch
room-before-hint = Zum Vorbereiten.
room-after = Freie Minuten nach einem Gespräch
room-after-hint = Zum Lüften, und damit sich niemand begegnet.

## The centre itself
centre-title = Name und Adresse
centre-lead = Was draußen zu lesen ist, sagt nichts darüber, was hier geschieht.
centre-group-inside = Für Kollegen
centre-group-outside = Für Besucher
centre-name = Name des Hauses
centre-name-hint = Nur auf den Bildschirmen der Kollegen.
centre-public-name = Name für außen
centre-public-name-hint = Neutral, zum Beispiel De Linde. So steht er auf Briefen und in Nachrichten.
centre-language = Sprache des Hauses
centre-address = Wie spricht das Haus die Menschen an?
address-je = mit „du“ (je)
address-u = mit „Sie“ (u)
centre-profile = Regeln von
profile-VL = Flandern
profile-NL = den Niederlanden
centre-zone = Zeitzone
centre-street = Straße und Nummer
centre-town = Postleitzahl und Ort
centre-phone = Neutrale Telefonnummer
centre-phone-hint = Steht auf jeder Seite für Besucher. Wer abhebt, nennt keinen Dienst.
centre-portal-now = Die Website für Besucher ist jetzt zu finden unter
centre-portal-host = Adresse der Website für Besucher
centre-portal-host-hint = Ohne https, zum Beispiel termin.beispiel.be. Leer: die Adresse aus den Einstellungen.
centre-saved = Gespeichert. Das gilt sofort auf jedem Bildschirm.

## Settings in versions
setting-saved = Gespeichert. Das gilt sofort.
setting-versions = Frühere Fassungen
setting-put-back = Zurückholen
setting-nothing = nichts ausgefüllt
hours-title = Öffnungszeiten
hours-lead = Lassen Sie einen Tag leer, wenn das Haus geschlossen ist.
hours-hint = Zum Beispiel 9-12:30, 13:30-17.
hours-closed = geschlossen
tongues-title = Sprachen am Empfang
tongues-lead = Wählen Sie die Sprachen, die hier jemand spricht oder dolmetscht.
tongues-label = Sprachen
texts-title = Texte
texts-lead = Einfacher Text, ohne Gestaltung. Jede Fassung bleibt.
text-key-portal-welcome = Willkommen auf der Website
text-key-portal-welcome-text = Die ersten Sätze für Besucher der Website.
text-key-closing = Schlusszeile
text-key-closing-text = Die Zeile unter Briefen und Nachrichten.
text-key-card = Karte
text-key-card-text = Was auf der Karte steht, die jemand mitnimmt.
texts-text = Text
texts-text-hint = Nennen Sie keinen Dienst und keine Gewalt. Andere können mitlesen.
texts-empty = noch leer
texts-filled = ausgefüllt

## What everybody may know on the public site
portal-hours = Geöffnet
portal-hours-line = { $day } { $hours }
portal-days = In den nächsten Wochen anders
portal-day-closed = { $day }: geschlossen
portal-day-open = { $day }: { $hours }
portal-tongues = Hier spricht man: { $tongues }

## Special days
day-title = Besondere Tage
day-lead = Diese Tage gehen der gewöhnlichen Woche vor.
day-add = Neuer Tag
day-none = Noch keine besonderen Tage
day-none-text = Fügen Sie die Feiertage auf einmal hinzu oder einen Tag.
day-day = Tag
day-day-hint = Tag, Monat und Jahr, wie 24-12-2026.
day-hours = Zeiten
day-hours-hint = Leer: Das Haus ist geschlossen. Sonst zum Beispiel 9-12.
day-reason = Warum?
day-reason-hint = Besucher können das lesen.
day-holidays = Feiertage { $year }
day-holidays-add = { $year } hinzufügen
day-holidays-back = Die hinzugefügten Tage sind wieder weg.
day-holidays-kept = Es war nichts mehr rückgängig zu machen.
day-holidays-missing = { $count ->
    [0] alle sind da
    [one] 1 fehlt noch
   *[other] { $count } fehlen noch
}
day-holidays-added = Die Feiertage { $name } sind hinzugefügt.
holiday-new-year = Neujahr
holiday-easter = Ostern
holiday-easter-monday = Ostermontag
holiday-kings-day = Königstag
holiday-labour-day = Tag der Arbeit
holiday-liberation-day = Befreiungstag
holiday-ascension = Christi Himmelfahrt
holiday-whitsun = Pfingsten
holiday-whit-monday = Pfingstmontag
holiday-national-day = Nationalfeiertag
holiday-assumption = Mariä Himmelfahrt
holiday-all-saints = Allerheiligen
holiday-armistice = Waffenstillstand
holiday-christmas = Weihnachten
holiday-boxing-day = Zweiter Weihnachtstag

## The duty roster
duty-title = Wer hat Dienst
duty-lead = Wer Dienst hat, bekommt die stillen Meldungen. Auch zu zweit.
duty-add = Neuer Einsatz
duty-none = Noch keine Einsätze
duty-none-text = Ohne Dienst sieht niemand eine stille Meldung.
duty-user = Wer?
duty-day = Tag
duty-from = Von
duty-until = Bis
duty-until-hint = Früher als der Beginn: dann am Tag danach.
duty-hour-hint = Zum Beispiel 8:30.
duty-span = { $day }, { $from } bis { $until }
duty-unknown = Früher hier
duty-over = vorbei
duty-gaps = Dann ist das Haus offen und niemand hat Dienst
duty-gaps-none = In der kommenden Woche hat immer jemand Dienst.
list-over-count = Vorbei: { $count }

## Retention
retention-title = Aufbewahrungsfristen
retention-lead = Jede Frist nennt ihre Regel. Lassen Sie juristisch mitlesen.
retention-add = Neue Frist
retention-none = Noch keine Fristen
retention-none-text = Beginnen Sie mit dem Vorschlag und passen Sie ihn an.
retention-about = Was?
kept-person = Name und Erreichbarkeit
kept-visit = Besuche
kept-file = Akte
kept-appointment = Termine und Gruppen
kept-message = Gesendete Nachrichten
kept-trail = Protokoll, wer was sah
retention-controller = Für wen?
retention-controller-none = Das Haus selbst
retention-months = Anzahl Monate
retention-months-hint = 15 Jahre sind 180 Monate.
retention-from = Gerechnet ab
counts-from-creation = dem Aufschreiben
counts-from-closing = dem Schließen der Akte
counts-from-last-contact = dem letzten Kontakt
retention-source = Nach welcher Regel?
retention-source-hint = Gesetz, Dekret oder Vereinbarung, mit Artikel.
retention-valid-from = Gültig ab
retention-valid-until = Gültig bis
retention-valid-until-hint = Leer: bis auf Weiteres.
retention-period = { $count ->
    [one] 1 Monat
   *[other] { $count } Monate
} ab { $from }
retention-since = gültig ab { $day }
retention-propose = Vorschlag übernehmen
retention-proposed = Der Vorschlag ist hinzugefügt. Prüfen Sie jede Regel.
## Personen einlesen
manage-group-files = Personen
manage-imports = Personen einlesen
manage-imports-text = Eine Liste aus einem anderen Programm, als CSV-Datei.
imports-title = Personen einlesen
imports-lead = Eine CSV-Datei mit einer Zeile je Person. Alles bleibt verschlüsselt.
imports-file = Datei
imports-file-hint = CSV in UTF-8, mit den Namen der Spalten in der ersten Zeile. Höchstens 50 MB.
imports-send = Datei nehmen
imports-before = Früher eingelesen
imports-nothing = noch nichts eingelesen
imports-written = { $number } eingelesen
imports-known = { $number } schon bekannt
imports-bad = { $count ->
    [one] 1 Zeile passt nicht
   *[other] { $number } Zeilen passen nicht
}
imports-state-sending = kommt herein
imports-state-asking = wartet auf Spalten
imports-state-running = läuft
imports-state-paused = angehalten
imports-state-done = fertig
imports-refused-empty = Diese Datei ist leer. Wählen Sie eine andere.
imports-refused-not-text = Diese Datei ist kein UTF-8. Speichern Sie sie als „CSV UTF-8“ und nehmen Sie sie neu.
imports-refused-no-head = Die erste Zeile ist zu lang. Ist das eine CSV-Datei?
imports-refused-too-large = Diese Datei ist größer als 50 MB. Teilen Sie sie auf.
imports-refused-missing = Wählen Sie zuerst eine Datei.
imports-refused-broken = Die Datei kam nicht ganz an. Nehmen Sie sie neu.
imports-columns = Welche Spalte ist was?
imports-columns-lead = Prüfen Sie die Spalten. Was Sie nicht wählen, wird nicht gelesen.
imports-first = Die ersten Zeilen der Datei
imports-no-column = steht nicht in der Datei
imports-if-known = Und wenn jemand schon bekannt ist?
imports-known-skip = Überspringen
imports-known-skip-hint = Gleicher Name und gleiches Geburtsdatum. Sie erhalten eine Liste dieser Zeilen.
imports-known-write = Trotzdem speichern, als andere Person
imports-start = Einlesen
imports-give-up = Datei löschen
imports-give-up-hint = Doch nicht? Dann löschen wir die Datei.
imports-one = Eine Datei einlesen
imports-progress = { $percent } % der Datei · { $rows } Zeilen
imports-fact-written = Eingelesen
imports-fact-known = Schon bekannt, übersprungen
imports-fact-bad = Passt nicht
imports-speed = Tempo
imports-speed-rows = { $rows } Zeilen je Sekunde
imports-pause = Anhalten
imports-go-on = Weiter einlesen
imports-left-out = Nicht eingelesen
imports-left-out-text = Jede Zeile mit dem Grund. Verbessern Sie sie und nehmen Sie die Datei neu. Nach einer Woche löschen wir sie.
imports-rows = Zeilen als Datei
imports-head-line = Zeile
imports-head-reason = Grund
imports-head-row = Text
row-fault-torn-quote = Ein Anführungszeichen schließt nicht.
row-fault-other-count = Diese Zeile hat nicht so viele Spalten wie die erste.
row-fault-not-text = Diese Zeile ist kein UTF-8.
row-fault-likely-known = Gleicher Name und gleiches Geburtsdatum wie eine bekannte Person.
column-name = Ganzer Name
column-given-name = Vorname
column-family-name = Nachname
column-alias = Rufname
column-unnamed = Möchte keinen Namen nennen
column-birth-date = Geburtsdatum
column-languages = Sprachen
column-contact = Wie dürfen wir Kontakt aufnehmen?
column-phone = Telefonnummer
column-email = E-Mail-Adresse
column-contact-when = Wann ist es sicher?
column-contact-never = Was darf nie geschehen?
column-contact-until = Bis wann gilt das?

## Personen mitgeben
manage-exports = Personen mitgeben
manage-exports-text = Eine Datei mit allen Personen. Es braucht zwei aus dem Team.
exports-title = Personen mitgeben
exports-lead = Jemand fragt die Datei an, jemand anders gibt sie frei. Jedes Mal gilt eine Stunde.
exports-seconds = Das können jetzt freigeben: { $names }.
exports-nobody = Niemand kann das jetzt freigeben. Nötig ist jemand, den Sie nicht selbst eingeladen haben, und der länger als einen Tag hier ist. Bitten Sie jemand anderen zu fragen, oder laden Sie noch jemanden ein.
exports-reason = Wozu ist diese Datei nötig?
exports-reason-hint = Zum Beispiel: Wir wechseln zu einem anderen Programm.
exports-ask = Datei anfragen
exports-release = Freigeben
exports-take = Datei nehmen
exports-stage-asked = wartet auf Freigabe
exports-stage-released = wird erstellt
exports-stage-ready = bereit zum Mitnehmen
exports-stage-taken = mitgenommen
exports-stage-over = vorbei
exports-said-asked = Angefragt. Jetzt kann jemand anders sie freigeben.
exports-said-released = Freigegeben. Wer gefragt hat, kann die Datei einmal nehmen.
exports-said-late = Das geht nicht mehr. Fragen Sie die Datei neu an.
exports-said-same = Wer fragt, gibt nicht selbst frei. Bitten Sie jemand anders.
exports-said-vouched = Eine der zwei Personen hat die andere eingeladen, selbst oder über andere. Bitte jemand anderen fragen.
exports-said-new = Wer neu ist oder gerade ein anderes Telefon hat, wartet einen Tag. Bitte jemand anderen fragen.

## When something goes wrong
error-not-found-title = Diese Seite gibt es nicht
error-not-found-text = Bitte die Adresse prüfen oder zum Anfang zurückgehen.
error-cross-site-title = Das kam nicht von unserem Bildschirm
error-cross-site-text = Bitte die Seite neu öffnen und erneut versuchen.
error-too-large-title = Das ist zu viel auf einmal
error-too-large-text = Bitte den Text kürzen und erneut senden.
error-not-text-title = Das ist nicht lesbar
error-not-text-text = Bitte den Text neu tippen und erneut senden.
error-busy-title = Gerade ist viel los
error-busy-text = Nichts ist verloren. Bitte gleich noch einmal versuchen.
error-broken-title = Das geht gerade nicht
error-broken-text = Nichts wurde halb gespeichert. Bitte erneut versuchen oder die Verwaltung anrufen.
error-broken-code = Dann bitte diese Nummer nennen: { $request }
error-sealed-title = Noch geschlossen
error-sealed-text = Dieses Haus ist noch nicht geöffnet. Bitte die Verwaltung um den Schlüssel bitten.
error-reading-title = Namen werden gelesen
error-reading-text = Das Programm ist gerade gestartet und liest die Namen: { $percent } %. Diese Seite geht von selbst weiter.
error-full-title = Kein Platz mehr zum Speichern
error-full-text = Bitte die Verwaltung anrufen. Bis dahin auf Papier schreiben.
error-wrong-host-title = Hier ist nichts
error-wrong-host-text = Bitte die Adresse prüfen.
error-changed-title = Jemand war schneller
error-changed-text = Hier steht, was gespeichert ist, und der neue Text. Bitte wählen, was bleibt.
changed-field = Angabe
changed-now = Gespeichert
changed-typed = Hier getippt
error-start = Zum Anfang
error-desk = Zum Empfang

## Demo
demo-title = Ausprobieren
demo-lead = Das ist ein Übungshaus. Alle Menschen sind erfunden.
demo-as = Anmelden als { $role }
demo-mark = Übungshaus

## Portal
portal-title = Einen Termin machen
portal-title-hours = Wann wir geöffnet haben
portal-lead = { $address ->
    [u] Rufen Sie uns an. Sie müssen keinen Namen nennen.
   *[je] Ruf uns an. Du musst keinen Namen nennen.
} Es kostet nichts.
portal-soon = Online einen Termin wählen geht noch nicht.
portal-call = Anrufen: { $phone }
portal-close = Schließen
portal-history = Die Adresse dieser Seite bleibt auf dem Gerät stehen.

## Languages a visitor speaks
tongue-nl = Niederländisch
tongue-fr = Französisch
tongue-de = Deutsch
tongue-en = Englisch
tongue-ar = Arabisch
tongue-tr = Türkisch
tongue-uk = Ukrainisch
tongue-ru = Russisch
tongue-pl = Polnisch
tongue-ro = Rumänisch
tongue-es = Spanisch
tongue-fa = Persisch
tongue-ps = Paschtu
tongue-so = Somali
tongue-und = Sprache noch nicht bekannt

## The page of all parts
style-title = Alle Teile
style-lead = Jeder Teil in jedem Zustand, mit erfundenen Namen.
style-colours = Farben
style-buttons = Knöpfe
style-forms = Formulare
style-cards = Karten
style-notices = Meldungen
style-board = Empfang
style-tables = Listen
style-icons = Zeichen
style-right-to-left = Von rechts nach links

manage-backup = Sicherung
manage-backup-text = Was bleibt, wenn der Computer ausfällt.
manage-backup-late = Zu alt
manage-backup-none = noch keine
manage-backup-fresh = In Ordnung
manage-group-machine = Der Computer
backup-lead = Jede Nacht macht das Programm eine Kopie. Nur ein Notfallcode öffnet sie.
backup-none = Es gibt noch keine Sicherung. Wer den Computer betreut, muss einen Ordner dafür wählen.
backup-late = Die letzte Sicherung ist vom { $day }, { $time }. Das ist zu lange her. Bitte sofort nachsehen lassen.
backup-good = Die letzte Sicherung ist vom { $day }, { $time }.
backup-no-holders = Niemand kann eine Sicherung öffnen. Wer den Computer betreut, muss ein neues Notfallblatt drucken.
backup-drill = Am { $day }, { $time } wurde eine Sicherung probeweise zurückgespielt. { $people } Menschen und { $trail } Zeilen des Protokolls waren in Ordnung.
backup-no-drill = Noch keine Sicherung wurde probeweise zurückgespielt.
backup-drill-late = Die letzte gelungene Probe ist vom { $day }, { $time }. Das ist mehr als 35 Tage her. Bitte nachsehen lassen.
backup-drill-failed = Am { $day }, { $time } wurde eine Sicherung probeweise zurückgespielt. Das ist nicht gelungen.
backup-failed = Am { $day }, { $time } konnte keine Sicherung gemacht werden. Die früheren sind noch da.
backup-trouble-disk-full = Die Platte der Sicherungen ist voll.
backup-trouble-folder = Der Ordner der Sicherungen ist nicht zu benutzen.
backup-trouble-tools = Die Werkzeuge der Datenbank fehlen, sind zu alt oder dürfen das nicht.
backup-trouble-nobody-opens = Niemand hat einen Notfallcode, der die Sicherung öffnet.
backup-trouble-damaged = Die Sicherung kommt nicht ganz zurück. Bitte sofort eine neue machen lassen.
backup-trouble-other = Das Protokoll des Computers sagt, warum.
backup-plan = Wann und wie lange
backup-hour = Stunde der Nacht
backup-keep = Tage, die sie bleibt
backup-keep-hint = Von 14 bis 400. Die Schlüssel bleiben immer 14 Tage.
backup-saved = Das ist gespeichert. Es gilt ab sofort.
## Mail
manage-mail = Mail
manage-mail-text = Der Mailserver des Hauses, und was hinausgeht.
mail-title = Mail
mail-state-unset = nicht eingetragen
mail-state-down = geht nicht hinaus
mail-state-given-up = etwas bleibt liegen
mail-state-works = läuft
mail-lead = Was draußen ankommt, sagt nie, worum es geht.
mail-unset = Es gibt noch keinen Mailserver. Bitte unten eintragen.
mail-stands = Seit { $when } geht keine Mail hinaus. Bitte anrufen, wer auf eine Nachricht wartet.
mail-down-since = Seit { $when } geht keine Mail hinaus.
mail-queue = { $count ->
    [0] Es wartet keine Nachricht.
    [one] Es wartet eine Nachricht.
   *[other] Es warten { $count } Nachrichten.
}
mail-server = Mailserver
mail-saved = Gespeichert. Es gilt ab jetzt.
mail-field-host = Server
mail-field-port = Port
mail-field-security = Schutz
mail-field-user = Benutzer
mail-field-password = Passwort
mail-field-sender-name = Name des Absenders
mail-field-sender = Adresse des Absenders
mail-field-shown-as = Name des Hauses in der Post
mail-field-notices = Adresse für Hinweise
mail-field-to = Mailadresse
mail-hint-host = So heißt der Rechner, der die Mail annimmt. Der Name steht mit in jeder Nachricht.
mail-hint-password = Leer lassen, um das Passwort zu behalten.
mail-hint-sender-name = Das sieht, wer die Nachricht bekommt. Etwas Gewöhnliches wählen, etwa Agenda.
mail-hint-sender = Eine Adresse, an der niemand Fragen bekommt.
mail-hint-shown-as = Ein Name mit einem Punkt, ohne Namen des Hauses: agenda.beispiel.be.
mail-hint-notices = Kann leer bleiben. Dorthin geht eine Nachricht, wenn etwas liegen bleibt.
mail-security-tls = Von Anfang an verschlüsselt
mail-security-starttls = Erst anklopfen, dann verschlüsselt (STARTTLS)
mail-security-plain = Nicht verschlüsselt
mail-security-hint-tls = Meist Port 465. Am sichersten.
mail-security-hint-starttls = Meist Port 587.
mail-security-hint-plain = Nur zu diesem Rechner selbst.
mail-trial = Probenachricht
mail-trial-lead = Eine kurze Nachricht geht an diese Adresse.
mail-trial-send = Probenachricht senden
mail-trial-sent = Der Mailserver hat die Nachricht angenommen.
mail-trial-waits = Die Nachricht ist noch nicht weg. Bitte gleich noch einmal nachsehen.
mail-trial-failed = Die Nachricht geht nicht hinaus.
mail-latest = Letzte Nachrichten
mail-none = Noch keine Nachrichten
mail-none-text = Eine Probenachricht senden, sobald der Mailserver eingetragen ist.
mail-head-when = Wann
mail-head-kind = Wofür
mail-head-state = Wo sie ist
mail-given-up = Diese Nachrichten gehen nicht hinaus
mail-given-up-text = Erneut versuchen, oder beiseitelegen und selbst anrufen.
mail-dismiss = Beiseitelegen
mail-dismissed = Die Nachricht ist beiseitegelegt.
mail-again-said = Die Nachricht wird erneut versucht.
letter-kind-trial = Probenachricht
letter-kind-notice = Hinweis an die Verwaltung
letter-state-waiting = Wartet.
letter-state-sending = Geht jetzt hinaus.
letter-state-sent = Hinausgegangen.
letter-state-given-up = Geht nicht hinaus.
letter-state-withdrawn = Zurückgenommen.
mail-fault-unreachable = Der Mailserver ist nicht da. Bitte Name und Port prüfen.
mail-fault-silent = Der Mailserver antwortet nicht.
mail-fault-insecure = Die Verbindung ist nicht sicher: bitte Schutz und Namen des Servers prüfen.
mail-fault-login = Benutzer oder Passwort stimmt nicht.
mail-fault-sender = Der Mailserver nimmt von diesem Absender nichts an.
mail-fault-busy = Der Mailserver ist überlastet. Es geht von selbst weiter.
mail-fault-later = Der Mailserver nimmt sie später an.
mail-fault-dropped = Die Verbindung brach ab. Es wird erneut versucht.
mail-fault-unanswered = Niemand sagte, ob sie ankam. Vielleicht ist sie da.
mail-fault-refused = Der Mailserver lehnt diese Adresse oder Nachricht ab.
mail-fault-address = Diese Adresse kann nicht auf einer Nachricht stehen.
mail-fault-telling = Die Nachricht sagt zu viel, wenn jemand mitliest.
mail-fault-late = Sie käme zu spät.
mail-fault-over = Sie war nicht mehr nötig.

## Löschen
manage-erasures = Daten löschen
manage-erasures-text = Wer um Löschung bittet, und wessen Zeit um ist.
manage-erasures-count = { $count ->
    [one] 1 offen
   *[other] { $count } offen
}
manage-erasures-late = { $count ->
    [one] 1 zu spät
   *[other] { $count } zu spät
}
erasures-title = Daten löschen
erasures-lead = Eine Person bittet darum, eine andere lässt es zu. Was gelöscht ist, kommt nicht zurück.
erasures-none = Niemand bittet um Löschung
erasures-none-text = Kommt eine Bitte? Hier aufschreiben.
erasure-new = Löschung anfragen
erasure-new-lead = Hier steht, wer gelöscht werden möchte. Noch geschieht nichts.
erasure-search = Um wen geht es?
erasure-choose = Wählen
erasure-of = Daten von { $name }
erasure-day = Wann kam die Bitte?
erasure-day-hint = Ab diesem Tag ist ein Monat Zeit für die Antwort.
erasure-asker = Wer bittet darum?
erasure-asker-hint = Leer: die Person selbst.
erasure-note = Bitte aufschreiben
erasure-title = Daten löschen
erasure-request-of = Bitte vom { $day }
erasure-over-since = Frist um, gesehen am { $day }
erasure-due = Antwort spätestens am { $day }
erasure-fact-due = Frist
erasure-ended = Abgeschlossen am
erasure-mark = Kennzeichen
erasure-reason = Warum nicht?
erasure-reason-hint = Mindestens 40 Zeichen, über diese Person. Ein Satz, der für alle gilt, genügt nicht.
erasure-longer = Warum dauert es länger?
erasure-longer-hint = Wer gefragt hat, muss das wissen.
erasure-stage-noted = aufgeschrieben
erasure-stage-asked = wartet auf jemanden im Team
erasure-stage-erased = gelöscht
erasure-stage-refused = abgelehnt
erasure-stage-withdrawn = zurückgezogen
erasure-urgency-calm = rechtzeitig
erasure-urgency-soon = bald zu spät
erasure-urgency-late = zu spät
erasure-kept = Dies muss aufbewahrt werden
erasure-kept-until = { $source }: { $count } Monate ab: { $from }. Löschen geht nach dem { $day }.
erasure-kept-open = { $source }: { $count } Monate ab: { $from }. Diese Zeit läuft noch nicht.
erasure-held = Für diese Person gilt eine Löschsperre
erasure-held-text = { $ground } ({ $source }). Löschen geht nach dem { $day }, oder sobald jemand vom Team das beendet. Die Frist für eine Antwort läuft weiter: Sagen Sie, warum es wartet.
erasure-held-show = Warum?
erasure-part-holds = Löschsperren, mit dem Grund
erasure-inside = Diese Person ist jetzt im Haus
erasure-inside-text = Löschen geht, sobald der Besuch beendet ist.
erasure-reading = Eine Datei mit Personen wird eingelesen
erasure-reading-text = Bitte das Ende abwarten oder die Datei aufgeben. Sonst kommt die Person wieder.
erasure-what = Was geschieht
erasure-what-lead = Alles, was das Haus von dieser Person hat
erasure-head-part = Was
erasure-head-fate = Was damit geschieht
erasure-fate-goes = wird gelöscht
erasure-fate-loose = bleibt für die Zahlen, ohne Person
erasure-fate-stays = bleibt, unter einem Decknamen
erasure-part-record = Name, Erreichbarkeit und was früher dort stand
erasure-part-grants = Wer was einsehen darf
erasure-part-visits = Besuche
erasure-part-remarks = Bemerkungen zu Besuchen
erasure-part-denials = Abschirmungen
erasure-part-pairs = Was über doppelte Einträge gesagt wurde
erasure-part-requests = Bitten um Löschung
erasure-part-letters = Nachrichten
erasure-part-forms = Spuren von Formularen
erasure-part-drafts = Was gerade jemand tippt
erasure-part-rows = Abgelehnte Zeilen aus eingelesenen Dateien
erasure-part-keys = Schlüssel, auch die der Sicherungen
erasure-part-trail = Protokoll, wer was getan hat
erasure-whole = Diese Person ist mehr als einmal eingetragen
erasure-whole-text = Alle { $count } Einträge werden gelöscht.
erasure-next = Nächster Schritt
erasure-ask = Im Team anfragen
erasure-ask-lead = Stimmt die Übersicht? Dann hat jemand im Team sieben Tage, um es zuzulassen.
erasure-ask-again = Niemand hat es rechtzeitig zugelassen. Bitte neu anfragen.
erasure-ask-changed = Seit der Anfrage hat sich etwas geändert. Bitte prüfen und neu anfragen.
erasure-waits = Eine andere Person im Team kann es jetzt zulassen, binnen sieben Tagen.
erasure-release = Jetzt löschen
erasure-release-lead = Das Kennzeichen { $mark } mit dem vergleichen, was die andere Person sah. Löschen ist endgültig.
erasure-sure = Ja, diese Person für immer löschen
erasure-refuse-title = Nicht löschen
erasure-refuse-lead = Der Grund geht an die fragende Person und bleibt nachzulesen.
erasure-refuse-send = Ablehnen
erasure-extend-title = Mehr Zeit nehmen
erasure-extend-lead = Zwei Monate mehr. Das geht einmal, und nur im ersten Monat.
erasure-extend-send = Frist verlängern
erasure-withdraw-title = Bitte zurückziehen
erasure-withdraw-lead = Möchte die Person es doch nicht? Dann geschieht nichts.
erasure-withdraw = Zurückziehen
erasure-said-noted = Die Bitte ist aufgeschrieben. Bitte prüfen, was geschehen würde.
erasure-said-passed-on = Die Bitte ist aufgeschrieben. Die Verwaltung kümmert sich darum.
erasure-said-asked = Angefragt. Eine andere Person im Team kann es jetzt zulassen.
erasure-said-released = Gelöscht. In vierzehn Tagen ist auch in Sicherungen nichts mehr lesbar.
erasure-said-refused = Abgelehnt. Der Grund ist aufbewahrt.
erasure-said-extended = Die Frist ist um zwei Monate verlängert.
erasure-said-withdrawn = Die Bitte ist zurückgezogen.
erasure-refused-stale = Jemand war schneller. Bitte ansehen, wie es jetzt steht.
erasure-refused-over = Dies ist schon abgeschlossen.
erasure-refused-not-asked = In den letzten sieben Tagen hat niemand angefragt. Bitte zuerst anfragen.
erasure-refused-asked = Jemand hat schon angefragt.
erasure-refused-same-person = Wer anfragt, lässt es nicht selbst zu. Bitte jemand anderen fragen.
release-refused-vouched = Eine der zwei Personen hat die andere eingeladen, selbst oder über andere. Bitte jemand anderen fragen.
release-refused-new = Wer neu ist oder gerade ein anderes Telefon hat, wartet einen Tag. Bitte jemand anderen fragen.
erasure-refused-changed = Seit der Prüfung hat sich etwas geändert. Bitte prüfen und neu anfragen.
erasure-refused-hindered = Etwas steht im Weg. Bitte unten lesen.
erasure-refused-too-late = Verlängern geht nicht mehr.
plan-title = Was geht nächsten Monat?
plan-lead = Bis zum { $day }, nach den Fristen von jetzt.
plan-nothing-by-itself = Nichts geht von selbst. Jede Nacht kommt auf die Liste, wer an der Reihe ist; zwei Personen entscheiden.
plan-without = { $count ->
    [one] Für 1 Person gilt keine Frist.
   *[other] Für { $count } Personen gilt keine Frist.
}
plan-asked = { $count ->
    [one] Zu 1 Person läuft schon eine Bitte, oder es lief eine in diesem Jahr.
   *[other] Zu { $count } Personen läuft schon eine Bitte, oder es lief eine in diesem Jahr.
}
plan-held = { $count ->
    [one] Für 1 Person gilt eine Löschsperre: Sie bleibt vorerst.
   *[other] Für { $count } Personen gilt eine Löschsperre: Sie bleiben vorerst.
}
plan-hold = Löschsperre
manage-holds = Löschsperren
manage-holds-text = Von wem vorerst nichts gelöscht werden darf, und warum.
manage-holds-count = { $count ->
    [one] 1 Sperre
   *[other] { $count } Sperren
}
holds-title = Löschsperren
holds-lead = Solange das dauert, wird von dieser Person nichts gelöscht, wer es auch verlangt.
holds-none = Es gibt keine Löschsperre
holds-none-text = Läuft ein Verfahren oder eine Beschwerde? Sperren Sie das Löschen hier.
hold-new = Löschsperre setzen
hold-new-lead = Suchen Sie, wessen Daten vorerst bleiben müssen.
hold-of = Was über { $name } bekannt ist
hold-ground = Warum darf es nicht weg?
hold-ground-court-order = Anordnung eines Gerichts oder der Staatsanwaltschaft
hold-ground-legal-claim = Ein Rechtsanspruch wird verfolgt oder steht bevor
hold-ground-oversight = Eine Aufsicht untersucht es
hold-ground-complaint = Eine Beschwerde wird bearbeitet
hold-ground-asked = Die Person bittet selbst, es aufzubewahren
hold-source = Quelle
hold-source-court-order = DSGVO Art. 17 Abs. 3 b: eine rechtliche Pflicht
hold-source-legal-claim = DSGVO Art. 17 Abs. 3 e: ein Rechtsanspruch
hold-source-oversight = DSGVO Art. 17 Abs. 3 b: eine rechtliche Pflicht oder Aufgabe
hold-source-complaint = DSGVO Art. 17 Abs. 3 e: sich verteidigen können
hold-source-asked = DSGVO Art. 18 Abs. 1 c: nötig für einen eigenen Rechtsanspruch
hold-last-day = Letzter Tag
hold-last-day-hint = Höchstens ein Jahr. Danach geht Löschen wieder, außer jemand verlängert.
hold-why = Der Grund
hold-why-hint = Welches Verfahren, welche Anordnung, bei wem. Das ist versiegelt.
hold-set-it = Löschsperre setzen
hold-since = seit { $day }
hold-until = bis einschließlich { $day }
hold-over = vorbei
hold-set = Gesetzt
hold-ended = Beendet
hold-by = am { $day } von { $name }
hold-said = { $name }, { $day }: bis einschließlich { $until }
hold-words-gone = Der Grund ist nicht mehr lesbar: Eine ältere Sicherung wurde eingespielt. Schreiben Sie ihn beim Verlängern auf.
hold-prolong-title = Länger gelten lassen
hold-prolong-lead = Das geht jedes Mal mit einem neuen Grund.
hold-prolong-hint = Nach dem letzten Tag, der jetzt gilt, und höchstens ein Jahr.
hold-prolong = Verlängern
hold-end-title = Löschsperre beenden
hold-end-lead = Was inzwischen gefragt wurde, geht dann weiter. Löschen braucht immer noch zwei Personen vom Team.
hold-end = Beenden
hold-said-set = Die Löschsperre gilt. Es wird nichts gelöscht.
hold-said-prolonged = Verlängert.
hold-said-ended = Beendet. Was gefragt wurde, geht weiter.
hold-refused-stale = Jemand war schneller. Sehen Sie, wie es jetzt steht.
hold-refused-over = Das ist schon vorbei. Beginnen Sie nötigenfalls neu.
hold-refused-last-day = Dieser letzte Tag geht nicht. Wählen Sie einen anderen.
manage-unlinkings = Alte Besuche
manage-unlinkings-text = Besuche, deren Frist vorbei ist, verlieren ihre Person.
unlinkings-title = Alte Besuche
unlinkings-lead = Ist die Frist eines Besuchs vorbei? Er bleibt für die Zahlen, ohne Person. Jemand vom Team bittet darum, jemand anderes lässt es geschehen.
unlinking-none = Kein Besuch ist an der Reihe
unlinking-none-text = Ein Besuch kommt hierher, sobald seine Frist vorbei ist.
unlinking-held = { $count ->
    [one] 1 Besuch bleibt, wie er ist: Für diese Person gilt eine Löschsperre.
   *[other] { $count } Besuche bleiben, wie sie sind: Für diese Personen gilt eine Löschsperre.
}
unlinking-days = Von wann
unlinking-from-to = { $first } bis einschließlich { $last }
unlinking-stays = Was bleibt
unlinking-stays-text = Tag, Zeiten, Grund und Dienst, für die Zahlen. Die Person und die Bemerkung verschwinden.
unlinking-more = Es gibt noch mehr. Die kommen danach an die Reihe.
unlinking-release = Jetzt lösen
unlinking-release-lead = Vergleichen Sie das Kennzeichen { $mark } mit dem, was die andere Person sah. Das ist endgültig.
unlinking-sure = Ja, die Person von diesen Besuchen lösen
unlinking-withdraw = Nicht tun
unlinking-said-done = Diese Besuche gehören jetzt niemandem mehr.
unlinking-refused-nothing = Kein Besuch ist mehr an der Reihe.
unlinking-before = Frühere Male
unlinking-done = { $day }: { $count } Besuche bis einschließlich { $last }
plan-people = Personen
plan-visits = Besuche mit einem Namen
plan-no-period = Dafür gibt es keine Frist.
plan-rule = Frist und Quelle
plan-over = Schon vorbei
plan-next = Bis dahin dazu
plan-open = Noch nicht begonnen
plan-period = { $source }: { $count } Monate ab: { $from }
plan-reveal = Namen zeigen
plan-reveal-lead = Wer die Namen ansieht, steht im Protokoll.
plan-names = Um wen es geht
plan-names-lead = Höchstens fünfzig, wer zuerst an der Reihe ist oben
plan-last-day = Letzter Tag
retention-binds = Das ist Pflicht: früher löschen ist nicht erlaubt
retention-binds-hint = Angekreuzt geht die Frist einer Bitte um Löschung vor.
retention-binds-fact = Pflicht
unfit-too-general = Das passt auf alle. Bitte sagen, worum es hier bei dieser Person geht.
## Proving once more who one is
prove-title = { $address ->
    [u] Bitte bestätigen Sie kurz, dass Sie es sind
   *[je] Bitte bestätige kurz, dass du es bist
}
prove-lead = So tut das niemand anders an einem offenen Bildschirm.
prove-next = Danach geht dies weiter: { $deed }.
prove-code = Code aus der App
prove-pin = Oder die PIN dieses Arbeitsplatzes
prove-pin-hint = Sechs Ziffern. Eines von beiden genügt.
prove-send = Weiter
prove-demo = Ohne Code weiter
prove-demo-lead = Dies ist ein Übungshaus. Hier hat niemand einen Code.
deed-add-user = jemanden einladen
deed-change-roles = Rollen ändern
deed-reset-colleague = jemanden eine neue Passphrase oder App wählen lassen
deed-release-reset = eine neue App freigeben
deed-end-account = ein Konto beenden
deed-export-people = eine Datei mit Personen
deed-release-export = eine Datei mit Personen freigeben
deed-set-denial = jemanden vor einer Kollegin oder einem Kollegen abschirmen
deed-lift-denial = eine Abschirmung aufheben
deed-ask-erasure = das Löschen einer Person verlangen
deed-release-erasure = eine Person löschen
deed-set-hold = eine Löschsperre setzen
deed-prolong-hold = eine Löschsperre verlängern
deed-end-hold = eine Löschsperre beenden
deed-set-mail = der Mailserver
deed-ask-unlinking = alte Besuche lösen lassen
deed-release-unlinking = alte Besuche lösen
deed-set-backup = den Plan der Sicherungskopien
unfit-own-role = Diese Rolle muss jemand anders aus der Verwaltung geben.
manage-own-hand = { $name } hat sich am { $day } selbst die Rolle { $role } gegeben. Sonst war niemand in der Verwaltung.
role-notice-title = Neu in der Verwaltung
role-notice-by = { $name } bekam die Rolle { $role } von { $by } ({ $when }).
role-notice-server = { $name } bekam die Rolle { $role } auf dem Server selbst ({ $when }).
role-notice-seen = Gesehen

## Passkeys
passkey-title = Passkeys
passkey-lead = { $address ->
    [u] Ihr Gerät erkennt Sie: Passphrase und Code sind dann nicht nötig. Nehmen Sie ein Gerät, das nur Sie benutzen, nicht den Computer am Empfang.
   *[je] Dein Gerät erkennt dich: Passphrase und Code sind dann nicht nötig. Nimm ein Gerät, das nur du benutzt, nicht den Computer am Empfang.
}
passkey-name = Name dieses Geräts
passkey-name-hint = Zum Beispiel: Telefon oder Schlüssel am Bund.
passkey-add = Passkey hinzufügen
passkey-added = Der Passkey ist gespeichert.
passkey-remove = Entfernen
passkey-removed = Der Passkey ist entfernt.
passkey-since = Seit { $day }.
passkey-used = Zuletzt benutzt am { $day }.
passkey-unused = Noch nicht benutzt.
passkey-enter = Mit Passkey anmelden
passkey-prove = Weiter mit Passkey
passkey-failed = Das ging mit diesem Gerät nicht. Bitte noch einmal, oder mit Passphrase und Code.
passkey-none = Passkeys brauchen JavaScript und einen Browser, der sie kennt. Mit dem Code geht es immer.
passkey-full = Das sind { $count }, mehr geht nicht. Bitte zuerst einen entfernen.
unfit-passkey-refused = Dieser Passkey passt hier nicht, oder es dauerte zu lange. Bitte noch einmal.
deed-add-passkey = einen Passkey hinzufügen
deed-remove-passkey = einen Passkey entfernen
