### The words of the screens in Dutch. Short sentences, no text that assumes a sex, errors say what
### to do next. $address is "je" or "u", as the house has chosen.

## Document and frame
document-title-staff = Agenda
document-title-portal = Afspraak
document-skip = Naar de inhoud
menu-label = Hoofdmenu
menu-board = Balie
menu-pairs = Dubbels
menu-agenda = Agenda
menu-files = Dossiers
menu-groups = Groepen
menu-talks = Overleg
menu-figures = Cijfers
menu-settings = Beheer
menu-account = Mijn account
language-choose = Taal kiezen:
language-nl = Nederlands
language-fr = Français
language-de = Deutsch
language-en = English
lock = Vergrendelen
sign-out = Afmelden

## Words used everywhere
save = Bewaren
cancel = Niet doorgaan
back = Terug
back-to-board = Terug naar de balie
next = Verder
close = Sluiten
change = Wijzigen
show = Tonen
print = Afdrukken
try-again = Opnieuw proberen
yes = Ja
no = Nee
choose = Kies …
unknown = onbekend
optional = mag leeg blijven

## Days, times and numbers
format-day = { $weekday } { $day } { $month }
format-date = { $day } { $month } { $year }
format-time = { $hour }:{ $minute }
format-minutes = { $minutes } min
format-thousands = .
weekday-0 = maandag
weekday-1 = dinsdag
weekday-2 = woensdag
weekday-3 = donderdag
weekday-4 = vrijdag
weekday-5 = zaterdag
weekday-6 = zondag
month-1 = januari
month-2 = februari
month-3 = maart
month-4 = april
month-5 = mei
month-6 = juni
month-7 = juli
month-8 = augustus
month-9 = september
month-10 = oktober
month-11 = november
month-12 = december

## Forms, and what does not fit
form-errors = { $count ->
    [one] Er klopt nog één ding niet
   *[other] Er kloppen nog { $count } dingen niet
}
form-kept = { $address ->
    [u] Wat u typte, staat er nog.
   *[je] Wat je typte, staat er nog.
} Verbeter het en bewaar opnieuw.
unfit-missing = Vul dit in.
unfit-too-long = Maak dit korter: hoogstens { $limit } tekens.
unfit-too-short = Maak dit langer: minstens { $limit } tekens.
unfit-control-characters = Haal de onzichtbare tekens weg. Typ de tekst opnieuw.
unfit-not-utf8 = Deze tekst is niet leesbaar. Typ hem opnieuw.
unfit-not-a-date = Zo begrijpen we de datum niet. Typ dag, maand en jaar: 12-03-1986.
unfit-no-such-day = Deze dag bestaat niet. Kijk dag en maand na: 12-03-1986.
unfit-in-the-future = Deze dag moet nog komen. Kijk het jaar na.
unfit-in-the-past = Deze dag is al voorbij. Kies een dag die nog komt.
unfit-too-far-off = Dit is meer dan een jaar ver. Kies een vroegere dag.
unfit-not-later = Kies een dag na de laatste dag die nu geldt.
unfit-too-long-ago = Deze dag is te lang geleden. Kijk het jaar na.
unfit-not-a-phone = Dit is geen telefoonnummer. Typ alleen cijfers: 0470 12 34 56.
unfit-not-an-email = Dit is geen mailadres. Het lijkt op naam@voorbeeld.be.
unfit-not-a-port = Typ het nummer van een poort: 465 of 587.
unfit-only-here = Zonder beveiliging kan het alleen naar deze computer zelf. Kies een van de andere.
unfit-telling = Dit zegt te veel aan wie meekijkt. Kies andere woorden.
unfit-telling-word = “{ $word }” zegt te veel aan wie meekijkt. Kies een ander woord.
unfit-not-offered = Kies een van de mogelijkheden.
unfit-no-role = Kies minstens één rol.
unfit-not-a-tongue = Deze taal kennen we niet. Gebruik bijvoorbeeld nl, fr, de, en of ar.
unfit-not-a-user-name = Gebruik letters, cijfers, punt en streepje, zonder spaties: noor.verbeke.
unfit-needs-one = Vul een naam of een roepnaam in, of kies “zegt liever geen naam”.
unfit-sign-in-refused = Dit klopt niet samen. Kijk naam, wachtzin en code na.
unfit-pin-refused = Deze pincode past hier niet. Kijk ook of de naam klopt.
unfit-pin-spent = Te vaak fout. Meld opnieuw aan met wachtzin en code.
unfit-passphrase-refused = Deze wachtzin klopt niet. Typ hem opnieuw.
unfit-too-many-tries = Te vaak geprobeerd. Wacht een kwartier of vraag een collega.
unfit-not-the-code = Dit is niet de goede code. Kijk na en typ opnieuw.
unfit-not-a-short-name = Gebruik kleine letters, cijfers en streepjes. Begin met een letter.
unfit-changed-meanwhile = Iemand anders heeft dit net veranderd. Kijk na en bewaar opnieuw.
unfit-likely-known = Er staat al iemand met bijna deze naam. Kijk eerst of het dezelfde persoon is.
unfit-already-inside = Deze persoon is al binnen. Kruis aan dat het klopt, of ga terug.
unfit-stays-call = Dit blijft een telefoongesprek. Komt iemand binnen, check dan opnieuw in.
unfit-stays-visitor = Deze bezoeker is bij een dienst, en dus niet aan de telefoon.
unfit-room-taken = Deze ruimte is niet vrij. Kies een andere, of kruis aan dat het klopt.

## Signing in
sign-in-title = Aanmelden
sign-in-lead = Voor de mensen die hier werken.
sign-in-user = Gebruikersnaam
sign-in-passphrase = Wachtzin
sign-in-code = Code
sign-in-code-hint = Zes cijfers uit de app op { $address ->
    [u] uw
   *[je] je
} telefoon, of een reservecode.
sign-in-send = Aanmelden
sign-in-lost = Telefoon of wachtzin kwijt? Vraag het aan de beheerder.
sign-in-again = { $address ->
    [u] U was
   *[je] Je was
} een tijd weg. Meld opnieuw aan.
signed-out-title = Afgemeld
signed-out-text = Op dit scherm is niets meer te zien.
signed-out-again = Opnieuw aanmelden

## Founding a house
founding-step = Stap { $step } van { $count }
founding-title = Een nieuw huis
founding-lead = Hier is nog niets. We zetten het samen klaar, in een kwartier.
founding-code = Code van de server
founding-code-hint = Drie groepjes van vier. De server toont ze waar hij gestart is.
founding-begin = Beginnen
founding-idle = Na een half uur zonder iets te doen is alles vergeten. Dan toont de server een nieuwe code.
founding-wait = Te vaak een verkeerde code. Kijk na wat de server toonde en probeer het straks opnieuw.
founding-taken = Iemand anders is al bezig. Wacht een half uur, of start de server opnieuw.
founding-house-title = Het huis
founding-house-lead = Alles hier is later te veranderen, behalve de korte naam.
founding-name = Hoe heet het huis?
founding-name-hint = Zo staat het op de schermen van collega’s.
founding-public = Neutrale naam voor buiten
founding-public-hint = Staat op brieven en op de openbare pagina. De naam verraadt niet waarvoor iemand komt.
founding-public-usual = Het Gesprekshuis
founding-short = Korte naam
founding-short-hint = Kleine letters en cijfers. Staat in het webadres, zichtbaar op toestellen van bezoekers. Leeg: we maken er een van de neutrale naam.
founding-language = Taal van het huis
founding-address = Hoe spreekt het huis mensen aan?
founding-address-je = je
founding-address-u = u
founding-profile = Waar werkt het huis?
founding-profile-VL = Vlaanderen
founding-profile-NL = Nederland
centre-zone-Brussels = Brussel
centre-zone-Amsterdam = Amsterdam
founding-street = Straat en nummer
founding-town = Postcode en plaats
founding-phone = Neutraal telefoonnummer
founding-phone-hint = Wie terugbelt, hoort niet waarvoor het huis er is.
founding-hours = Open van maandag tot vrijdag
founding-hours-hint = Bijvoorbeeld: 9-12:30, 13-17. Andere dagen { $address ->
    [u] stelt u
   *[je] stel je
} later in.
founding-you-title = { $address ->
    [u] Uw eigen account
   *[je] Je eigen account
}
founding-you-lead = Hiermee { $address ->
    [u] beheert u het huis en nodigt u
   *[je] beheer je het huis en nodig je
} collega’s uit.
founding-you-name = { $address ->
    [u] Uw naam
   *[je] Je naam
}
founding-you-name-hint = Zoals collega’s { $address ->
    [u] u
   *[je] je
} kennen.
founding-user-hint = Daarmee { $address ->
    [u] meldt u zich
   *[je] meld je je
} aan. Letters, cijfers, punt en streepje.
founding-passphrase-hint = Minstens twaalf tekens. Vier losse woorden zijn goed te onthouden.
founding-peek = Wachtzin tonen
founding-again = Nog eens dezelfde wachtzin
founding-reception = Ik ontvang ook bezoekers
founding-reception-hint = Beheer leest geen dossiers. Voor de balie is een tweede rol nodig.
founding-app-title = De app voor codes
founding-app-lead = Bij elk aanmelden vraagt het scherm een code van { $address ->
    [u] uw
   *[je] je
} telefoon.
founding-app-code-hint = De zes cijfers die de app nu toont.
founding-sheet-title = Het herstelblad
founding-sheet-lead = Raakt de sleutel van de server weg? Dan opent één van deze twee bladen alles. Druk ze nu af: ze staan hier maar één keer.
founding-leaf = Blad { $holder } van 2
founding-leaf-use = Deze code opent de server als de sleutel weg is.
founding-leaf-keep = Bewaar dit blad op slot, apart van het andere blad en van de server.
founding-sheet-on-paper = Beide bladen zijn op papier
founding-sheet-new = De bladen zijn kwijt: maak nieuwe
founding-check-title = Klopt het papier?
founding-check-lead = Neem de twee bladen erbij. Typ van elk één groepje over.
founding-check-group = Blad { $holder }, groepje { $group }
founding-found = Het huis openen
founding-failed = Het huis is nog niet gemaakt. Er is niets half bewaard. Kijk in het logboek van de server en probeer opnieuw.
founding-key-failed = De sleutel kan niet bewaard worden op zijn plaats. Kijk op de server en probeer opnieuw.
founding-elsewhere = Een andere server heeft hier al een huis gemaakt. Start deze opnieuw.
founding-done-title = Het huis is er
founding-done-lead = Alles is bewaard. Deze pagina’s komen niet meer terug.
founding-next = Wat nu?
founding-next-sign-in = Meld { $address ->
    [u] u
   *[je] je
} aan met naam, wachtzin en code.
founding-next-papers = Maak bij Mijn account reservecodes. Ze helpen als de telefoon weg is.
founding-next-desk = Bezoekers ontvangen? Kies bij Mijn account: balie.
founding-next-house = Zet diensten en ruimtes klaar onder Beheer.
founding-next-colleagues = Nodig collega’s uit.
founding-sign-in = Aanmelden
founding-key-file = Geef elk blad aan wie het bewaart. Maak ook een kopie van het sleutelbestand van de server.

## The locked screen
unlock-title = Vergrendeld
unlock-lead = Wie gaat verder op deze werkplek?
unlock-user = Gebruikersnaam
unlock-user-hint = Heb je zelf vergrendeld? Laat dit dan leeg.
unlock-pin = Pincode
unlock-pin-hint = Zes cijfers.
unlock-send = Ontgrendelen
unlock-other = Iemand anders
unlock-passphrase = Aanmelden met wachtzin
pin-title = Pincode kiezen
pin-set = Pincode bewaard.
pin-lead = Met deze code { $address ->
    [u] ontgrendelt u
   *[je] ontgrendel je
} dit scherm tijdens de dienst.
pin-new = Nieuwe pincode
pin-again = Nog eens dezelfde pincode
pin-differs = De twee zijn niet gelijk. Typ ze opnieuw.
pin-simple = Deze code is te makkelijk. Kies zes andere cijfers.
pin-elsewhere = Een pincode kiezen kan alleen op een ingeschreven werkplek.
pin-passphrase-hint = Zo weten we dat niemand anders de pincode kiest.
workstation-title = Deze werkplek
workstation-enrol = Werkplek inschrijven
workstation-lead = Alleen op een ingeschreven werkplek werkt de pincode.
workstation-name = Naam van de werkplek
workstation-all = Ingeschreven werkplekken
workstation-end = Beëindigen
workstation-ended = Op die werkplek werkt geen pincode meer.
workstation-enrolled = Deze werkplek is ingeschreven.

## Joining with a code on paper
join-go = Ik heb een code op papier
join-title = Beginnen met een code
join-lead = De code staat op het papier van de beheerder.
join-paper = Code van het papier
join-paper-hint = Hoofdletters en streepjes maken niet uit.
join-hello = Welkom, { $name }
join-user = { $address ->
    [u] U meldt zich
   *[je] Je meldt je
} straks aan als { $user }. Kies eerst een wachtzin.
join-app-title = De app voor codes
join-app-lead = Open de app voor codes op { $address ->
    [u] uw
   *[je] je
} telefoon en richt de camera op dit vierkant.
join-app-picture = Vierkant voor de app die codes maakt
join-app-typed = Lukt de camera niet? Typ dan dit in de app:
join-app-code-hint = Zes cijfers die de app nu toont.
join-stop = Stoppen
join-done = Alles is klaar. Meld nu aan met { $address ->
    [u] uw
   *[je] je
} nieuwe wachtzin en de volgende code.
passphrase-title = Wachtzin
passphrase-lead = Wie de wachtzin wijzigt, wordt elders afgemeld.
passphrase-now = Wachtzin van nu
passphrase-code = Code uit de app, of een reservecode
passphrase-new = Nieuwe wachtzin
passphrase-again = Nog eens dezelfde wachtzin
passphrase-hint = Liefst vier woorden of meer, minstens 12 tekens. Alles mag.
passphrase-common = Deze wachtzin kiezen veel mensen. Maak een zin die niemand anders bedenkt.
passphrase-changed = De nieuwe wachtzin geldt vanaf nu.
papers-title = Reservecodes
papers-lead = Elke code vervangt één keer de code van de telefoon. Bewaar ze op papier, niet bij de computer.
papers-one = Een van deze codes
papers-one-hint = Schrijf ze eerst op. Typ er dan één over.
papers-done = Klaar
papers-left = { $count ->
    [one] nog 1
   *[other] nog { $count }
}
papers-few = Er zijn er nog maar weinig. Maak nieuwe.
papers-none = Er zijn er nu geen. Maak nieuwe.
papers-renew = Nieuwe reservecodes
papers-new-lead = Schrijf deze codes nu op. Ze staan hier één keer, de oude werken niet meer.
unfit-code-refused = Deze code opent niets. Kijk hem na of vraag een nieuwe.
unfit-taken = Dit bestaat al. Kies iets anders.
unfit-last-one = Er moet iemand overblijven voor het beheer. Geef eerst iemand anders die rol.

## One's own sessions, and what happened to one's proofs
session-title = Waar { $address ->
    [u] u
   *[je] je
} bent aangemeld
session-lead = Staat hier iets vreemds? Beëindig het en kies een nieuwe wachtzin.
session-line = { $computer } · sinds { $since } · laatst gebruikt { $active }
session-elsewhere = Een andere computer
session-own = Deze computer
session-here = deze
session-end = Beëindigen
session-ended = Die aanmelding is beëindigd.
reset-title = Er is iets veranderd aan het aanmelden
reset-used = Op { $day } zijn wachtzin of codes opnieuw gekozen met een code van het beheer. Klopt dat niet? Bel de beheerder.
reset-open = Op { $day } is een code gemaakt om wachtzin of codes opnieuw te kiezen. Niet gevraagd? Bel de beheerder.
reset-told = Gezien

## Managing colleagues
colleagues-title = Collega’s
colleagues-lead = Wie hier werkt, en als wat. Wijzigingen gelden meteen.
colleague-invite = Collega uitnodigen
colleague-invite-lead = De collega kiest zelf een wachtzin, met een code op papier.
colleague-invite-send = Uitnodigen
colleague-name = Naam
colleague-user-hint = Letters, cijfers, punt of streepje. Later niet meer te wijzigen.
colleague-language = Taal van de schermen
colleague-work = Werkt voor het hele huis als
colleague-work-service = Werkt voor een dienst
colleague-work-intake = Doet intake voor een dienst
colleague-work-title = Rollen
colleague-work-lead = Wie nu werkt in een rol die wegvalt, wordt meteen afgemeld.
colleague-invited = nog niet begonnen
colleague-resets = nieuwe code
colleague-joined = werkt hier
colleague-state = Toestand
colleague-since = Sinds
colleague-saved = De rollen zijn bewaard.
colleague-code = Code op papier
colleague-code-lead = Schrijf deze code op en geef ze zelf af. Ze staat hier één keer.
colleague-code-where = De collega kiest op de aanmeldpagina “Ik heb een code op papier”.
colleague-code-until = Code geldt tot
colleague-code-again = Nieuwe code maken
colleague-code-again-lead = Is het papier kwijt of verlopen? De oude code werkt dan niet meer.
colleague-reset = Wachtzin of telefoon kwijt
colleague-reset-lead = Wie een code krijgt, kiest zelf opnieuw. Voor een andere telefoon zijn twee mensen nodig.
colleague-reset-phrase = Wachtzin kwijt
colleague-reset-factor = Telefoon kwijt
colleague-reset-what = Wat is kwijt?
colleague-reset-phrase-hint = De collega krijgt nu een code en kiest een nieuwe wachtzin.
colleague-reset-factor-hint = Een tweede persoon geeft de code af. Tot dan verandert er niets.
colleague-reset-send = Opnieuw laten kiezen
colleague-reset-back-lead = Is het toch niet nodig? Trek het in: wat de collega al heeft, blijft werken.
colleague-reset-back = Intrekken
colleague-reset-gone = Ingetrokken. De code op papier opent niets meer.
colleague-waits-until = Wacht op een tweede persoon tot
colleague-reset-waits = Iemand anders van beheer of coördinatie moet dit nu vrijgeven.
colleague-end = Account beëindigen
colleague-end-lead = De collega is meteen overal afgemeld. De gebruikersnaam wordt nooit opnieuw gebruikt.
colleague-end-sure = Ja, deze collega werkt hier niet meer
colleague-end-send = Beëindigen
colleague-left = Het account is beëindigd.
resets-title = Nieuwe telefoon vrijgeven
resets-lead = Een andere telefoon voor een collega: een tweede persoon geeft de code af.
resets-none = Niets wacht
resets-none-text = Wie een telefoon kwijt is, begint bij de beheerder.
resets-by = gevraagd door { $name } op { $day }
resets-release = Vrijgeven
resets-other = iemand anders moet dit vrijgeven

manage-group-people = De mensen van het huis
manage-colleagues = Collega’s
manage-colleagues-text = Uitnodigen, rollen, een verloren wachtzin, wie weggaat.
manage-colleagues-count = { $count ->
    [one] 1 collega
   *[other] { $count } collega’s
}
manage-resets = Nieuwe telefoon vrijgeven
manage-resets-text = Een andere telefoon voor een collega vraagt een tweede persoon.
manage-denials = Afgeschermd
manage-denials-text = Welke collega welke persoon nergens mag zien.

## Whom a colleague must not see
denials-title = Afgeschermd
denials-lead = Een collega ziet deze persoon nergens, alsof ze niet bestaat.
denials-none = Niemand is afgeschermd
denials-none-text = Nodig als een collega familie, buur of partij is.
denial-new = Iemand afschermen
denial-new-lead = Zoek eerst de persoon. Kies dan voor welke collega.
denial-search = Wie wordt afgeschermd?
denial-person = Persoon
denial-colleague = Voor welke collega?
denial-reason = Waarom?
denial-reason-hint = Alleen beheer en coördinatie lezen dit.
denial-send = Afschermen
denial-row = { $colleague } ziet { $person } niet
denial-since = sinds { $day }
denial-lift = Opheffen
denial-set = Dat geldt vanaf nu, op alle schermen.
denial-lifted = De afscherming is opgeheven.
denial-gone = Een collega die weg is

## Roles
role-now = Nu aan het werk als { $role }
role-switch = Wisselen van rol
role-worn = nu
role-wear = Zo werken
account-lead = { $address ->
    [u] Uw rollen, pincode en werkplek.
   *[je] Je rollen, pincode en werkplek.
}
role-reception = balie
role-intake = intake
role-service = dienst
role-facilitator = groepsbegeleiding
role-coordinator = coördinatie
role-administrator = beheer

## The front desk
board-title = Wie is er?
board-live = live
board-as-of = stand van { $time }
board-needs-somebody = heeft nu iemand nodig
board-at-the-desk = Bij de balie
board-refresh = Vernieuwen
board-follows = Deze pagina vernieuwt zich elke minuut.
board-hold-still = Zo laten staan
board-holds-still = Deze pagina vernieuwt zich niet.
board-follow = Weer vernieuwen
board-stream-lost = De verbinding is weg. Dit is de stand van { $time }.
board-on-duty = van dienst: { $name }
board-nobody-on-duty = Niemand is van dienst. Spreek af wie de meldingen krijgt.
board-expected = Verwacht
board-expected-count = { $count ->
    [0] niemand meer vandaag
   *[other] nog { $count } vandaag
}
board-expected-empty = Vandaag wordt niemand meer verwacht
board-expected-empty-text = Komt er toch iemand? Zoek boven of maak een nieuwe bezoeker.
board-expected-people = { $count ->
    [one] 1 persoon
   *[other] { $count } personen
}
board-expected-arrive = Is er
board-present = Aanwezig
board-present-count = { $waiting ->
    [one] 1 wacht
   *[other] { $waiting } wachten
} · { $with } in gesprek
board-present-empty = Nog niemand in huis
board-present-empty-text = Een rustige start. Wie binnenkomt, verschijnt hier.
board-hold = Wijs een kaart aan, of houd ze vast. Dan staat er wie komt en voor welke dienst.
board-waiting-room = Wachtkamer
board-on-the-phone = Aan de telefoon
board-waiting = wacht { $minutes } van { $limit } minuten
board-just-in = net binnen
board-just-called = belt net
board-waiting-long = wacht al { $minutes } minuten
board-calling = belt al { $minutes } minuten
board-with = in gesprek
board-for = voor { $service }
board-with-appointment = met afspraak
board-without-appointment = zonder afspraak
board-no-name = zonder naam
board-open = Bekijken
board-call = Bel { $service }
board-call-any = Bel dienst
board-bring = Begeleiden
board-leaves = Vertrekt
board-call-ends = Afronden
board-children = { $count ->
    [one] 1 kind
   *[other] { $count } kinderen
}
board-rooms = Ruimtes
board-rooms-count = { $free } van { $all } vrij
board-rooms-empty = Nog geen ruimtes
board-rooms-empty-text = De beheerder voegt ze toe bij Beheer.
board-room-free = vrij
board-room-free-until = vrij tot { $time }
board-room-until = tot { $time }
board-room-busy = niet vrij
board-room-seats = { $count ->
    [one] 1 plaats
   *[other] { $count } plaatsen
}
board-room-children = kindvriendelijk
board-room-wheelchair = rolstoel
board-room-own-exit = eigen uitgang
board-room-video = video
board-house = Wie is in huis?
board-house-print = Lijst afdrukken
board-house-lead = Alleen codes en plaatsen, geen namen.

## Looking for somebody
search-label = Naam, geboortedatum of telefoon
search-send = Zoeken
search-hits = { $count ->
    [one] 1 persoon gevonden
   *[other] { $count } personen gevonden
}
search-none = Niemand gevonden
search-none-text = Probeer een andere schrijfwijze, of maak een nieuwe bezoeker.
search-token-enter = Een code? Druk op Enter.
search-too-short = Typ minstens twee letters of cijfers.
search-part-alone = Typ er ook een naam bij, of de hele geboortedatum.
search-many = Er zijn er meer. Typ ook de geboortedatum.
search-same-name = Er zijn mensen met dezelfde naam. Vraag het geboortejaar en typ het erbij.
search-new = Nieuwe bezoeker
search-none-of-them = Niemand van hen: nieuwe bezoeker
search-anonymous = Zonder naam: alleen een nummer
search-hint = Naam of datum
search-call = Telefoongesprek
search-child = Kind dat alleen komt
search-arrived = Is aangekomen
search-view = Bekijken
search-inside = Is al binnen: { $token } · { $stage }
search-failed = Zoeken lukt even niet. Druk op Enter om opnieuw te proberen.
search-birth-unknown = geboortedatum onbekend
search-birth-ask = vraag het geboortejaar

searches-ask = Je zoekt dit uur vaak. Zeg kort waarom; je kan gewoon verder.
searches-say = Zeggen waarom
searches-why = Waarom zoek je vaak?
searches-why-lead = Zo zien we dat alleen wie het nodig heeft mensen opzoekt. Een collega leest dit na.
searches-why-busy = Er zijn veel bezoekers of telefoons
searches-why-hard = Ik vind iemand moeilijk
searches-why-tidying = Ik zet gegevens juist
searches-why-other = Iets anders
searches-reason = Reden
searches-remark = In je eigen woorden
searches-remark-hint = Zonder namen. Alleen nodig bij iets anders.
searches-send = Bewaren
searches-later = Later
searches-nothing = Er wordt niets gevraagd
searches-nothing-text = Je zoekt dit uur niet vaker dan anders.
searches-said = Bedankt. Dat is genoteerd.
manage-searches = Vaak gezocht
manage-searches-text = Wie op een uur veel mensen opzocht, en waarom.
manage-searches-count = { $count ->
    [one] 1 uur na te kijken
   *[other] { $count } uren na te kijken
}
searches-title = Vaak gezocht
searches-lead = Zoeken wordt nooit geweigerd. Wie veel zoekt, zegt waarom; iemand anders kijkt het na.
searches-none = Niets na te kijken
searches-none-text = Hier komt een uur waarin iemand meer zocht dan is ingesteld.
searches-unsaid = Nog geen reden gegeven
searches-when = { $day } vanaf { $time } · { $count } keer gezocht
searches-see = Nagekeken
searches-seen = nagekeken
searches-other = voor iemand anders
searches-seen-now = Genoteerd dat je dit nakeek.
searches-budget = Hoe vaak is gewoon?
searches-budget-lead = Wie meer zoekt dan dit, krijgt de vraag waarom.
searches-an-hour = Keer per uur
searches-an-hour-hint = Van 10 tot 500. Letter na letter typen telt als één keer.
searches-budget-said = { $count } keer per uur
hit-exact = zelfde naam
hit-name-and-birth = zelfde naam en geboortedatum
hit-alias = zelfde roepnaam
hit-sounds = naam klinkt hetzelfde
hit-resembles = naam lijkt erop
hit-birth = zelfde geboortedatum
hit-birth-part = zelfde dag en maand
hit-birth-year = zelfde jaar
hit-starts = naam begint zo
hit-initial = zelfde eerste letter
hit-half = deel van de naam
hit-birth-swapped = dag en maand omgewisseld
hit-birth-near = geboortedatum lijkt erop
hit-birth-other = andere geboortedatum
hit-email = zelfde e-mailadres
hit-phone = zelfde telefoonnummer
hit-token = zelfde code
search-also = ook geschreven als { $name }

## A new visitor
person-new-title = Nieuwe bezoeker
person-new-lead = Een naam of roepnaam is genoeg. De rest mag leeg blijven.
person-new-send = Bewaren en inchecken
person-new-only = Alleen bewaren
person-likely = Is het een van deze mensen?
person-likely-lead = Kijk eerst. Zo hoeft niemand het verhaal twee keer te vertellen.
person-likely-none = Nee, dit is iemand anders
person-for-visit = Deze persoon hoort straks bij { $token }. Het verloop van dat bezoek blijft staan.
person-for-visit-send = Bewaren en koppelen
person-group-who = Wie is het?
person-group-contact = Veilig bereiken
person-name = Naam
person-name-hint = Zoals de persoon zelf wil heten.
person-alias = Roepnaam of schuilnaam
person-unnamed = Zegt liever geen naam
person-birth = Geboortedatum
person-birth-hint = Zoals 12-03-1986 of 12 maart 1986.
person-language = Taal
person-pronoun = Aanspreken met
person-pronoun-hint = Bijvoorbeeld zij, hij of hen.
person-interpreter = Tolk nodig
person-initials-unknown = Zonder naam
person-saved = Bewaard.
person-details = Gegevens
person-edit = Verbeteren
person-edit-title = Gegevens verbeteren
person-edit-lead = Wat er eerst stond, blijft verzegeld bewaard.
person-corrected = De gegevens zijn verbeterd.
person-corrected-on = Laatst verbeterd
person-today = Vandaag hier
person-visit = { $token } · { $stage }, sinds { $time }
contact-channel = Hoe mogen we contact opnemen?
contact-channel-hint = Vraag het elke keer. Kies “niet” als het niet zeker veilig is.
channel-never = Niet
channel-call = Bellen
channel-message = Bericht sturen
channel-mail = Mailen
contact-phone = Telefoonnummer
contact-email = Mailadres
contact-when = Wanneer is het veilig?
contact-when-hint = Bijvoorbeeld: op weekdagen van 9 tot 15 uur.
contact-avoid = Wat mag nooit?
contact-avoid-hint = Bijvoorbeeld: niets inspreken, nooit na 18 uur.
contact-until = Tot wanneer geldt dit?
contact-until-hint = Daarna vragen we het opnieuw.

## Records that may be one person
pairs-title = Misschien dezelfde persoon
pairs-lead = Deze inschrijvingen lijken op elkaar. Vergelijk ze en kies.
pairs-none = Niets te vergelijken
pairs-none-text = Er zijn geen inschrijvingen die op elkaar lijken.
pairs-more = { $count ->
    [one] Na deze is er nog één.
   *[other] Na deze zijn er nog { $count }.
}
pairs-compare = Vergelijken
pairs-see = Bekijken
pairs-joined = Samengevoegd
pair-title = Eén persoon of twee?
pair-lead = Kijk wat gelijk is en wat verschilt.
pair-caption = Twee inschrijvingen naast elkaar
pair-head-fact = Gegeven
pair-head-one = Eerste
pair-head-other = Tweede
pair-head-same = Vergelijking
pair-equal = gelijk
pair-differs = verschilt
pair-since = Ingeschreven op
pair-card-one = Kaart van de eerste
pair-card-other = Kaart van de tweede
pair-same-title = Het is één persoon
pair-same-lead = Wie de ene zoekt, ziet ook de andere. Er verandert niets aan de gegevens, en het kan terug.
pair-basis = Hoe is dat duidelijk?
pair-basis-herself = De persoon zegt het zelf
pair-basis-papers = Papieren tonen het
pair-basis-spelling = Dezelfde naam, anders geschreven
pair-basis-known = Een collega kent de persoon
pair-basis-other = Iets anders
pair-basis-registering = Gezegd bij het inschrijven
pair-note = Toelichting
pair-note-hint = Nodig bij “iets anders”. Dit blijft verzegeld.
pair-same = Eén persoon
pair-two-title = Het zijn twee mensen
pair-two-lead = Dit paar komt dan niet meer in de lijst.
pair-two = Twee mensen
pair-later = Later beslissen
pair-said-same = Eén persoon
pair-said-two = Twee mensen
pair-said-by = Gezegd door { $name } op { $day }
pair-said-gone = een collega die weg is
pair-through = Deze twee zijn één persoon door een derde inschrijving. Bekijk die om het terug te nemen.
pair-back = Terugnemen
pair-joined = Dit is nu één persoon.
pair-parted = Genoteerd: twee mensen.
pair-taken-back = Teruggenomen. Alles is weer zoals ervoor.
pair-refused-stale = Een collega heeft intussen iets gezegd over deze twee. Kijk opnieuw; wat er stond, staat er nog.
pair-refused-coordinator = Een coördinator moet hierover beslissen. Er is niets veranderd.
pair-refused-one = Deze twee zijn al één persoon.
pair-refused-two = Iemand zei dat dit twee mensen zijn. Neem dat eerst terug.
person-also = Ook geschreven als
person-also-back = Vergelijken of terugnemen

## Checking in
check-in-title = Inchecken
check-in-lead = { $token } wordt de naam van dit bezoek op alle schermen.
check-in-kind = Wie komt er binnen?
check-in-kind-call = Soort
check-in-title-call = Telefoongesprek noteren
check-in-purpose = Waarvoor?
check-in-service = Voor welke dienst?
check-in-service-none = Weet ik nog niet
check-in-remark = Iets wat collega’s moeten weten?
check-in-remark-hint = Geen verhaal. Bijvoorbeeld: zit liever bij de deur.
check-in-send-call = Gesprek noteren
check-in-send = Inchecken
check-in-done = { $token } is ingecheckt.
check-in-again = Toch opnieuw inchecken
check-in-again-hint = Deze persoon is al binnen. Meestal is een tweede keer een vergissing.
check-in-call = Het gesprek { $token } staat op het bord.
company = Komt er iemand mee?
company-hint = Deze bezoeker is minderjarig.
company-with = Ja, er is iemand bij
company-alone = Nee, komt alleen
facts-title = Meer, als het nodig is
facts-waiting = Veilig om hier te wachten?
facts-children = Hoeveel kinderen komen mee?
facts-minder = Wie let op de kinderen?
facts-interpreter = Tolk nodig? In welke taal?
facts-mobility = Hulp nodig in het gebouw?
facts-not-asked = Niet gevraagd
facts-no-interpreter = Geen tolk
facts-nothing-special = Nee
waiting-safe = Ja
waiting-elsewhere = Nee, wacht ergens anders
minder-visitor = Blijven bij de bezoeker
minder-companion = Iemand die meekomt
minder-colleague = Een collega
minder-nobody = Nog niemand: zoek iemand
mobility-wheelchair = Rolstoel
mobility-no-stairs = Stapt moeilijk: geen trap
mobility-sees-badly = Ziet slecht: ga mee
mobility-hears-badly = Hoort slecht: ga halen
visit-kind-victim = Bezoeker die hulp zoekt
visit-kind-child = Kind
visit-kind-companion = Iemand die meekomt
visit-kind-professional = Professional van buiten
visit-kind-trusted-person = Vertrouwenspersoon
visit-kind-interpreter = Tolk
visit-kind-person-causing-harm = De andere partij
visit-kind-supplier = Leverancier of hersteller
visit-kind-phone-call = Telefoongesprek
purpose-first-talk = Eerste gesprek
purpose-appointment = Afspraak
purpose-group = Groep of training
purpose-question = Vraag aan de balie
purpose-other = Iets anders, of zegt het liever niet

## One visit
visit-title = Bezoek { $token }
visit-since = binnen sinds { $time }
visit-since-call = aan de lijn sinds { $time }
visit-steps = Verloop
visit-arrived = Aangekomen
visit-called = Gebeld
visit-step-linked = Persoon gekoppeld
visit-step-with = Bij { $service }
visit-step-room = Bij { $service }, { $room }
visit-left = Vertrokken
visit-call-over = Gesprek afgerond
stage-waiting = Wacht
stage-with-service = In gesprek
stage-left = Vertrokken
visit-who = Wie is het?
visit-who-unknown = Dit bezoek heeft nog geen persoon.
visit-who-show = Naam tonen
visit-who-show-hint = Dat wordt opgeschreven.
visit-link = Persoon koppelen
visit-link-lead = Zoek de persoon. Het verloop van dit bezoek blijft staan.
visit-link-other = Het is iemand anders
visit-link-again = Toch koppelen: deze persoon is al binnen
visit-linked = De persoon hoort nu bij { $token }.
visit-correct = Gegevens van dit bezoek verbeteren
visit-corrected = { $token } is verbeterd.
visit-step-corrected = Gegevens verbeterd
visit-step-took-back = Vorige stap teruggedraaid
visit-step-taken-back = Check-in teruggedraaid
visit-step-still-here = Nog in huis na sluitingstijd
visit-step-duty-called = Medewerker van dienst gevraagd
visit-step-duty-came = Medewerker van dienst is er
stage-taken-back = Teruggedraaid
visit-bring = Naar een dienst brengen
visit-service = Dienst
visit-room = Ruimte
visit-room-none = Geen ruimte
visit-no-services = Er zijn nog geen diensten. De beheerder zet ze klaar onder Beheer.
visit-room-taken = { $room } (niet vrij)
visit-room-shared = Toch deze ruimte: er is al iemand
visit-bring-send = Is nu daar
visit-brought = { $token } is nu bij de dienst.
visit-wait = Terug naar de wachtkamer
visit-waits = { $token } is terug in de wachtkamer.
visit-leave = Vertrekt
visit-leave-check = Gaat { $token } nu weg? Vraag eerst of de weg naar huis veilig is.
visit-leave-send = Ja, vertrekt
visit-gone = { $token } is vertrokken.
visit-call-ends = Gesprek afronden
visit-call-check = Is het gesprek { $token } klaar?
visit-call-send = Ja, afronden
visit-call-gone = Het gesprek { $token } is afgerond.
visit-refused-left = Dit bezoek is al afgelopen.
visit-refused-there = Deze bezoeker is daar al.
visit-refused-linked = Dit bezoek is al van deze persoon.
visit-refused-room = Deze ruimte is niet vrij. Kies een andere.
visit-refused-call = Dit is een telefoongesprek. Rond het af, of check de bezoeker in.
visit-refused-late = Dit kan alleen binnen vijf minuten. Dat is nu voorbij.
visit-refused-undone = Er is niets meer om terug te draaien.
visit-refused-again = Deze persoon is opnieuw ingecheckt. Dit bezoek blijft zoals het is.

## Taking back
undo = Ongedaan maken
undo-title = Vergissing?
undo-text = De laatste stap kan terug tot { $time }.
undo-arrival-title = Vergissing?
undo-arrival-text = De check-in kan terug tot { $time }. Het nummer krijgt niemand anders.
undo-done = { $token } staat weer zoals ervoor.
undo-arrival = { $token } staat niet meer op het bord.

## A minor who came alone
minor-title = Kind dat alleen komt
minor-lead = Eerst iemand erbij, dan pas vragen.
minor-call = Bel nu wie van dienst is: { $names }.
minor-call-nobody = Niemand is van dienst. Haal nu een collega van intake of coördinatie.
minor-ask-nothing = Vraag nog niets, ook geen naam.
minor-nobody-home = Bel niemand thuis.
minor-stay = Blijf erbij tot de collega er is.
minor-send = Er is gebeld: geef een nummer
minor-met = De collega is er
minor-met-short = Ik ben er
minor-is-met = Bij { $token } is nu iemand.

## Closing time
closing-notice = { $count ->
    [one] Het huis is dicht. Er is nog één bezoeker binnen.
   *[other] Het huis is dicht. Er zijn nog { $count } bezoekers binnen.
}
closing-go = Wie is er nog?
closing-title = Wie is er nog?
closing-lead = Binnen sinds voor sluitingstijd ({ $time }). Ga kijken, en zeg wie vertrok en wie er nog is.
closing-list-asked = Nog te bekijken
closing-list-stays = Nog hier
closing-nobody = Niemand meer binnen
closing-nobody-text = Van iedereen die er was bij sluitingstijd is bekend waar die is.
closing-said = nog hier om { $time }, volgens { $name }
closing-leave = Is vertrokken
closing-stays = Is nog hier
closing-is-here = { $token } is nog hier.

## The slip
slip = Briefje
slip-title = Briefje voor { $token }
slip-lead = Alleen wat hieronder in het kader staat, wordt afgedrukt.
slip-incomplete = De neutrale naam of het telefoonnummer ontbreekt. De beheerder vult ze in.
slip-left-off = “{ $text }” staat er niet op: die tekst zegt te veel over dit huis.
slip-languages = Taal van het briefje
slip-number = { $address ->
    [u] Uw nummer
   *[je] Je nummer
}
slip-next-waiting = { $address ->
    [u] U kunt gaan zitten. Iemand komt u halen en noemt dit nummer.
   *[je] Je kunt gaan zitten. Iemand komt je halen en noemt dit nummer.
}
slip-next-with = { $address ->
    [u] U bent aan de beurt. Iemand gaat met u mee.
   *[je] Je bent aan de beurt. Iemand gaat met je mee.
}
slip-next-left = Bedankt en tot ziens.
slip-phone = Vragen? Bel { $phone }.
slip-today = Dit nummer geldt alleen vandaag.

## What does not fit, in the administration
unfit-not-a-number = Typ een heel getal van { $least } tot { $most }.
unfit-not-hours = Typ uren zoals 9-12:30, 13:30-17. Laat ze niet overlappen.
unfit-not-a-host = Typ een adres zoals afspraak.voorbeeld.be, zonder https.
unfit-ends-before = Het einde moet na het begin komen.
unfit-already-there = Dit bestaat al. Kies iets anders of wijzig het bestaande.

## The administration
manage-title = Beheer
manage-lead = Hier stelt het huis alles zelf in. Elke wijziging geldt meteen.
manage-no-papers = Er zijn geen reservecodes. Zonder telefoon kan niemand nog beheren. Maak ze nu.
manage-no-papers-go = Reservecodes maken
manage-one-administrator = Eén collega heeft beheer. Nodig een tweede uit: zo staat niemand er alleen voor.
manage-one-administrator-go = Collega uitnodigen
manage-no-phone = De website heeft geen telefoonnummer. Niemand kan jullie bellen.
manage-no-phone-go = Nummer invullen
manage-group-house = Het huis
manage-group-time = Uren en dagen
manage-group-words = Taal en tekst
manage-group-rules = Regels
manage-centre = Naam en adres
manage-centre-text = Hoe het huis heet, en hoe mensen het bereiken.
manage-organisations = Organisaties
manage-organisations-text = Wie diensten naar het huis stuurt.
manage-services = Diensten
manage-services-text = Wie er in het huis werkt, zoals politie of CAW.
manage-rooms = Ruimtes
manage-rooms-text = Plaatsen, wat er is, en wanneer een ruimte vrij mag zijn.
manage-hours = Openingsuren
manage-hours-text = Wanneer het huis in een gewone week open is.
manage-days = Bijzondere dagen
manage-days-text = Feestdagen, sluitingen en dagen met andere uren.
manage-duties = Wie is van dienst
manage-duties-text = Wie de stille meldingen krijgt, en wanneer niemand dat doet.
manage-tongues = Talen aan de balie
manage-tongues-text = Welke talen bezoekers hier kunnen spreken.
manage-texts = Teksten
manage-texts-text = Enkele zinnen voor de website, brieven en het kaartje.
manage-retention = Bewaartermijnen
manage-retention-text = Hoelang het huis iets bewaart, en volgens welke regel.
manage-organisations-count = { $count ->
    [0] nog geen
    [one] 1 organisatie
   *[other] { $count } organisaties
}
manage-services-count = { $count ->
    [0] nog geen
    [one] 1 dienst
   *[other] { $count } diensten
}
manage-rooms-count = { $count ->
    [0] nog geen
    [one] 1 ruimte
   *[other] { $count } ruimtes
}
manage-days-count = { $count ->
    [0] nog geen
    [one] 1 dag
   *[other] { $count } dagen
}
manage-tongues-count = { $count ->
    [0] nog geen
    [one] 1 taal
   *[other] { $count } talen
}
manage-retention-count = { $count ->
    [0] nog geen
    [one] 1 termijn
   *[other] { $count } termijnen
}
manage-hours-none = nog niet ingevuld
manage-hours-set = ingevuld
manage-duties-now = nu is iemand van dienst
manage-duties-nobody = nu is niemand van dienst
manage-duties-closed = het huis is nu gesloten
crumbs-label = Waar ben ik

## Lists of the administration
list-saved = “{ $name }” is bewaard.
list-added = “{ $name }” is toegevoegd.
list-closed = “{ $name }” wordt niet meer aangeboden.
list-opened = “{ $name }” wordt weer aangeboden.
list-undo = Ongedaan maken
list-up = Hoger
list-down = Lager
list-close = Niet meer aanbieden
list-close-hint = Het verdwijnt uit de keuzes. Wat ermee gebeurde, blijft leesbaar.
list-open = Weer aanbieden
list-open-hint = Het komt terug in de keuzes.
list-is-closed = Dit wordt nu niet aangeboden.
list-closed-count = Niet meer aangeboden: { $count }
list-stored-now = Nu is dit bewaard
organisation-title = Organisaties
organisation-lead = Elke dienst hoort bij een organisatie.
organisation-add = Nieuwe organisatie
organisation-none = Nog geen organisaties
organisation-none-text = Voeg eerst toe wie hier mensen heeft werken.
organisation-name = Naam
organisation-name-hint = Bijvoorbeeld: Politiezone Linde.
service-title = Diensten
service-lead = De balie brengt bezoekers naar deze diensten, in deze volgorde.
service-add = Nieuwe dienst
service-none = Nog geen diensten
service-none-text = Voeg toe wie er in het huis werkt.
service-name = Naam
service-name-hint = Kort: zo staat het op alle schermen.
service-organisation = Organisatie
service-organisation-none = Nog niet gekozen
room-title = Ruimtes
room-lead = De balie ziet deze ruimtes in deze volgorde.
room-add = Nieuwe ruimte
room-none = Nog geen ruimtes
room-none-text = Voeg de kamers toe waar gesprekken zijn.
room-name = Naam
room-name-hint = Neutraal, want bezoekers lezen het op de deur.
room-seats = Plaatsen
room-seats-hint = Hoeveel mensen er kunnen zitten.
room-features = Wat is er?
feature-child = Kindvriendelijk
feature-wheelchair = Bereikbaar met rolstoel
feature-own-exit = Eigen uitgang
feature-video = Video
feature-soundproof = Geluiddicht
room-hours = Uren
room-hours-hint = Leeg: dezelfde uren als het huis. Anders bijvoorbeeld 9-12:30, 13:30-17.
room-before = Minuten vrij vóór een gesprek
room-before-hint = Om klaar te zetten.
room-after = Minuten vrij na een gesprek
room-after-hint = Om te verluchten, en zodat mensen elkaar niet kruisen.

## The centre itself
centre-title = Naam en adres
centre-lead = Wat buiten het huis te lezen is, zegt niets over wat hier gebeurt.
centre-group-inside = Voor collega’s
centre-group-outside = Voor bezoekers
centre-name = Naam van het huis
centre-name-hint = Alleen op de schermen van collega’s.
centre-public-name = Naam voor buiten
centre-public-name-hint = Neutraal, bijvoorbeeld De Linde. Zo staat het op brieven en in berichten.
centre-language = Taal van het huis
centre-address = Hoe spreekt het huis mensen aan?
address-je = met je
address-u = met u
centre-profile = Regels van
profile-VL = Vlaanderen
profile-NL = Nederland
centre-zone = Tijdzone
centre-street = Straat en nummer
centre-town = Postcode en plaats
centre-phone = Neutraal telefoonnummer
centre-phone-hint = Staat op elke pagina voor bezoekers. Wie opneemt, zegt geen naam van een dienst.
centre-portal-now = Bezoekers vinden de website nu op
centre-portal-host = Adres van de website voor bezoekers
centre-portal-host-hint = Zonder https, bijvoorbeeld afspraak.voorbeeld.be. Leeg: het adres uit de instellingen.
centre-saved = Bewaard. Dit geldt meteen op elk scherm.

## Settings in versions
setting-saved = Bewaard. Dit geldt meteen.
setting-versions = Eerdere versies
setting-put-back = Terugzetten
setting-nothing = niets ingevuld
hours-title = Openingsuren
hours-lead = Laat een dag leeg als het huis dan gesloten is.
hours-hint = Bijvoorbeeld 9-12:30, 13:30-17.
hours-closed = gesloten
tongues-title = Talen aan de balie
tongues-lead = Kies de talen die iemand hier spreekt, of waarvoor een tolk klaarstaat.
tongues-label = Talen
texts-title = Teksten
texts-lead = Gewone tekst, zonder opmaak. Elke versie blijft bewaard.
text-key-portal-welcome = Welkom op de website
text-key-portal-welcome-text = De eerste zinnen voor bezoekers van de website.
text-key-closing = Slotregel
text-key-closing-text = De regel onder brieven en berichten.
text-key-card = Kaartje
text-key-card-text = Wat op het kaartje staat dat iemand meeneemt.
texts-text = Tekst
texts-text-hint = Noem geen dienst en geen geweld. Een ander kan meelezen.
texts-empty = nog leeg
texts-filled = ingevuld

## What everybody may know on the public site
portal-hours = Open
portal-hours-line = { $day } { $hours }
portal-days = De komende weken anders
portal-day-closed = { $day }: gesloten
portal-day-open = { $day }: { $hours }
portal-tongues = Hier spreken mensen: { $tongues }

## Special days
day-title = Bijzondere dagen
day-lead = Deze dagen gaan voor op de gewone week.
day-add = Nieuwe dag
day-none = Nog geen bijzondere dagen
day-none-text = Zet de feestdagen er in één keer bij, of voeg een dag toe.
day-day = Dag
day-day-hint = Dag, maand en jaar, zoals 24-12-2026.
day-hours = Uren
day-hours-hint = Leeg: het huis is gesloten. Anders bijvoorbeeld 9-12.
day-reason = Waarom?
day-reason-hint = Bezoekers kunnen dit lezen.
day-holidays = Feestdagen van { $year }
day-holidays-add = Zet { $year } erbij
day-holidays-back = De dagen die erbij kwamen, zijn weer weg.
day-holidays-kept = Er was niets meer om ongedaan te maken.
day-holidays-missing = { $count ->
    [0] ze staan er allemaal
    [one] 1 staat er nog niet
   *[other] { $count } staan er nog niet
}
day-holidays-added = De feestdagen van { $name } staan erbij.
holiday-new-year = Nieuwjaar
holiday-easter = Pasen
holiday-easter-monday = Paasmaandag
holiday-kings-day = Koningsdag
holiday-labour-day = Dag van de Arbeid
holiday-liberation-day = Bevrijdingsdag
holiday-ascension = Hemelvaart
holiday-whitsun = Pinksteren
holiday-whit-monday = Pinkstermaandag
holiday-national-day = Nationale feestdag
holiday-assumption = Onze-Lieve-Vrouw-Hemelvaart
holiday-all-saints = Allerheiligen
holiday-armistice = Wapenstilstand
holiday-christmas = Kerstmis
holiday-boxing-day = Tweede kerstdag

## The duty roster
duty-title = Wie is van dienst
duty-lead = Wie van dienst is, krijgt de stille meldingen. Twee mensen mag ook.
duty-add = Nieuwe dienstbeurt
duty-none = Nog geen dienstbeurten
duty-none-text = Zonder dienst ziet niemand een stille melding.
duty-user = Wie?
duty-day = Dag
duty-from = Van
duty-until = Tot
duty-until-hint = Vroeger dan het begin: dat is dan de dag erna.
duty-hour-hint = Bijvoorbeeld 8:30.
duty-span = { $day }, { $from } tot { $until }
duty-unknown = Oud-collega
duty-over = voorbij
duty-gaps = Dan is het huis open en is niemand van dienst
duty-gaps-none = De komende week is er altijd iemand van dienst.
list-over-count = Voorbij: { $count }

## Retention
retention-title = Bewaartermijnen
retention-lead = Elke termijn noemt de regel waaruit hij volgt. Laat een jurist meelezen.
retention-add = Nieuwe termijn
retention-none = Nog geen bewaartermijnen
retention-none-text = Begin met het voorstel voor dit huis en pas het aan.
retention-about = Wat?
kept-person = Naam en bereikbaarheid
kept-visit = Bezoeken
kept-file = Dossier
kept-appointment = Afspraken en groepen
kept-message = Verstuurde berichten
kept-trail = Logboek van wie wat zag
retention-controller = Voor wie?
retention-controller-none = Het huis zelf
retention-months = Aantal maanden
retention-months-hint = 15 jaar is 180 maanden.
retention-from = Te tellen vanaf
counts-from-creation = het opschrijven
counts-from-closing = het afsluiten van het dossier
counts-from-last-contact = het laatste contact
retention-source = Volgens welke regel?
retention-source-hint = Wet, decreet of afspraak, met artikel.
retention-valid-from = Geldig vanaf
retention-valid-until = Geldig tot en met
retention-valid-until-hint = Leeg: tot nader order.
retention-period = { $count ->
    [one] 1 maand
   *[other] { $count } maanden
} vanaf { $from }
retention-since = geldig vanaf { $day }
retention-propose = Voorstel overnemen
retention-proposed = Het voorstel staat erbij. Kijk elke regel na.
## Personen inlezen
manage-group-files = Personen
manage-imports = Personen inlezen
manage-imports-text = Een lijst uit een ander programma, als CSV-bestand.
imports-title = Personen inlezen
imports-lead = Een CSV-bestand met één regel per persoon. Alles blijft versleuteld.
imports-file = Bestand
imports-file-hint = CSV in UTF-8, met een eerste regel met de namen van de kolommen. Ten hoogste 50 MB.
imports-send = Bestand nemen
imports-before = Eerder ingelezen
imports-nothing = nog niets ingelezen
imports-written = { $number } ingelezen
imports-known = { $number } al bekend
imports-bad = { $count ->
    [one] 1 regel past niet
   *[other] { $number } regels passen niet
}
imports-state-sending = komt binnen
imports-state-asking = wacht op kolommen
imports-state-running = bezig
imports-state-paused = gestopt
imports-state-done = klaar
imports-refused-empty = Dit bestand is leeg. Kies een ander.
imports-refused-not-text = Dit bestand is geen UTF-8. Bewaar het als “CSV UTF-8” en neem het opnieuw.
imports-refused-no-head = De eerste regel is te lang. Is dit wel een CSV-bestand?
imports-refused-too-large = Dit bestand is groter dan 50 MB. Deel het in stukken.
imports-refused-missing = Kies eerst een bestand.
imports-refused-broken = Het bestand kwam niet heel aan. Neem het opnieuw.
imports-columns = Welke kolom is wat?
imports-columns-lead = Kijk of de kolommen kloppen. Wat niet gekozen is, wordt niet gelezen.
imports-first = De eerste regels van het bestand
imports-no-column = staat niet in het bestand
imports-if-known = En als iemand al bekend is?
imports-known-skip = Overslaan
imports-known-skip-hint = Zelfde naam en geboortedatum. Deze regels komen in een lijst.
imports-known-write = Toch bewaren, als een andere persoon
imports-start = Inlezen
imports-give-up = Bestand wissen
imports-give-up-hint = Toch niet? Dan wissen we het bestand.
imports-one = Een bestand inlezen
imports-progress = { $percent } % van het bestand · { $rows } regels
imports-fact-written = Ingelezen
imports-fact-known = Al bekend, overgeslagen
imports-fact-bad = Past niet
imports-speed = Snelheid
imports-speed-rows = { $rows } regels per seconde
imports-pause = Stoppen
imports-go-on = Verder inlezen
imports-left-out = Niet ingelezen
imports-left-out-text = Elke regel met de reden. Verbeter ze en neem het bestand opnieuw. Na een week wissen we ze.
imports-rows = Regels als bestand
imports-head-line = regel
imports-head-reason = reden
imports-head-row = tekst
row-fault-torn-quote = Een aanhalingsteken sluit niet.
row-fault-other-count = Deze regel heeft niet evenveel kolommen als de eerste.
row-fault-not-text = Deze regel is geen UTF-8.
row-fault-likely-known = Zelfde naam en geboortedatum als iemand die al bekend is.
column-name = Hele naam
column-given-name = Voornaam
column-family-name = Familienaam
column-alias = Roepnaam
column-unnamed = Wil geen naam geven
column-birth-date = Geboortedatum
column-languages = Talen
column-contact = Hoe mogen we contact opnemen?
column-phone = Telefoonnummer
column-email = E-mailadres
column-contact-when = Wanneer is het veilig?
column-contact-never = Wat mag nooit?
column-contact-until = Tot wanneer geldt dat?

## Personen meegeven
manage-exports = Personen meegeven
manage-exports-text = Een bestand met alle personen. Twee collega’s zijn nodig.
exports-title = Personen meegeven
exports-lead = De ene vraagt het bestand, de andere geeft het vrij. Elk heeft daarvoor een uur.
exports-seconds = Dit kunnen nu vrijgeven: { $names }.
exports-nobody = Niemand kan dit nu vrijgeven. Wie vrijgeeft, is niet uitgenodigd door wie vraagt, en werkt hier langer dan een dag. Laat een ander het vragen, of nodig nog iemand uit.
exports-reason = Waarom is dit bestand nodig?
exports-reason-hint = Bijvoorbeeld: wij stappen over naar een ander programma.
exports-ask = Bestand vragen
exports-release = Vrijgeven
exports-take = Bestand nemen
exports-stage-asked = wacht op een collega
exports-stage-released = wordt gemaakt
exports-stage-ready = klaar om mee te nemen
exports-stage-taken = meegenomen
exports-stage-over = voorbij
exports-said-asked = Gevraagd. Nu kan een andere collega het vrijgeven.
exports-said-released = Vrijgegeven. Wie het vroeg, kan het bestand nu één keer nemen.
exports-said-late = Dit kan niet meer. Vraag het bestand opnieuw.
exports-said-same = Wie vraagt, geeft niet zelf vrij. Vraag het een collega.
exports-said-vouched = Een van u nodigde de ander uit, zelf of via iemand. Vraag het een andere collega.
exports-said-new = Wie nieuw is of net een andere telefoon heeft, wacht een dag. Vraag het een andere collega.

## When something goes wrong
error-not-found-title = Deze pagina is er niet
error-not-found-text = Kijk het adres na, of ga terug naar het begin.
error-cross-site-title = Dit kwam niet van ons scherm
error-cross-site-text = Open de pagina opnieuw en probeer het nog eens.
error-too-large-title = Dit is te veel in één keer
error-too-large-text = Maak de tekst korter en stuur opnieuw.
error-not-text-title = Dit is niet leesbaar
error-not-text-text = Typ de tekst opnieuw en stuur hem nog eens.
error-busy-title = Het is even druk
error-busy-text = Er is niets verloren. Probeer het zo meteen opnieuw.
error-broken-title = Dit lukt nu niet
error-broken-text = Er is niets half bewaard. Probeer opnieuw of bel de beheerder.
error-broken-code = Noem dan dit nummer: { $request }
error-sealed-title = Nog gesloten
error-sealed-text = Dit huis is nog niet geopend. Vraag de beheerder om de sleutel.
error-reading-title = Namen worden gelezen
error-reading-text = Het programma is net gestart en leest de namen: { $percent } %. Deze pagina gaat vanzelf verder.
error-full-title = Er is geen plaats meer om te bewaren
error-full-text = Bel de beheerder. Schrijf tot dan op papier.
error-wrong-host-title = Hier is niets
error-wrong-host-text = Kijk het adres na.
error-changed-title = Iemand was net voor
error-changed-text = Hieronder staat wat nu bewaard is, en wat { $address ->
    [u] u typte.
   *[je] je typte.
} Kies wat blijft.
changed-field = Gegeven
changed-now = Nu bewaard
changed-typed = Hier getypt
error-start = Naar het begin
error-desk = Naar de balie

## Demo
demo-title = Probeer het uit
demo-lead = Dit is een oefenhuis. Alle mensen zijn verzonnen.
demo-as = Aanmelden als { $role }
demo-mark = oefenhuis

## Portal
portal-title = Een afspraak maken
portal-title-hours = Wanneer we open zijn
portal-lead = Bel ons. { $address ->
    [u] U hoeft uw
   *[je] Je hoeft je
} naam niet te geven. Het is gratis.
portal-soon = Online een moment kiezen kan nog niet.
portal-call = Bel ons: { $phone }
portal-close = Sluiten
portal-history = Het adres van deze pagina blijft op { $address ->
    [u] uw
   *[je] je
} toestel staan.

## Languages a visitor speaks
tongue-nl = Nederlands
tongue-fr = Frans
tongue-de = Duits
tongue-en = Engels
tongue-ar = Arabisch
tongue-tr = Turks
tongue-uk = Oekraïens
tongue-ru = Russisch
tongue-pl = Pools
tongue-ro = Roemeens
tongue-es = Spaans
tongue-fa = Farsi
tongue-ps = Pasjtoe
tongue-so = Somalisch
tongue-und = Taal nog niet bekend

## The page of all parts
style-title = Alle onderdelen
style-lead = Elk onderdeel in elke toestand, met verzonnen namen.
style-colours = Kleuren
style-buttons = Knoppen
style-forms = Formulieren
style-cards = Kaarten
style-notices = Meldingen
style-board = Balie
style-tables = Lijsten
style-icons = Tekens
style-right-to-left = Van rechts naar links

manage-backup = Back-up
manage-backup-text = Wat er overblijft als de computer stuk is.
manage-backup-late = Te oud
manage-backup-none = nog geen
manage-backup-fresh = In orde
manage-group-machine = De computer
backup-lead = Elke nacht maakt het programma een kopie. Alleen een herstelcode opent die.
backup-none = Er is nog geen back-up. Wie de computer beheert, moet er een map voor kiezen.
backup-late = De laatste back-up is van { $day }, { $time }. Dat is te lang geleden. Vraag wie de computer beheert om nu te kijken.
backup-good = De laatste back-up is van { $day }, { $time }.
backup-no-holders = Niemand kan een back-up openen. Wie de computer beheert, moet een nieuw herstelblad afdrukken.
backup-drill = Op { $day }, { $time } is een back-up op proef teruggezet. { $people } mensen en { $trail } regels van het logboek waren in orde.
backup-no-drill = Er is nog nooit een back-up op proef teruggezet.
backup-drill-late = De laatste geslaagde proef is van { $day }, { $time }. Dat is langer dan 35 dagen geleden. Vraag wie de computer beheert om te kijken.
backup-drill-failed = Op { $day }, { $time } is een back-up op proef teruggezet. Dat lukte niet.
backup-failed = Op { $day }, { $time } kon er geen back-up gemaakt worden. De vorige back-ups zijn er nog.
backup-trouble-disk-full = De schijf van de back-ups is vol.
backup-trouble-folder = De map van de back-ups is niet te gebruiken.
backup-trouble-tools = De hulpprogramma's van de databank ontbreken, zijn te oud of mogen dit niet.
backup-trouble-nobody-opens = Niemand heeft een herstelcode die de back-up opent.
backup-trouble-damaged = De back-up komt niet heel terug. Laat meteen een nieuwe maken.
backup-trouble-other = Het logboek van de computer zegt waarom.
backup-plan = Wanneer en hoelang
backup-hour = Uur van de nacht
backup-keep = Aantal dagen bewaren
backup-keep-hint = Van 14 tot 400. De sleutels blijven altijd 14 dagen.
backup-saved = Dit is bewaard. Het geldt vanaf nu.
## Mail
manage-mail = Mail
manage-mail-text = De mailserver van het huis, en wat er weggaat.
mail-title = Mail
mail-state-unset = niet ingevuld
mail-state-down = gaat niet weg
mail-state-given-up = iets blijft liggen
mail-state-works = werkt
mail-lead = Wat buiten aankomt, zegt nooit waarover het gaat.
mail-unset = Er is nog geen mailserver. Vul hem hieronder in.
mail-stands = Er gaat geen mail weg sinds { $when }. Bel wie op een bericht wacht.
mail-down-since = Er gaat geen mail weg sinds { $when }.
mail-queue = { $count ->
    [0] Er wacht geen bericht.
    [one] Er wacht één bericht.
   *[other] Er wachten { $count } berichten.
}
mail-server = Mailserver
mail-saved = Bewaard. Het geldt vanaf nu.
mail-field-host = Server
mail-field-port = Poort
mail-field-security = Beveiliging
mail-field-user = Gebruiker
mail-field-password = Wachtwoord
mail-field-sender-name = Naam van de afzender
mail-field-sender = Adres van de afzender
mail-field-shown-as = Naam van het huis in de post
mail-field-notices = Mailadres voor meldingen
mail-field-to = Mailadres
mail-hint-host = Zo heet de computer die de mail aanneemt. Die naam staat mee in elk bericht.
mail-hint-password = Laat dit leeg om het wachtwoord te houden.
mail-hint-sender-name = Dit ziet wie het bericht krijgt. Kies iets gewoons, zoals Agenda.
mail-hint-sender = Zet hier een adres waar niemand vragen op krijgt.
mail-hint-shown-as = Een naam met een punt, zonder naam van het huis: agenda.voorbeeld.be.
mail-hint-notices = Mag leeg blijven. Daar komt een bericht als er iets blijft liggen.
mail-security-tls = Vanaf het begin versleuteld
mail-security-starttls = Eerst aankloppen, dan versleuteld (STARTTLS)
mail-security-plain = Niet versleuteld
mail-security-hint-tls = Meestal poort 465. Het veiligst.
mail-security-hint-starttls = Meestal poort 587.
mail-security-hint-plain = Alleen naar deze computer zelf.
mail-trial = Proefbericht
mail-trial-lead = Er gaat een kort bericht naar dit adres.
mail-trial-send = Proefbericht sturen
mail-trial-sent = De mailserver heeft het bericht aangenomen.
mail-trial-waits = Het bericht is nog niet weg. Kijk zo nog eens.
mail-trial-failed = Het bericht gaat niet weg.
mail-latest = Laatste berichten
mail-none = Nog geen berichten
mail-none-text = Stuur een proefbericht zodra de mailserver is ingevuld.
mail-head-when = Wanneer
mail-head-kind = Waarvoor
mail-head-state = Waar het is
mail-given-up = Deze berichten raken niet weg
mail-given-up-text = Probeer ze opnieuw, of leg ze weg en bel zelf.
mail-dismiss = Wegleggen
mail-dismissed = Het bericht is weggelegd.
mail-again-said = Het bericht wordt opnieuw geprobeerd.
letter-kind-trial = Proefbericht
letter-kind-notice = Melding aan beheer
letter-state-waiting = Wacht.
letter-state-sending = Gaat nu weg.
letter-state-sent = Weg.
letter-state-given-up = Gaat niet weg.
letter-state-withdrawn = Ingetrokken.
mail-fault-unreachable = De mailserver is er niet. Kijk naam en poort na.
mail-fault-silent = De mailserver antwoordt niet.
mail-fault-insecure = De verbinding is niet veilig: kijk beveiliging en naam van de server na.
mail-fault-login = Gebruiker of wachtwoord klopt niet.
mail-fault-sender = De mailserver neemt niets aan van deze afzender.
mail-fault-busy = De mailserver heeft het te druk. Het gaat vanzelf verder.
mail-fault-later = De mailserver neemt het later aan.
mail-fault-dropped = De verbinding viel weg. Het wordt opnieuw geprobeerd.
mail-fault-unanswered = Niemand zei of het is aangekomen. Misschien is het er.
mail-fault-refused = De mailserver weigert dit adres of dit bericht.
mail-fault-address = Dit adres kan niet op een bericht staan.
mail-fault-telling = Het bericht zegt te veel aan wie meekijkt.
mail-fault-late = Het zou te laat komen.
mail-fault-over = Het was niet meer nodig.

## Wissen
manage-erasures = Gegevens wissen
manage-erasures-text = Wie vraagt om gewist te worden, en wiens tijd om is.
manage-erasures-count = { $count ->
    [one] 1 open
   *[other] { $count } open
}
manage-erasures-late = { $count ->
    [one] 1 te laat
   *[other] { $count } te laat
}
erasures-title = Gegevens wissen
erasures-lead = De ene collega vraagt het, een andere laat het gebeuren. Wat weg is, komt niet terug.
erasures-none = Niemand vraagt om gewist te worden
erasures-none-text = Komt er een vraag? Schrijf ze hier op.
erasure-new = Wissen vragen
erasure-new-lead = Schrijf op wie gewist wil worden. Er gebeurt nog niets.
erasure-search = Om wie gaat het?
erasure-choose = Kiezen
erasure-of = Gegevens van { $name }
erasure-day = Wanneer kwam de vraag?
erasure-day-hint = Vanaf deze dag is er een maand om te antwoorden.
erasure-asker = Wie vraagt het?
erasure-asker-hint = Leeg: de persoon zelf.
erasure-note = Vraag opschrijven
erasure-title = Gegevens wissen
erasure-request-of = Vraag van { $day }
erasure-over-since = Bewaartijd om, gezien op { $day }
erasure-due = antwoord ten laatste op { $day }
erasure-fact-due = Termijn
erasure-ended = Afgesloten op
erasure-mark = Kenmerk
erasure-reason = Waarom niet?
erasure-reason-hint = Minstens 40 tekens, over deze persoon. Een zin die voor iedereen geldt, volstaat niet.
erasure-longer = Waarom duurt het langer?
erasure-longer-hint = Wie het vroeg, moet dit weten.
erasure-stage-noted = opgeschreven
erasure-stage-asked = wacht op een collega
erasure-stage-erased = gewist
erasure-stage-refused = geweigerd
erasure-stage-withdrawn = ingetrokken
erasure-urgency-calm = op tijd
erasure-urgency-soon = bijna te laat
erasure-urgency-late = te laat
erasure-kept = Dit moet bewaard blijven
erasure-kept-until = { $source }: { $count } maanden vanaf { $from }. Wissen kan na { $day }.
erasure-kept-open = { $source }: { $count } maanden vanaf { $from }. Die tijd loopt nog niet.
erasure-held = Er is een wisstop op deze persoon
erasure-held-text = { $ground } ({ $source }). Wissen kan na { $day }, of zodra een collega de wisstop beëindigt. De termijn voor een antwoord loopt door: zeg aan wie het vroeg waarom het wacht.
erasure-held-show = Waarom?
erasure-part-holds = Wisstops, met de reden
erasure-inside = Deze persoon is nu in huis
erasure-inside-text = Wissen kan zodra het bezoek is afgesloten.
erasure-reading = Er wordt een bestand met personen ingelezen
erasure-reading-text = Wacht tot het klaar is, of geef het bestand op. Anders komt de persoon zo terug.
erasure-what = Wat er gebeurt
erasure-what-lead = Alles wat het huis van deze persoon heeft
erasure-head-part = Wat
erasure-head-fate = Wat ermee gebeurt
erasure-fate-goes = wordt gewist
erasure-fate-loose = blijft voor de cijfers, zonder persoon
erasure-fate-stays = blijft, onder een schuilnaam
erasure-part-record = Naam, bereikbaarheid en wat er vroeger stond
erasure-part-grants = Wie wat mag inzien
erasure-part-visits = Bezoeken
erasure-part-remarks = Opmerkingen bij bezoeken
erasure-part-denials = Afschermingen
erasure-part-pairs = Wat gezegd is over dubbele inschrijvingen
erasure-part-requests = Vragen om te wissen
erasure-part-letters = Berichten
erasure-part-forms = Sporen van formulieren
erasure-part-drafts = Wat iemand nu aan het typen is
erasure-part-rows = Afgekeurde rijen uit ingelezen bestanden
erasure-part-keys = Sleutels, ook van reservekopieën
erasure-part-trail = Logboek van wie wat deed
erasure-whole = Deze persoon is meer dan één keer ingeschreven
erasure-whole-text = Alle { $count } inschrijvingen worden gewist.
erasure-next = Volgende stap
erasure-ask = Een collega vragen
erasure-ask-lead = Klopt het overzicht? Een collega heeft dan zeven dagen om het te laten gebeuren.
erasure-ask-again = Niemand liet het op tijd gebeuren. Vraag het opnieuw.
erasure-ask-changed = Er is iets veranderd sinds een collega dit vroeg. Kijk het na en vraag het opnieuw.
erasure-waits = Een andere collega kan het nu laten gebeuren, binnen zeven dagen.
erasure-release = Nu wissen
erasure-release-lead = Vergelijk het kenmerk { $mark } met wat de collega zag. Wissen is voorgoed.
erasure-sure = Ja, wis deze persoon voorgoed
erasure-refuse-title = Niet wissen
erasure-refuse-lead = De reden gaat naar wie het vroeg, en staat straks nog na te lezen.
erasure-refuse-send = Weigeren
erasure-extend-title = Meer tijd nemen
erasure-extend-lead = Twee maanden erbij. Dat kan één keer, en alleen binnen de eerste maand.
erasure-extend-send = Termijn verlengen
erasure-withdraw-title = Vraag intrekken
erasure-withdraw-lead = Wil de persoon het toch niet? Dan gebeurt er niets.
erasure-withdraw = Intrekken
erasure-said-noted = De vraag is opgeschreven. Kijk na wat er zou gebeuren.
erasure-said-passed-on = De vraag is opgeschreven. Een collega van beheer neemt ze op.
erasure-said-asked = Gevraagd. Een andere collega kan het nu laten gebeuren.
erasure-said-released = Gewist. Binnen veertien dagen is er ook in reservekopieën niets meer te lezen.
erasure-said-refused = Geweigerd. De reden is bewaard.
erasure-said-extended = De termijn is verlengd met twee maanden.
erasure-said-withdrawn = De vraag is ingetrokken.
erasure-refused-stale = Een collega was eerder. Kijk hoe het nu staat.
erasure-refused-over = Dit is al afgesloten.
erasure-refused-not-asked = Niemand vroeg dit de laatste zeven dagen. Vraag het eerst.
erasure-refused-asked = Een collega vroeg dit al.
erasure-refused-same-person = Wie het vraagt, laat het niet zelf gebeuren. Vraag het een collega.
release-refused-vouched = Een van u nodigde de ander uit, zelf of via iemand. Vraag het een andere collega.
release-refused-new = Wie nieuw is of net een andere telefoon heeft, wacht een dag. Vraag het een andere collega.
erasure-refused-changed = Er is iets veranderd sinds het is nagekeken. Kijk het na en vraag het opnieuw.
erasure-refused-hindered = Er staat iets in de weg. Lees het hieronder.
erasure-refused-too-late = Verlengen kan niet meer.
plan-title = Wat gaat er volgende maand weg?
plan-lead = Tot en met { $day }, volgens de termijnen van nu.
plan-nothing-by-itself = Niets gaat vanzelf weg. Elke nacht komt wie aan de beurt is in de lijst; twee collega’s beslissen.
plan-without = { $count ->
    [one] Van 1 persoon zegt geen enkele termijn iets.
   *[other] Van { $count } personen zegt geen enkele termijn iets.
}
plan-asked = { $count ->
    [one] Over 1 persoon loopt al een vraag, of liep er een dit jaar.
   *[other] Over { $count } personen loopt al een vraag, of liep er een dit jaar.
}
plan-held = { $count ->
    [one] Op 1 persoon is een wisstop: die blijft voorlopig.
   *[other] Op { $count } personen is een wisstop: die blijven voorlopig.
}
plan-hold = Wisstop
manage-holds = Wisstops
manage-holds-text = Van wie voorlopig niets gewist mag worden, en waarom.
manage-holds-count = { $count ->
    [one] 1 wisstop
   *[other] { $count } wisstops
}
holds-title = Wisstops
holds-lead = Zolang dit duurt, wordt niets van deze persoon gewist. Wie ook vraagt, welke termijn ook om is.
holds-none = Er is geen wisstop
holds-none-text = Loopt er een zaak of een klacht? Zet dan hier een wisstop.
hold-new = Wisstop zetten
hold-new-lead = Zoek van wie de gegevens voorlopig moeten blijven.
hold-of = Gegevens van { $name }
hold-ground = Waarom mag het niet weg?
hold-ground-court-order = Bevel van een rechter of het parket
hold-ground-legal-claim = Een rechtsvordering loopt of komt eraan
hold-ground-oversight = Een inspectie of toezichthouder onderzoekt het
hold-ground-complaint = Een klacht is in behandeling
hold-ground-asked = De persoon vraagt zelf om het te bewaren
hold-source = Bron
hold-source-court-order = AVG art. 17 lid 3 b: een wettelijke plicht
hold-source-legal-claim = AVG art. 17 lid 3 e: een rechtsvordering
hold-source-oversight = AVG art. 17 lid 3 b: een wettelijke plicht of taak
hold-source-complaint = AVG art. 17 lid 3 e: zich kunnen verweren
hold-source-asked = AVG art. 18 lid 1 c: nodig voor een eigen rechtsvordering
hold-last-day = Laatste dag
hold-last-day-hint = Hoogstens een jaar ver. Daarna kan wissen weer, tenzij een collega verlengt.
hold-why = De reden
hold-why-hint = Welke zaak, welk bevel, bij wie het loopt. Dit staat verzegeld.
hold-set-it = Wisstop zetten
hold-since = sinds { $day }
hold-until = tot en met { $day }
hold-over = afgelopen
hold-set = Gezet
hold-ended = Beëindigd
hold-by = op { $day } door { $name }
hold-said = { $name }, { $day }: tot en met { $until }
hold-words-gone = De reden is niet meer te lezen: er is een oudere reservekopie teruggezet. Schrijf ze op bij het verlengen.
hold-prolong-title = Langer laten duren
hold-prolong-lead = Dat kan telkens met een nieuwe reden.
hold-prolong-hint = Later dan de dag die nu geldt, en hoogstens een jaar ver.
hold-prolong = Verlengen
hold-end-title = Wisstop beëindigen
hold-end-lead = Wat intussen gevraagd is, gaat dan verder. Wissen vraagt nog altijd twee collega’s.
hold-end = Beëindigen
hold-said-set = De wisstop is gezet. Er wordt niets gewist.
hold-said-prolonged = Verlengd.
hold-said-ended = Beëindigd. Wat gevraagd is, gaat verder.
hold-refused-stale = Een collega was eerder. Kijk hoe het nu staat.
hold-refused-over = Dit is al afgelopen. Begin zo nodig opnieuw.
hold-refused-last-day = Deze laatste dag kan niet. Kies een andere.
manage-unlinkings = Oude bezoeken
manage-unlinkings-text = Bezoeken waarvan de bewaartijd om is, verliezen hun persoon.
unlinkings-title = Oude bezoeken
unlinkings-lead = Is de bewaartijd van een bezoek om? Dan blijft het voor de cijfers, zonder persoon. De ene collega vraagt het, een andere laat het gebeuren.
unlinking-none = Geen enkel bezoek is aan de beurt
unlinking-none-text = Hier komt het zodra de bewaartijd van een bezoek om is.
unlinking-held = { $count ->
    [one] 1 bezoek blijft zoals het is: op die persoon is een wisstop.
   *[other] { $count } bezoeken blijven zoals ze zijn: op die personen is een wisstop.
}
unlinking-days = Van wanneer
unlinking-from-to = { $first } tot en met { $last }
unlinking-stays = Wat blijft
unlinking-stays-text = Dag, uren, reden en dienst, voor de cijfers. De persoon en de opmerking verdwijnen.
unlinking-more = Er zijn er nog meer. Die komen hierna aan de beurt.
unlinking-release = Nu loskoppelen
unlinking-release-lead = Vergelijk het kenmerk { $mark } met wat de collega zag. Dit is voorgoed.
unlinking-sure = Ja, haal de persoon van deze bezoeken weg
unlinking-withdraw = Niet doen
unlinking-said-done = Deze bezoeken zijn nu van niemand.
unlinking-refused-nothing = Geen enkel bezoek is nog aan de beurt.
unlinking-before = Vorige keren
unlinking-done = { $day }: { $count } bezoeken tot en met { $last }
plan-people = Personen
plan-visits = Bezoeken met een naam
plan-no-period = Hiervoor is er geen termijn.
plan-rule = Termijn en bron
plan-over = Al voorbij
plan-next = Erbij tot dan
plan-open = Nog niet begonnen
plan-period = { $source }: { $count } maanden vanaf { $from }
plan-reveal = Namen tonen
plan-reveal-lead = Wie de namen bekijkt, staat in het logboek.
plan-names = Wie het zijn
plan-names-lead = Hoogstens vijftig, wie het eerst aan de beurt is bovenaan
plan-last-day = Laatste dag
retention-binds = Dit is een plicht: eerder wissen mag niet
retention-binds-hint = Aangekruist wint de termijn van wie vraagt om gewist te worden.
retention-binds-fact = plicht
unfit-too-general = Dit past bij iedereen. Zeg wat hier speelt, bij deze persoon.
## Proving once more who one is
prove-title = { $address ->
    [u] Bewijs even dat u het bent
   *[je] Bewijs even dat je het bent
}
prove-lead = Zo doet niemand anders dit op een scherm dat openstaat.
prove-next = Daarna gaat dit verder: { $deed }.
prove-code = Code uit de app
prove-pin = Of de pincode van deze werkplek
prove-pin-hint = Zes cijfers. Vul één van de twee in.
prove-send = Verdergaan
prove-demo = Verdergaan zonder code
prove-demo-lead = Dit is een oefenhuis. Hier heeft niemand een code.
deed-add-user = iemand uitnodigen
deed-change-roles = rollen veranderen
deed-reset-colleague = iemand een nieuwe wachtzin of app laten kiezen
deed-release-reset = een nieuwe app vrijgeven
deed-end-account = een account beëindigen
deed-export-people = een bestand met personen
deed-release-export = een bestand met personen vrijgeven
deed-set-denial = iemand afschermen van een collega
deed-lift-denial = een afscherming opheffen
deed-ask-erasure = het wissen van een persoon vragen
deed-release-erasure = een persoon wissen
deed-set-hold = een wisstop zetten
deed-prolong-hold = een wisstop verlengen
deed-end-hold = een wisstop beëindigen
deed-set-mail = de mailserver
deed-ask-unlinking = oude bezoeken laten loskoppelen
deed-release-unlinking = oude bezoeken loskoppelen
deed-set-backup = het plan van de reservekopieën
unfit-own-role = Deze rol moet iemand anders van het beheer geven.
manage-own-hand = { $name } gaf zichzelf op { $day } de rol { $role }. Er was niemand anders in het beheer.
role-notice-title = Nieuw in het beheer
role-notice-by = { $name } kreeg de rol { $role } van { $by } ({ $when }).
role-notice-server = { $name } kreeg de rol { $role } op de server zelf ({ $when }).
role-notice-seen = Gezien

## Passkeys
passkey-title = Passkeys
passkey-lead = { $address ->
    [u] Uw toestel herkent u: wachtzin en code zijn dan niet nodig. Neem een toestel dat alleen u gebruikt, niet de computer van de balie.
   *[je] Je toestel herkent je: wachtzin en code zijn dan niet nodig. Neem een toestel dat alleen jij gebruikt, niet de computer van de balie.
}
passkey-name = Naam van dit toestel
passkey-name-hint = Bijvoorbeeld: telefoon of sleutel aan de bos.
passkey-add = Passkey toevoegen
passkey-added = De passkey is bewaard.
passkey-remove = Verwijderen
passkey-removed = De passkey is verwijderd.
passkey-since = Sinds { $day }.
passkey-used = Het laatst gebruikt op { $day }.
passkey-unused = Nog niet gebruikt.
passkey-enter = Aanmelden met passkey
passkey-prove = Verdergaan met passkey
passkey-failed = Dat lukte niet met dit toestel. Probeer opnieuw, of neem de wachtzin en de code.
passkey-none = Passkeys vragen JavaScript en een browser die ze kent. Met de code gaat het altijd.
passkey-full = Dit zijn er { $count }, meer gaat niet. Verwijder er eerst een.
unfit-passkey-refused = Deze passkey past hier niet, of het duurde te lang. Probeer opnieuw.
deed-add-passkey = een passkey toevoegen
deed-remove-passkey = een passkey verwijderen
