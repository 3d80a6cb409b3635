### The words of the screens in English.

## Document and frame
document-title-staff = Agenda
document-title-portal = Appointment
document-skip = Skip to content
menu-label = Main menu
menu-board = Front desk
menu-pairs = Duplicates
menu-agenda = Agenda
menu-files = Files
menu-groups = Groups
menu-talks = Conferences
menu-figures = Figures
menu-settings = Settings
menu-account = My account
language-choose = Choose a language:
language-nl = Nederlands
language-fr = Français
language-de = Deutsch
language-en = English
lock = Lock
sign-out = Sign out

## Words used everywhere
save = Save
cancel = Cancel
back = Back
back-to-board = Back to the front desk
next = Next
close = Close
change = Change
show = Show
print = Print
try-again = Try again
yes = Yes
no = No
choose = Choose…
unknown = not known
optional = may stay empty

## Days, times and numbers
format-day = { $weekday } { $day } { $month }
format-date = { $day } { $month } { $year }
format-time = { $hour }:{ $minute }
format-minutes = { $minutes } min
format-thousands = ,
weekday-0 = Monday
weekday-1 = Tuesday
weekday-2 = Wednesday
weekday-3 = Thursday
weekday-4 = Friday
weekday-5 = Saturday
weekday-6 = Sunday
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December

## Forms, and what does not fit
form-errors = { $count ->
    [one] One thing is not right yet
   *[other] { $count } things are not right yet
}
form-kept = What you typed is still here. Correct it and save again.
unfit-missing = Fill this in.
unfit-too-long = Make this shorter: { $limit } characters at most.
unfit-too-short = Make this longer: { $limit } characters at least.
unfit-control-characters = Take out the invisible characters. Type the text again.
unfit-not-utf8 = This text cannot be read. Type it again.
unfit-not-a-date = This date is not clear. Type day, month and year: 12-03-1986.
unfit-no-such-day = This day does not exist. Check day and month: 12-03-1986.
unfit-in-the-future = This day is still to come. Check the year.
unfit-in-the-past = This day is over. Choose a day still to come.
unfit-too-far-off = This is more than a year away. Choose an earlier day.
unfit-not-later = Choose a day after the last day that holds now.
unfit-too-long-ago = This day is too long ago. Check the year.
unfit-not-a-phone = This is not a telephone number. Type digits only: 0470 12 34 56.
unfit-not-an-email = This is not an e-mail address. It looks like name@example.org.
unfit-not-a-port = Type the number of a port: 465 or 587.
unfit-only-here = Without protection it can only go to this computer itself. Choose one of the others.
unfit-telling = This says too much to whoever looks on. Choose other words.
unfit-telling-word = “{ $word }” says too much to whoever looks on. Choose another word.
unfit-not-offered = Choose one of the options.
unfit-no-role = Choose at least one role.
unfit-not-a-tongue = This language is not known. Use for example nl, fr, de, en or ar.
unfit-not-a-user-name = Letters, digits, dot and dash, no spaces: noor.verbeke.
unfit-needs-one = Give a name or an alias, or choose “would rather not give a name”.
unfit-sign-in-refused = This does not match. Check name, pass-phrase and code.
unfit-pin-refused = This PIN does not fit here. Check the name as well.
unfit-pin-spent = Wrong too often. Sign in again with pass-phrase and code.
unfit-passphrase-refused = This pass-phrase is not right. Type it again.
unfit-too-many-tries = Too many tries. Wait a quarter of an hour or ask a colleague.
unfit-not-the-code = This is not the right code. Look again and type it once more.
unfit-not-a-short-name = Use small letters, digits and dashes. Begin with a letter.
unfit-changed-meanwhile = Somebody else has just changed this. Check it and save again.
unfit-likely-known = Somebody with almost this name is known. First check whether it is them.
unfit-already-inside = This person is in the house already. Tick that it is right, or go back.
unfit-stays-call = This stays a telephone call. When somebody comes in, check in again.
unfit-stays-visitor = This visitor is with a service, so not on the telephone.
unfit-room-taken = This room is not free. Choose another, or tick that it is right.

## Signing in
sign-in-title = Sign in
sign-in-lead = For the people who work here.
sign-in-user = User name
sign-in-passphrase = Pass-phrase
sign-in-code = Code
sign-in-code-hint = Six digits from the app on your phone, or a reserve code.
sign-in-send = Sign in
sign-in-lost = Lost your phone or pass-phrase? Ask the administrator.
sign-in-again = You were away for a while. Sign in again.
signed-out-title = Signed out
signed-out-text = Nothing more can be seen on this screen.
signed-out-again = Sign in again

## Founding a house
founding-step = Step { $step } of { $count }
founding-title = A new house
founding-lead = There is nothing here yet. Let us set it up together, in a quarter of an hour.
founding-code = Code of the server
founding-code-hint = Three groups of four. The server shows them where it was started.
founding-begin = Begin
founding-idle = After half an hour of doing nothing all is forgotten. Then the server shows a new code.
founding-wait = A wrong code too often. Look at what the server showed and try again later.
founding-taken = Somebody else is busy here. Wait half an hour, or start the server again.
founding-house-title = The house
founding-house-lead = All of this can be changed later, except the short name.
founding-name = What is the house called?
founding-name-hint = This is how it stands on the screens of colleagues.
founding-public = Neutral name for outside
founding-public-hint = Stands on letters and on the public page. The name does not say why somebody comes.
founding-public-usual = The Meeting House
founding-short = Short name
founding-short-hint = Small letters and digits. Shows in the web address, on visitors’ devices. Empty: we make one from the neutral name.
founding-language = Language of the house
founding-address = How does the house speak to people in Dutch?
founding-address-je = je
founding-address-u = u
founding-profile = Where does the house work?
founding-profile-VL = Flanders
founding-profile-NL = The Netherlands
centre-zone-Brussels = Brussels
centre-zone-Amsterdam = Amsterdam
founding-street = Street and number
founding-town = Postal code and town
founding-phone = Neutral telephone number
founding-phone-hint = Whoever calls back does not hear what the house is for.
founding-hours = Open from Monday to Friday
founding-hours-hint = For example: 9-12:30, 13-17. Other days are set later.
founding-you-title = Your own account
founding-you-lead = With it you run the house and invite colleagues.
founding-you-name = Your name
founding-you-name-hint = As colleagues know you.
founding-user-hint = For signing in. Letters, digits, dot and dash.
founding-passphrase-hint = Twelve characters or more. Four unrelated words are easy to remember.
founding-peek = Show the pass-phrase
founding-again = The same pass-phrase once more
founding-reception = I receive visitors too
founding-reception-hint = Administration reads no file. The front desk needs a second role.
founding-app-title = The app for codes
founding-app-lead = At each sign-in the screen asks for a code from your phone.
founding-app-code-hint = The six digits that the app shows now.
founding-sheet-title = The recovery sheet
founding-sheet-lead = Is the key of the server lost? Then one of these two sheets opens everything. Print them now: they are shown only once.
founding-leaf = Sheet { $holder } of 2
founding-leaf-use = This code opens the server when the key is lost.
founding-leaf-keep = Keep this sheet locked away, apart from the other sheet and from the server.
founding-sheet-on-paper = Both sheets are on paper
founding-sheet-new = The sheets are lost: make new ones
founding-check-title = Is the paper right?
founding-check-lead = Take the two sheets. Type one group of each.
founding-check-group = Sheet { $holder }, group { $group }
founding-found = Open the house
founding-failed = The house is not made yet. Nothing is half stored. Look at the log of the server and try again.
founding-key-failed = The key cannot be kept in its place. Look at the server and try again.
founding-elsewhere = Another server has made a house here. Start this one again.
founding-done-title = The house is there
founding-done-lead = All is stored. These pages will not come back.
founding-next = What now?
founding-next-sign-in = Sign in with name, pass-phrase and code.
founding-next-papers = Make recovery codes under My account. They help when the phone is gone.
founding-next-desk = To receive visitors: My account, then reception.
founding-next-house = Set up services and rooms under Settings.
founding-next-colleagues = Invite colleagues.
founding-sign-in = Sign in
founding-key-file = Give each sheet to whoever keeps it. Also make a copy of the key file of the server.

## The locked screen
unlock-title = Locked
unlock-lead = Who goes on at this desk?
unlock-user = User name
unlock-user-hint = Empty for whoever locked the screen.
unlock-pin = PIN
unlock-pin-hint = Six digits.
unlock-send = Unlock
unlock-other = Somebody else
unlock-passphrase = Sign in with pass-phrase
pin-title = Choose a PIN
pin-set = PIN saved
pin-lead = With this PIN you unlock this screen during your shift.
pin-new = New PIN
pin-again = The same PIN once more
pin-differs = The two are not the same. Type them again.
pin-simple = This PIN is too easy. Choose six other digits.
pin-elsewhere = A PIN can be chosen on an enrolled workstation only.
pin-passphrase-hint = This way nobody else chooses your PIN.
workstation-title = This workstation
workstation-enrol = Enrol this workstation
workstation-lead = A PIN works only on an enrolled workstation.
workstation-name = Name of the workstation
workstation-all = Enrolled workstations
workstation-end = End
workstation-ended = No PIN works on that workstation any more.
workstation-enrolled = This workstation is enrolled.

## Joining with a code on paper
join-go = I have a code on paper
join-title = Begin with a code
join-lead = The code is on the paper from the administrator.
join-paper = Code from the paper
join-paper-hint = Capitals and dashes do not matter.
join-hello = Welcome, { $name }
join-user = You will sign in as { $user }. Choose a pass-phrase first.
join-app-title = The app for codes
join-app-lead = Open the app for codes on your phone and point the camera at this square.
join-app-picture = Square for the app that makes codes
join-app-typed = Does the camera not work? Type this into the app:
join-app-code-hint = The six digits the app shows now.
join-stop = Stop
join-done = Everything is ready. Sign in with your new pass-phrase and the next code.
passphrase-title = Pass-phrase
passphrase-lead = Changing the pass-phrase signs you out elsewhere.
passphrase-now = Pass-phrase now
passphrase-code = Code from the app, or a recovery code
passphrase-new = New pass-phrase
passphrase-again = The same pass-phrase again
passphrase-hint = Best four words or more, at least 12 characters. Anything goes.
passphrase-common = Many people choose this. Make a sentence that nobody else thinks of.
passphrase-changed = The new pass-phrase holds from now on.
papers-title = Recovery codes
papers-lead = Each code stands in once for the code from the phone. Keep them on paper, away from the computer.
papers-one = One of these codes
papers-one-hint = Write them down first. Then type one of them.
papers-done = Done
papers-left = { $count ->
    [one] 1 left
   *[other] { $count } left
}
papers-few = Only a few are left. Make new ones.
papers-none = There are none left. Make new ones.
papers-renew = New recovery codes
papers-new-lead = Write these codes down now. They are shown once, and the old ones no longer work.
unfit-code-refused = This code opens nothing. Check it or ask for a new one.
unfit-taken = This exists already. Choose something else.
unfit-last-one = Somebody has to remain for the administration. Give that role to somebody else first.

## One's own sessions, and what happened to one's proofs
session-title = Where you are signed in
session-lead = Is something strange here? End it and choose a new pass-phrase.
session-line = { $computer } · since { $since } · last used { $active }
session-elsewhere = Another computer
session-own = This computer
session-here = this one
session-end = End
session-ended = That session has ended.
reset-title = Something changed about signing in
reset-used = On { $day } the pass-phrase or codes were chosen anew with a code. Is that wrong? Call the administrator.
reset-open = On { $day } a code was made to choose anew. Did you not ask for it? Call the administrator.
reset-told = Seen

## Managing colleagues
colleagues-title = Colleagues
colleagues-lead = Who works here, and as what. Changes hold at once.
colleague-invite = Invite a colleague
colleague-invite-lead = The colleague chooses a pass-phrase, with a code on paper.
colleague-invite-send = Invite
colleague-name = Name
colleague-user-hint = Letters, digits, dot or dash. It cannot be changed later.
colleague-language = Language of the screens
colleague-work = Works for the whole house as
colleague-work-service = Works for a service
colleague-work-intake = Does intake for a service
colleague-work-title = Roles
colleague-work-lead = Whoever works in a role that is taken away is signed out at once.
colleague-invited = not begun yet
colleague-resets = new code
colleague-joined = works here
colleague-state = State
colleague-since = Since
colleague-saved = The roles are saved.
colleague-code = Code on paper
colleague-code-lead = Write this code down and hand it over yourself. It is shown once.
colleague-code-where = On the sign-in page the colleague chooses “I have a code on paper”.
colleague-code-until = Code works until
colleague-code-again = Make a new code
colleague-code-again-lead = Is the paper lost or too old? The old code then no longer works.
colleague-reset = Pass-phrase or phone lost
colleague-reset-lead = Whoever gets a code chooses anew. Another phone takes two people.
colleague-reset-phrase = Pass-phrase lost
colleague-reset-factor = Phone lost
colleague-reset-what = What was lost?
colleague-reset-phrase-hint = The colleague gets a code now and chooses a new pass-phrase.
colleague-reset-factor-hint = A second person hands the code over. Nothing changes until then.
colleague-reset-send = Let choose anew
colleague-reset-back-lead = Not needed after all? Withdraw it: what the colleague has already goes on working.
colleague-reset-back = Withdraw
colleague-reset-gone = Withdrawn. The code on paper opens nothing any more.
colleague-waits-until = Waits for a second person until
colleague-reset-waits = Somebody else of administration or coordination has to release this now.
colleague-end = End the account
colleague-end-lead = The colleague is signed out everywhere at once. The user name is never used again.
colleague-end-sure = Yes, this colleague no longer works here
colleague-end-send = End the account
colleague-left = The account has ended.
resets-title = Release a new phone
resets-lead = Another phone for a colleague: a second person hands the code over.
resets-none = Nothing waits
resets-none-text = Whoever lost a phone begins with the administrator.
resets-by = asked by { $name } on { $day }
resets-release = Release
resets-other = somebody else has to release this

manage-group-people = The people of the house
manage-colleagues = Colleagues
manage-colleagues-text = Inviting, roles, a lost pass-phrase, leaving.
manage-colleagues-count = { $count ->
    [one] 1 colleague
   *[other] { $count } colleagues
}
manage-resets = Release a new phone
manage-resets-text = Another phone for a colleague takes a second person.
manage-denials = Kept apart
manage-denials-text = Which colleague must not see which person anywhere.

## Whom a colleague must not see
denials-title = Kept apart
denials-lead = A colleague sees this person nowhere, as if there were nobody.
denials-none = Nobody is kept from anybody
denials-none-text = Needed when a colleague is family, a neighbour or a party.
denial-new = Keep somebody apart
denial-new-lead = Look the person up first. Then choose from which colleague.
denial-search = Who is kept apart?
denial-person = Person
denial-colleague = From which colleague?
denial-reason = Why?
denial-reason-hint = Only administration and coordination read this.
denial-send = Keep apart
denial-row = { $colleague } does not see { $person }
denial-since = since { $day }
denial-lift = Lift
denial-set = That holds from now on, on every screen.
denial-lifted = It was lifted.
denial-gone = A colleague who left

## Roles
role-now = Now working as { $role }
role-switch = Change role
role-worn = now
role-wear = Work in this role
account-lead = Your roles, PIN and workstation.
role-reception = front desk
role-intake = intake
role-service = service
role-facilitator = group work
role-coordinator = coordination
role-administrator = administration

## The front desk
board-title = Who is here?
board-live = live
board-as-of = as of { $time }
board-needs-somebody = needs somebody now
board-at-the-desk = At the desk
board-refresh = Refresh
board-follows = This page refreshes every minute.
board-hold-still = Keep it as it is
board-holds-still = This page does not refresh.
board-follow = Refresh again
board-stream-lost = The connection is lost. This is how it was at { $time }.
board-on-duty = on duty: { $name }
board-nobody-on-duty = Nobody is on duty. Agree who gets the alerts.
board-expected = Expected
board-expected-count = { $count ->
    [0] nobody else today
   *[other] { $count } more today
}
board-expected-empty = Nobody else is expected today
board-expected-empty-text = Does somebody come anyway? Search above or add a new visitor.
board-expected-people = { $count ->
    [one] 1 person
   *[other] { $count } people
}
board-expected-arrive = Is here
board-present = Present
board-present-count = { $waiting ->
    [one] 1 waits
   *[other] { $waiting } wait
} · { $with } in a talk
board-present-empty = Nobody in the house yet
board-present-empty-text = A quiet start. Whoever comes in appears here.
board-hold = Point at a card, or hold it: who comes, and for which service.
board-waiting-room = Waiting room
board-on-the-phone = On the phone
board-waiting = has waited { $minutes } of { $limit } minutes
board-just-in = just in
board-just-called = just called
board-waiting-long = has waited { $minutes } minutes already
board-calling = on the phone for { $minutes } minutes
board-with = in a talk
board-for = for { $service }
board-with-appointment = by appointment
board-without-appointment = without appointment
board-no-name = without a name
board-open = View
board-call = Call { $service }
board-call-any = Call a service
board-bring = Take to a service
board-leaves = Check out
board-call-ends = Finish
board-children = { $count ->
    [one] 1 child
   *[other] { $count } children
}
board-rooms = Rooms
board-rooms-count = { $free } of { $all } free
board-rooms-empty = No rooms yet
board-rooms-empty-text = The administrator adds them under Settings.
board-room-free = free
board-room-free-until = free until { $time }
board-room-until = until { $time }
board-room-busy = not free
board-room-seats = { $count ->
    [one] 1 seat
   *[other] { $count } seats
}
board-room-children = for children
board-room-wheelchair = wheelchair
board-room-own-exit = own exit
board-room-video = video
board-house = Who is in the house?
board-house-print = Print the list
board-house-lead = Codes and places only, no names.

## Looking for somebody
search-label = Name, birth date or phone
search-send = Search
search-hits = { $count ->
    [one] 1 person found
   *[other] { $count } people found
}
search-none = Nobody found
search-none-text = Try another spelling, or add a new visitor.
search-token-enter = A code? Press Enter.
search-too-short = Type at least two letters or digits.
search-part-alone = Add a name, or the whole birth date.
search-many = There are more. Type the birth date too.
search-same-name = Some people have the same name. Ask for the year of birth and type it too.
search-new = New visitor
search-none-of-them = None of them: new visitor
search-anonymous = Without a name: a number only
search-hint = Name or date
search-call = Phone call
search-child = Child who comes alone
search-arrived = Has arrived
search-view = View
search-inside = In the house already: { $token } · { $stage }
search-failed = The search does not answer. Press Enter to try again.
search-birth-unknown = birth date not known
search-birth-ask = ask for the year of birth

searches-ask = You search often this hour. Say briefly why; you can simply go on.
searches-say = Say why
searches-why = Why do you search often?
searches-why-lead = That way only those who need to look people up. A colleague reads this.
searches-why-busy = There are many visitors or calls
searches-why-hard = Somebody is hard to find
searches-why-tidying = I am putting records right
searches-why-other = Something else
searches-reason = Reason
searches-remark = In your own words
searches-remark-hint = Without names. Only needed for something else.
searches-send = Save
searches-later = Later
searches-nothing = Nothing is asked
searches-nothing-text = You do not search more than usual this hour.
searches-said = Thank you. That is noted.
manage-searches = Searched often
manage-searches-text = Who looked many people up in an hour, and why.
manage-searches-count = { $count ->
    [one] 1 hour to look into
   *[other] { $count } hours to look into
}
searches-title = Searched often
searches-lead = A search is never refused. Whoever searches a lot says why; somebody else looks into it.
searches-none = Nothing to look into
searches-none-text = An hour in which somebody searched more than is set comes here.
searches-unsaid = No reason given yet
searches-when = { $day } from { $time } · { $count } searches
searches-see = Looked into
searches-seen = looked into
searches-other = for somebody else
searches-seen-now = Noted that you looked into this.
searches-budget = How often is usual?
searches-budget-lead = Whoever searches more is asked why.
searches-an-hour = Times an hour
searches-an-hour-hint = From 10 to 500. Typing letter by letter counts once.
searches-budget-said = { $count } times an hour
hit-exact = same name
hit-name-and-birth = same name and birth date
hit-alias = same alias
hit-sounds = name sounds the same
hit-resembles = name is similar
hit-birth = same birth date
hit-birth-part = same day and month
hit-birth-year = same year
hit-starts = name begins like this
hit-initial = same first letter
hit-half = part of the name
hit-birth-swapped = day and month swapped
hit-birth-near = birth date is similar
hit-birth-other = other birth date
hit-email = same e-mail address
hit-phone = same telephone number
hit-token = same code
search-also = also written { $name }

## A new visitor
person-new-title = New visitor
person-new-lead = A name or a nickname is enough. The rest may stay empty.
person-new-send = Save and check in
person-new-only = Save only
person-likely = Is it one of these people?
person-likely-lead = Look first. Then nobody has to tell the story twice.
person-likely-none = No, this is somebody else
person-for-visit = This person will belong to { $token }. The steps of that visit stay.
person-for-visit-send = Save and link
person-group-who = Who is it?
person-group-contact = Safe ways to reach
person-name = Name
person-name-hint = As the person wants to be called.
person-alias = First name or alias
person-unnamed = Would rather not give a name
person-birth = Birth date
person-birth-hint = Such as 12-03-1986 or 12 March 1986.
person-language = Language
person-pronoun = Pronoun
person-pronoun-hint = For example she, he or they.
person-interpreter = Needs an interpreter
person-initials-unknown = Without a name
person-saved = Saved.
person-details = Details
person-edit = Correct
person-edit-title = Correct the details
person-edit-lead = What was there before is kept, sealed.
person-corrected = The details are corrected.
person-corrected-on = Last corrected
person-today = Here today
person-visit = { $token } · { $stage }, since { $time }
contact-channel = How may we get in touch?
contact-channel-hint = Ask every time. Choose “not at all” unless it is surely safe.
channel-never = Not at all
channel-call = Call
channel-message = Send a message
channel-mail = Send an e-mail
contact-phone = Telephone number
contact-email = E-mail address
contact-when = When is it safe?
contact-when-hint = For example: on weekdays from 9 to 15.
contact-avoid = What must never happen?
contact-avoid-hint = For example: leave no voice message, never after 18.
contact-until = Until when does this hold?
contact-until-hint = After that we ask again.

## Records that may be one person
pairs-title = Perhaps the same person
pairs-lead = These records look alike. Compare them and choose.
pairs-none = Nothing to compare
pairs-none-text = No two records look alike.
pairs-more = { $count ->
    [one] There is one more after these.
   *[other] There are { $count } more after these.
}
pairs-compare = Compare
pairs-see = View
pairs-joined = Joined
pair-title = One person or two?
pair-lead = See what is the same and what differs.
pair-caption = Two records side by side
pair-head-fact = Detail
pair-head-one = First
pair-head-other = Second
pair-head-same = Comparison
pair-equal = same
pair-differs = differs
pair-since = Written down on
pair-card-one = Card of the first
pair-card-other = Card of the second
pair-same-title = It is one person
pair-same-lead = Whoever looks for the one also sees the other. No detail changes, and it can be taken back.
pair-basis = How is that clear?
pair-basis-herself = The person says so
pair-basis-papers = Papers show it
pair-basis-spelling = The same name, spelt in another way
pair-basis-known = A colleague knows the person
pair-basis-other = Something else
pair-basis-registering = Said while writing down
pair-note = Explanation
pair-note-hint = Needed for “something else”. It stays sealed.
pair-same = One person
pair-two-title = They are two people
pair-two-lead = These two then leave the list for good.
pair-two = Two people
pair-later = Decide later
pair-said-same = One person
pair-said-two = Two people
pair-said-by = Said by { $name } on { $day }
pair-said-gone = a colleague who has left
pair-through = These two are one person through a third record. Open that one to take it back.
pair-back = Take back
pair-joined = This is one person now.
pair-parted = Noted: two people.
pair-taken-back = Taken back. Everything is as before.
pair-refused-stale = A colleague answered meanwhile. Look again; what was typed is still there.
pair-refused-coordinator = A coordinator has to decide this. Nothing has changed.
pair-refused-one = These two are one person already.
pair-refused-two = Somebody said that they are two people. Take that back first.
person-also = Also written as
person-also-back = Compare or take back

## Checking in
check-in-title = Check in
check-in-lead = { $token } becomes the name of this visit on every screen.
check-in-kind = Who comes in?
check-in-kind-call = Kind
check-in-title-call = Note a phone call
check-in-purpose = What for?
check-in-service = For which service?
check-in-service-none = Not known yet
check-in-remark = Anything colleagues should know?
check-in-remark-hint = Not the story. For example: would rather sit near the door.
check-in-send-call = Note the call
check-in-send = Check in
check-in-done = { $token } is checked in.
check-in-again = Check in again all the same
check-in-again-hint = This person is in the house already. A second time is nearly always a mistake.
check-in-call = The call { $token } is on the board.
company = Is anybody with them?
company-hint = This visitor is a minor.
company-with = Yes, somebody is
company-alone = No, comes alone
facts-title = More, if needed
facts-waiting = Safe to wait here?
facts-children = How many children come along?
facts-minder = Who watches the children?
facts-interpreter = Interpreter needed? In which language?
facts-mobility = Help needed in the building?
facts-not-asked = Not asked
facts-no-interpreter = No interpreter
facts-nothing-special = No
waiting-safe = Yes
waiting-elsewhere = No, waits somewhere else
minder-visitor = They stay with the visitor
minder-companion = Somebody who comes along
minder-colleague = A colleague
minder-nobody = Nobody yet: find somebody
mobility-wheelchair = Wheelchair
mobility-no-stairs = Walks with difficulty: no stairs
mobility-sees-badly = Sees badly: go along
mobility-hears-badly = Hears badly: fetch in person
visit-kind-victim = Visitor looking for help
visit-kind-child = Child
visit-kind-companion = Somebody coming along
visit-kind-professional = Professional from outside
visit-kind-trusted-person = Trusted person
visit-kind-interpreter = Interpreter
visit-kind-person-causing-harm = The other party
visit-kind-supplier = Delivery or repair
visit-kind-phone-call = Telephone call
purpose-first-talk = First talk
purpose-appointment = Appointment
purpose-group = Group or training
purpose-question = Question for the desk
purpose-other = Something else, or would rather not say

## One visit
visit-title = Visit { $token }
visit-since = in since { $time }
visit-since-call = on the line since { $time }
visit-steps = Steps
visit-arrived = Arrived
visit-called = Called
visit-step-linked = Person linked
visit-step-with = With { $service }
visit-step-room = With { $service }, { $room }
visit-left = Left
visit-call-over = Call finished
stage-waiting = Waiting
stage-with-service = In a talk
stage-left = Left
visit-who = Who is it?
visit-who-unknown = This visit has no person yet.
visit-who-show = Show the name
visit-who-show-hint = This is written down.
visit-link = Link a person
visit-link-lead = Look for the person. The steps of this visit stay.
visit-link-other = It is somebody else
visit-link-again = Link anyway: this person is already inside
visit-linked = The person now belongs to { $token }.
visit-correct = Correct this visit
visit-corrected = { $token } is corrected.
visit-step-corrected = Corrected
visit-step-took-back = Step before taken back
visit-step-taken-back = Check-in taken back
visit-step-still-here = Still in the house after closing time
visit-step-duty-called = Colleague on duty asked to come
visit-step-duty-came = Colleague on duty is there
stage-taken-back = Taken back
visit-bring = Take to a service
visit-service = Service
visit-room = Room
visit-room-none = No room
visit-no-services = There are no services yet. The administrator sets them up under Settings.
visit-room-taken = { $room } (not free)
visit-room-shared = This room all the same: somebody is there
visit-bring-send = Is there now
visit-brought = { $token } is with the service now.
visit-wait = Back to the waiting room
visit-waits = { $token } is back in the waiting room.
visit-leave = Check out
visit-leave-check = Is { $token } leaving now? First ask whether the way home is safe.
visit-leave-send = Yes, check out
visit-gone = { $token } has left.
visit-call-ends = Finish the call
visit-call-check = Is the call { $token } over?
visit-call-send = Yes, finish
visit-call-gone = The call { $token } is finished.
visit-refused-left = This visit is over already.
visit-refused-there = This visitor is there already.
visit-refused-linked = This visit is this person’s already.
visit-refused-room = This room is not free. Choose another.
visit-refused-call = This is a telephone call. Finish it, or check the visitor in.
visit-refused-late = This is possible for five minutes only. They are over.
visit-refused-undone = There is nothing left to take back.
visit-refused-again = This person was checked in again. This visit stays as it is.

## Taking back
undo = Undo
undo-title = A mistake?
undo-text = The last step can be taken back until { $time }.
undo-arrival-title = A mistake?
undo-arrival-text = The check-in can be taken back until { $time }. Nobody else gets the number.
undo-done = { $token } is as it was before.
undo-arrival = { $token } is no longer on the board.

## A minor who came alone
minor-title = Child who comes alone
minor-lead = Somebody beside them first, questions after that.
minor-call = Call whoever is on duty now: { $names }.
minor-call-nobody = Nobody is on duty. Fetch a colleague of intake or coordination now.
minor-ask-nothing = Ask nothing yet, not even a name.
minor-nobody-home = Call nobody at home.
minor-stay = Stay until the colleague is there.
minor-send = Called: give a number
minor-met = The colleague is there
minor-met-short = I am there
minor-is-met = Somebody is with { $token } now.

## Closing time
closing-notice = { $count ->
    [one] The house is closed. One visitor is still inside.
   *[other] The house is closed. { $count } visitors are still inside.
}
closing-go = Who is still here?
closing-title = Who is still here?
closing-lead = Inside since before closing time ({ $time }). Go and look, and say who left and who is still here.
closing-list-asked = Still to look for
closing-list-stays = Still here
closing-nobody = Nobody inside any more
closing-nobody-text = Of everybody who was here at closing time it is known where they are.
closing-said = still here at { $time }, says { $name }
closing-leave = Has left
closing-stays = Is still here
closing-is-here = { $token } is still here.

## The slip
slip = Slip
slip-title = Slip for { $token }
slip-lead = Only what stands in the frame below is printed.
slip-incomplete = The neutral name or the telephone number is missing. The administrator fills them in.
slip-left-off = “{ $text }” is left off: that text says too much about this house.
slip-languages = Language of the slip
slip-number = Your number
slip-next-waiting = You can sit down. Somebody comes for you and says this number.
slip-next-with = It is your turn. Somebody goes with you.
slip-next-left = Thank you and goodbye.
slip-phone = Questions? Call { $phone }.
slip-today = This number is for today only.

## What does not fit, in the administration
unfit-not-a-number = Type a whole number from { $least } to { $most }.
unfit-not-hours = Type hours such as 9-12:30, 13:30-17. They must not overlap.
unfit-not-a-host = Type an address such as visit.example.org, without https.
unfit-ends-before = The end must come after the start.
unfit-already-there = This exists already. Choose another or change the existing one.

## The administration
manage-title = Administration
manage-lead = Here the house sets everything itself. Every change holds at once.
manage-no-papers = There are no recovery codes. Without the phone nobody can administer. Make them now.
manage-no-papers-go = Make recovery codes
manage-one-administrator = One colleague administers. Invite a second one, so that nobody stands alone.
manage-one-administrator-go = Invite a colleague
manage-no-phone = The website has no telephone number. Nobody can call.
manage-no-phone-go = Fill in a number
manage-group-house = The house
manage-group-time = Hours and days
manage-group-words = Language and texts
manage-group-rules = Rules
manage-centre = Name and address
manage-centre-text = What the house is called, and how people reach it.
manage-organisations = Organisations
manage-organisations-text = Who sends services into the house.
manage-services = Services
manage-services-text = Who works in the house, such as the police.
manage-rooms = Rooms
manage-rooms-text = Seats, what is there, and when a room may be used.
manage-hours = Opening hours
manage-hours-text = When the house is open in an ordinary week.
manage-days = Special days
manage-days-text = Holidays, closing days and days with other hours.
manage-duties = Who is on duty
manage-duties-text = Who gets the silent alerts, and when nobody does.
manage-tongues = Languages at the desk
manage-tongues-text = Which languages visitors can speak here.
manage-texts = Texts
manage-texts-text = A few sentences for the site, letters and the card.
manage-retention = Retention periods
manage-retention-text = How long the house keeps what, and by which rule.
manage-organisations-count = { $count ->
    [0] none yet
    [one] 1 organisation
   *[other] { $count } organisations
}
manage-services-count = { $count ->
    [0] none yet
    [one] 1 service
   *[other] { $count } services
}
manage-rooms-count = { $count ->
    [0] none yet
    [one] 1 room
   *[other] { $count } rooms
}
manage-days-count = { $count ->
    [0] none yet
    [one] 1 day
   *[other] { $count } days
}
manage-tongues-count = { $count ->
    [0] none yet
    [one] 1 language
   *[other] { $count } languages
}
manage-retention-count = { $count ->
    [0] none yet
    [one] 1 period
   *[other] { $count } periods
}
manage-hours-none = not filled in yet
manage-hours-set = filled in
manage-duties-now = somebody is on duty now
manage-duties-nobody = nobody is on duty now
manage-duties-closed = the house is closed now
crumbs-label = Where am I

## Lists of the administration
list-saved = “{ $name }” is saved.
list-added = “{ $name }” is added.
list-closed = “{ $name }” is no longer offered.
list-opened = “{ $name }” is offered again.
list-undo = Undo
list-up = Up
list-down = Down
list-close = Stop offering
list-close-hint = It leaves the choices. What happened with it stays readable.
list-open = Offer again
list-open-hint = It comes back into the choices.
list-is-closed = This is not offered now.
list-closed-count = No longer offered: { $count }
list-stored-now = This is stored now
organisation-title = Organisations
organisation-lead = Every service belongs to an organisation.
organisation-add = New organisation
organisation-none = No organisations yet
organisation-none-text = Begin with who has people working here.
organisation-name = Name
organisation-name-hint = For example: Police zone Linde.
service-title = Services
service-lead = The desk brings visitors to these services, in this order.
service-add = New service
service-none = No services yet
service-none-text = Add who works in the house.
service-name = Name
service-name-hint = Short: it stands like this on every screen.
service-organisation = Organisation
service-organisation-none = Not chosen yet
room-title = Rooms
room-lead = The desk sees these rooms in this order.
room-add = New room
room-none = No rooms yet
room-none-text = Add the rooms where people talk.
room-name = Name
room-name-hint = Neutral, for visitors read it on the door.
room-seats = Seats
room-seats-hint = How many people can sit there.
room-features = What is there?
feature-child = Good for children
feature-wheelchair = Reachable in a wheelchair
feature-own-exit = Exit of its own
feature-video = Video
feature-soundproof = Soundproof
room-hours = Hours
room-hours-hint = Empty: the hours of the house. Else, for example, 9-12:30, 13:30-17.
room-before = Minutes free before a talk
room-before-hint = To get ready.
room-after = Minutes free after a talk
room-after-hint = To air the room, and so that people do not cross.

## The centre itself
centre-title = Name and address
centre-lead = What can be read outside says nothing of what happens here.
centre-group-inside = For colleagues
centre-group-outside = For visitors
centre-name = Name of the house
centre-name-hint = On the screens of colleagues only.
centre-public-name = Name for outside
centre-public-name-hint = Neutral, for example De Linde. It stands on letters and in messages.
centre-language = Language of the house
centre-address = How does the house speak to people?
address-je = informally (je)
address-u = politely (u)
centre-profile = Rules of
profile-VL = Flanders
profile-NL = the Netherlands
centre-zone = Time zone
centre-street = Street and number
centre-town = Postal code and town
centre-phone = Neutral telephone number
centre-phone-hint = Stands on every page for visitors. Whoever answers names no service.
centre-portal-now = Visitors now find the website at
centre-portal-host = Address of the site for visitors
centre-portal-host-hint = Without https, for example visit.example.org. Empty: the address of the settings.
centre-saved = Saved. This holds at once on every screen.

## Settings in versions
setting-saved = Saved. This holds at once.
setting-versions = Earlier versions
setting-put-back = Put back
setting-nothing = nothing filled in
hours-title = Opening hours
hours-lead = Leave a day empty when the house is closed.
hours-hint = For example 9-12:30, 13:30-17.
hours-closed = closed
tongues-title = Languages at the desk
tongues-lead = Choose the languages somebody here speaks or interprets.
tongues-label = Languages
texts-title = Texts
texts-lead = Plain text, without markup. Every version is kept.
text-key-portal-welcome = Welcome on the site
text-key-portal-welcome-text = The first sentences for visitors of the site.
text-key-closing = Closing line
text-key-closing-text = The line under letters and messages.
text-key-card = Card
text-key-card-text = What stands on the card somebody takes home.
texts-text = Text
texts-text-hint = Name no service and no violence. Somebody else may be reading.
texts-empty = still empty
texts-filled = filled in

## What everybody may know on the public site
portal-hours = Open
portal-hours-line = { $day } { $hours }
portal-days = Different in the coming weeks
portal-day-closed = { $day }: closed
portal-day-open = { $day }: { $hours }
portal-tongues = People here speak: { $tongues }

## Special days
day-title = Special days
day-lead = These days come before the ordinary week.
day-add = New day
day-none = No special days yet
day-none-text = Add the holidays in one go, or add a day.
day-day = Day
day-day-hint = Day, month and year, such as 24-12-2026.
day-hours = Hours
day-hours-hint = Empty: the house is closed. Else, for example, 9-12.
day-reason = Why?
day-reason-hint = Visitors can read this.
day-holidays = Holidays of { $year }
day-holidays-add = Add { $year }
day-holidays-back = The days that were added are gone again.
day-holidays-kept = There was nothing left to undo.
day-holidays-missing = { $count ->
    [0] all are there
    [one] 1 is missing
   *[other] { $count } are missing
}
day-holidays-added = The holidays of { $name } are added.
holiday-new-year = New Year’s Day
holiday-easter = Easter Sunday
holiday-easter-monday = Easter Monday
holiday-kings-day = King’s Day
holiday-labour-day = Labour Day
holiday-liberation-day = Liberation Day
holiday-ascension = Ascension Day
holiday-whitsun = Whit Sunday
holiday-whit-monday = Whit Monday
holiday-national-day = National Day
holiday-assumption = Assumption Day
holiday-all-saints = All Saints’ Day
holiday-armistice = Armistice Day
holiday-christmas = Christmas Day
holiday-boxing-day = Boxing Day

## The duty roster
duty-title = Who is on duty
duty-lead = Whoever is on duty gets the silent alerts. Two people may be.
duty-add = New turn of duty
duty-none = No turns of duty yet
duty-none-text = Without duty nobody sees a silent alert.
duty-user = Who?
duty-day = Day
duty-from = From
duty-until = Until
duty-until-hint = Earlier than the start: then it is the day after.
duty-hour-hint = For example 8:30.
duty-span = { $day }, { $from } to { $until }
duty-unknown = Former colleague
duty-over = over
duty-gaps = The house is open then and nobody is on duty
duty-gaps-none = In the coming week somebody is always on duty.
list-over-count = Over: { $count }

## Retention
retention-title = Retention periods
retention-lead = Every period names its rule. Let a lawyer read along.
retention-add = New period
retention-none = No retention periods yet
retention-none-text = Begin with the proposal and adapt it.
retention-about = What?
kept-person = Name and contact
kept-visit = Visits
kept-file = File
kept-appointment = Appointments and groups
kept-message = Sent messages
kept-trail = Record of who saw what
retention-controller = For whom?
retention-controller-none = The house itself
retention-months = Number of months
retention-months-hint = 15 years are 180 months.
retention-from = Counted from
counts-from-creation = writing it down
counts-from-closing = closing the file
counts-from-last-contact = the last contact
retention-source = By which rule?
retention-source-hint = Law, decree or agreement, with its article.
retention-valid-from = Valid from
retention-valid-until = Valid until
retention-valid-until-hint = Empty: until further notice.
retention-period = { $count ->
    [one] 1 month
   *[other] { $count } months
} from { $from }
retention-since = valid from { $day }
retention-propose = Take the proposal
retention-proposed = The proposal is added. Check every rule.
## Reading people in
manage-group-files = People
manage-imports = Read people in
manage-imports-text = A list from another program, as a CSV file.
imports-title = Read people in
imports-lead = A CSV file with one line for each person. Everything stays encrypted.
imports-file = File
imports-file-hint = CSV in UTF-8, with the names of the columns on the first line. 50 MB at most.
imports-send = Take the file
imports-before = Read in before
imports-nothing = nothing read in yet
imports-written = { $number } read in
imports-known = { $number } known already
imports-bad = { $count ->
    [one] 1 line does not fit
   *[other] { $number } lines do not fit
}
imports-state-sending = coming in
imports-state-asking = waits for columns
imports-state-running = under way
imports-state-paused = stopped
imports-state-done = done
imports-refused-empty = This file is empty. Choose another.
imports-refused-not-text = This file is not UTF-8. Save it as “CSV UTF-8” and take it again.
imports-refused-no-head = The first line is too long. Is this a CSV file?
imports-refused-too-large = This file is larger than 50 MB. Split it up.
imports-refused-missing = Choose a file first.
imports-refused-broken = The file did not arrive whole. Take it again.
imports-columns = Which column is what?
imports-columns-lead = Check the columns. What you do not choose is not read.
imports-first = The first lines of the file
imports-no-column = is not in the file
imports-if-known = And if somebody is known already?
imports-known-skip = Skip
imports-known-skip-hint = Same name and birth date. You get a list of these lines.
imports-known-write = Save anyway, as another person
imports-start = Read in
imports-give-up = Delete the file
imports-give-up-hint = Changed your mind? Then we delete the file.
imports-one = Reading a file in
imports-progress = { $percent } % of the file · { $rows } lines
imports-fact-written = Read in
imports-fact-known = Known already, skipped
imports-fact-bad = Do not fit
imports-speed = Speed
imports-speed-rows = { $rows } lines a second
imports-pause = Stop
imports-go-on = Go on
imports-left-out = Not read in
imports-left-out-text = Each line with its reason. Mend them and take the file again. We delete them after a week.
imports-rows = Lines as a file
imports-head-line = line
imports-head-reason = reason
imports-head-row = text
row-fault-torn-quote = A quotation mark does not close.
row-fault-other-count = This line does not have as many columns as the first.
row-fault-not-text = This line is not UTF-8.
row-fault-likely-known = Same name and birth date as somebody who is known.
column-name = Whole name
column-given-name = Given name
column-family-name = Family name
column-alias = Known as
column-unnamed = Would rather give no name
column-birth-date = Birth date
column-languages = Languages
column-contact = How may we get in touch?
column-phone = Telephone number
column-email = E-mail address
column-contact-when = When is it safe?
column-contact-never = What must never happen?
column-contact-until = Until when does that hold?

## Handing people over
manage-exports = Hand people over
manage-exports-text = A file with all people. It takes two colleagues.
exports-title = Hand people over
exports-lead = One asks for the file, another releases it. Each has an hour.
exports-seconds = These can release it now: { $names }.
exports-nobody = Nobody can release this now. It takes a colleague whom you did not invite, and who has been here for more than a day. Let somebody else ask, or invite one more colleague.
exports-reason = Why is this file needed?
exports-reason-hint = For example: we move to another program.
exports-ask = Ask for the file
exports-release = Release
exports-take = Take the file
exports-stage-asked = waits for a colleague
exports-stage-released = being made
exports-stage-ready = ready to be taken
exports-stage-taken = taken
exports-stage-over = over
exports-said-asked = Asked. Now another colleague can release it.
exports-said-released = Released. Whoever asked can take the file once.
exports-said-late = This is no longer possible. Ask for the file again.
exports-said-same = Whoever asks does not release. Ask a colleague.
exports-said-vouched = One of you invited the other, directly or through somebody. Ask another colleague.
exports-said-new = Whoever is new or just got another phone waits a day. Ask another colleague.

## When something goes wrong
error-not-found-title = This page is not here
error-not-found-text = Check the address, or go back to the start.
error-cross-site-title = This did not come from our screen
error-cross-site-text = Open the page again and try once more.
error-too-large-title = This is too much at once
error-too-large-text = Make the text shorter and send it again.
error-not-text-title = This cannot be read
error-not-text-text = Type the text again and send it once more.
error-busy-title = It is busy right now
error-busy-text = Nothing is lost. Try again in a moment.
error-broken-title = This does not work now
error-broken-text = Nothing is half saved. Try again or call the administrator.
error-broken-code = Then give this number: { $request }
error-sealed-title = Still closed
error-sealed-text = This house is not open yet. Ask the administrator for the key.
error-reading-title = Reading the names
error-reading-text = The program has just started and is reading the names: { $percent } %. This page goes on by itself.
error-full-title = There is no room left to save
error-full-text = Call the administrator. Until then, write on paper.
error-wrong-host-title = There is nothing here
error-wrong-host-text = Check the address.
error-changed-title = Somebody was first
error-changed-text = Below is what is saved now, and what you typed. Choose what stays.
changed-field = Detail
changed-now = Saved now
changed-typed = Typed here
error-start = To the start
error-desk = To the front desk

## Demo
demo-title = Try it out
demo-lead = This is a practice house. All people are invented.
demo-as = Sign in as { $role }
demo-mark = practice house

## Portal
portal-title = Make an appointment
portal-title-hours = When we are open
portal-lead = Call us. You need not give your name. It is free.
portal-soon = Choosing a time online is not possible yet.
portal-call = Call us: { $phone }
portal-close = Close
portal-history = The address of this page stays on your device.

## Languages a visitor speaks
tongue-nl = Dutch
tongue-fr = French
tongue-de = German
tongue-en = English
tongue-ar = Arabic
tongue-tr = Turkish
tongue-uk = Ukrainian
tongue-ru = Russian
tongue-pl = Polish
tongue-ro = Romanian
tongue-es = Spanish
tongue-fa = Persian
tongue-ps = Pashto
tongue-so = Somali
tongue-und = Language not known yet

## The page of all parts
style-title = All parts
style-lead = Every part in every state, with invented names.
style-colours = Colours
style-buttons = Buttons
style-forms = Forms
style-cards = Cards
style-notices = Notices
style-board = Front desk
style-tables = Lists
style-icons = Signs
style-right-to-left = From right to left

manage-backup = Backup
manage-backup-text = What is left when the computer breaks.
manage-backup-late = Too old
manage-backup-none = none yet
manage-backup-fresh = In order
manage-group-machine = The computer
backup-lead = Every night the program makes a copy. Only a recovery code opens it.
backup-none = There is no backup yet. Whoever looks after the computer must choose a folder for it.
backup-late = The last backup is of { $day }, { $time }. That is too long ago. Ask whoever looks after the computer to look now.
backup-good = The last backup is of { $day }, { $time }.
backup-no-holders = Nobody can open a backup. Whoever looks after the computer must print a new recovery sheet.
backup-drill = On { $day }, { $time } a backup was put back on trial. { $people } people and { $trail } lines of the trail were in order.
backup-no-drill = No backup has been put back on trial yet.
backup-drill-late = The last good trial is of { $day }, { $time }. That is more than 35 days ago. Ask whoever looks after the computer to look.
backup-drill-failed = On { $day }, { $time } a backup was put back on trial. That failed.
backup-failed = On { $day }, { $time } no backup could be made. Those of before are still there.
backup-trouble-disk-full = The disk of the backups is full.
backup-trouble-folder = The folder of the backups cannot be used.
backup-trouble-tools = The tools of the database are missing, too old, or may not do this.
backup-trouble-nobody-opens = Nobody has a recovery code that opens the backup.
backup-trouble-damaged = The backup does not come back whole. Have a new one made at once.
backup-trouble-other = The log of the computer says why.
backup-plan = When and for how long
backup-hour = Hour of the night
backup-keep = Days to keep
backup-keep-hint = From 14 to 400. The keys always stay 14 days.
backup-saved = This is saved. It counts from now on.
## Mail
manage-mail = Mail
manage-mail-text = The mail server of the house, and what goes out.
mail-title = Mail
mail-state-unset = not filled in
mail-state-down = does not go out
mail-state-given-up = something is held up
mail-state-works = works
mail-lead = What arrives outside never says what it is about.
mail-unset = There is no mail server yet. Fill it in below.
mail-stands = No mail has gone out since { $when }. Call whoever waits for a message.
mail-down-since = No mail has gone out since { $when }.
mail-queue = { $count ->
    [0] No message waits.
    [one] One message waits.
   *[other] { $count } messages wait.
}
mail-server = Mail server
mail-saved = Saved. It holds from now on.
mail-field-host = Server
mail-field-port = Port
mail-field-security = Protection
mail-field-user = User
mail-field-password = Password
mail-field-sender-name = Name of the sender
mail-field-sender = Address of the sender
mail-field-shown-as = Name of the house in the post
mail-field-notices = Address for notices
mail-field-to = Mail address
mail-hint-host = The name of the computer that takes the mail. It stands in every message.
mail-hint-password = Leave this empty to keep the password.
mail-hint-sender-name = Whoever gets the message sees this. Choose something plain, such as Agenda.
mail-hint-sender = An address at which nobody is asked questions.
mail-hint-shown-as = A name with a point, without the name of the house: agenda.example.be.
mail-hint-notices = May stay empty. A message goes there when something is held up.
mail-security-tls = Encrypted from the start
mail-security-starttls = Knock first, then encrypted (STARTTLS)
mail-security-plain = Not encrypted
mail-security-hint-tls = Mostly port 465. The safest.
mail-security-hint-starttls = Mostly port 587.
mail-security-hint-plain = Only to this computer itself.
mail-trial = Trial message
mail-trial-lead = A short message goes to this address.
mail-trial-send = Send a trial message
mail-trial-sent = The mail server has taken the message.
mail-trial-waits = The message has not gone yet. Look again in a moment.
mail-trial-failed = The message does not go.
mail-latest = Latest messages
mail-none = No messages yet
mail-none-text = Send a trial message once the mail server is filled in.
mail-head-when = When
mail-head-kind = What for
mail-head-state = Where it is
mail-given-up = These messages do not go
mail-given-up-text = Try again, or put them aside and call.
mail-dismiss = Put aside
mail-dismissed = The message is put aside.
mail-again-said = The message is tried again.
letter-kind-trial = Trial message
letter-kind-notice = Notice to the administration
letter-state-waiting = Waits.
letter-state-sending = Is going now.
letter-state-sent = Gone out.
letter-state-given-up = Does not go.
letter-state-withdrawn = Taken back.
mail-fault-unreachable = The mail server is not there. Check name and port.
mail-fault-silent = The mail server does not answer.
mail-fault-insecure = The connection is not safe: check protection and name of the server.
mail-fault-login = User or password is not right.
mail-fault-sender = The mail server takes nothing from this sender.
mail-fault-busy = The mail server is too busy. It goes on by itself.
mail-fault-later = The mail server takes it later.
mail-fault-dropped = The connection was lost. It is tried again.
mail-fault-unanswered = Nobody said whether it arrived. It may be there.
mail-fault-refused = The mail server refuses this address or message.
mail-fault-address = This address cannot stand on a message.
mail-fault-telling = The message says too much to whoever looks on.
mail-fault-late = It would come too late.
mail-fault-over = It was no longer needed.

## Erasing
manage-erasures = Erasing people
manage-erasures-text = Who asks to be erased, and whose time is over.
manage-erasures-count = { $count ->
    [one] 1 open
   *[other] { $count } open
}
manage-erasures-late = { $count ->
    [one] 1 late
   *[other] { $count } late
}
erasures-title = Erasing people
erasures-lead = One colleague asks, another lets it happen. What is erased does not come back.
erasures-none = Nobody asks to be erased
erasures-none-text = Does a request come in? Write it down here.
erasure-new = Ask to erase
erasure-new-lead = Write down who wants to be erased. Nothing happens yet.
erasure-search = Who is it about?
erasure-choose = Choose
erasure-of = What is known of { $name }
erasure-day = When did the request come in?
erasure-day-hint = From this day on there is a month to answer.
erasure-asker = Who asks?
erasure-asker-hint = Empty: the person herself or himself.
erasure-note = Write the request down
erasure-title = Erasing people
erasure-request-of = Request of { $day }
erasure-over-since = Time is over, seen on { $day }
erasure-due = answer by { $day }
erasure-fact-due = Time
erasure-ended = Ended on
erasure-mark = Mark
erasure-reason = Why not?
erasure-reason-hint = At least 40 characters, about this person. A sentence that fits everybody is not enough.
erasure-longer = Why does it take longer?
erasure-longer-hint = Whoever asked has to know.
erasure-stage-noted = written down
erasure-stage-asked = waits for a colleague
erasure-stage-erased = erased
erasure-stage-refused = refused
erasure-stage-withdrawn = taken back
erasure-urgency-calm = in time
erasure-urgency-soon = nearly late
erasure-urgency-late = late
erasure-kept = This has to be kept
erasure-kept-until = { $source }: { $count } months from { $from }. It can be erased after { $day }.
erasure-kept-open = { $source }: { $count } months from { $from }. That time has not begun.
erasure-held = There is a hold on this person
erasure-held-text = { $ground } ({ $source }). It can be erased after { $day }, or once a colleague ends this. The time for an answer goes on: tell whoever asked why it waits.
erasure-held-show = Why?
erasure-part-holds = Holds, with the reason
erasure-inside = This person is in the house now
erasure-inside-text = It can be erased once the visit has ended.
erasure-reading = A file of people is being read in
erasure-reading-text = Wait until it is done, or give the file up. Otherwise the person comes back.
erasure-what = What happens
erasure-what-lead = Everything the house has of this person
erasure-head-part = What
erasure-head-fate = What becomes of it
erasure-fate-goes = is erased
erasure-fate-loose = stays for the figures, without the person
erasure-fate-stays = stays, under a pseudonym
erasure-part-record = Name, contact, and what stood there before
erasure-part-grants = Who may see what
erasure-part-visits = Visits
erasure-part-remarks = Remarks on visits
erasure-part-denials = Protections
erasure-part-pairs = What was said about duplicates
erasure-part-requests = Requests to erase
erasure-part-letters = Messages
erasure-part-forms = Traces of forms
erasure-part-drafts = What somebody is typing now
erasure-part-rows = Refused rows of files that were read in
erasure-part-keys = Keys, also those of backups
erasure-part-trail = Log of who did what
erasure-whole = This person is written down more than once
erasure-whole-text = All { $count } records will be erased.
erasure-next = Next step
erasure-ask = Ask a colleague
erasure-ask-lead = Is the overview right? Then a colleague has seven days to let it happen.
erasure-ask-again = Nobody let it happen in time. Ask again.
erasure-ask-changed = Something changed since a colleague asked. Look at it and ask again.
erasure-waits = Another colleague can let it happen now, within seven days.
erasure-release = Erase now
erasure-release-lead = Compare the mark { $mark } with what your colleague saw. It cannot be undone.
erasure-sure = Yes, erase this person for good
erasure-refuse-title = Do not erase
erasure-refuse-lead = The reason goes to whoever asked, and can be read later.
erasure-refuse-send = Refuse
erasure-extend-title = Take more time
erasure-extend-lead = Two months more. That works once, and only in the first month.
erasure-extend-send = Extend the time
erasure-withdraw-title = Take the request back
erasure-withdraw-lead = Does the person not want it after all? Then nothing happens.
erasure-withdraw = Take back
erasure-said-noted = The request is written down. Look at what would happen.
erasure-said-passed-on = The request is written down. A colleague of the administration takes it up.
erasure-said-asked = Asked. Another colleague can let it happen now.
erasure-said-released = Erased. Within fourteen days nothing can be read in backups either.
erasure-said-refused = Refused. The reason is kept.
erasure-said-extended = There are two months more now.
erasure-said-withdrawn = The request is taken back.
erasure-refused-stale = A colleague was first. Look at how it stands now.
erasure-refused-over = This has ended already.
erasure-refused-not-asked = Nobody asked in the last seven days. Ask first.
erasure-refused-asked = A colleague asked already.
erasure-refused-same-person = Whoever asks does not let it happen. Ask a colleague.
release-refused-vouched = One of you invited the other, directly or through somebody. Ask another colleague.
release-refused-new = Whoever is new or just got another phone waits a day. Ask another colleague.
erasure-refused-changed = Something changed since it was looked at. Look at it and ask again.
erasure-refused-hindered = Something stands in the way. Read it below.
erasure-refused-too-late = It can no longer be extended.
plan-title = What goes next month?
plan-lead = Until { $day }, by the periods of now.
plan-nothing-by-itself = Nothing goes by itself. Every night whoever is due comes on the list; two colleagues decide.
plan-without = { $count ->
    [one] No period speaks of 1 person.
   *[other] No period speaks of { $count } people.
}
plan-asked = { $count ->
    [one] Something is asked of 1 person already, or was this year.
   *[other] Something is asked of { $count } people already, or was this year.
}
plan-held = { $count ->
    [one] There is a hold on 1 person, who stays for now.
   *[other] There is a hold on { $count } people, who stay for now.
}
plan-hold = Hold
manage-holds = Holds on people
manage-holds-text = Of whom nothing may be erased for now, and why.
manage-holds-count = { $count ->
    [one] 1 hold
   *[other] { $count } holds
}
holds-title = Holds on people
holds-lead = While this lasts, nothing of this person is erased, whoever asks and whatever period is over.
holds-none = There is no hold on anybody
holds-none-text = Is there a case or a complaint? Hold what is known here.
hold-new = Keep from being erased
hold-new-lead = Look for whose data have to stay for now.
hold-of = What is known of { $name }
hold-ground = Why must it stay?
hold-ground-court-order = Order of a judge or a prosecutor
hold-ground-legal-claim = A claim in law is under way or coming
hold-ground-oversight = An inspectorate or authority looks into it
hold-ground-complaint = A complaint is being dealt with
hold-ground-asked = The person asks to keep it
hold-source = Source
hold-source-court-order = GDPR art. 17(3)(b): a duty by law
hold-source-legal-claim = GDPR art. 17(3)(e): a legal claim
hold-source-oversight = GDPR art. 17(3)(b): a duty or task by law
hold-source-complaint = GDPR art. 17(3)(e): to be able to answer it
hold-source-asked = GDPR art. 18(1)(c): needed for a legal claim of one’s own
hold-last-day = Last day
hold-last-day-hint = A year at most. After it erasing is possible again, unless a colleague prolongs it.
hold-why = The reason
hold-why-hint = Which case, which order, with whom. This is kept sealed.
hold-set-it = Set a hold
hold-since = since { $day }
hold-until = until { $day }
hold-over = over
hold-set = Set
hold-ended = Ended
hold-by = on { $day } by { $name }
hold-said = { $name }, { $day }: until { $until }
hold-words-gone = The reason cannot be read any more: an older backup was put back. Write it down when prolonging.
hold-prolong-title = Hold longer
hold-prolong-lead = That is possible, with a new reason each time.
hold-prolong-hint = After the last day that holds now, and a year away at most.
hold-prolong = Prolong
hold-end-title = End the hold
hold-end-lead = What was asked meanwhile goes on. Erasing still takes two colleagues.
hold-end = End
hold-said-set = There is a hold now. Nothing is erased.
hold-said-prolonged = Prolonged.
hold-said-ended = Ended. What was asked goes on.
hold-refused-stale = A colleague was first. Look at how it stands now.
hold-refused-over = This is over already. Begin anew if needed.
hold-refused-last-day = This last day is not possible. Choose another.
manage-unlinkings = Old visits
manage-unlinkings-text = Visits whose period is over lose their person.
unlinkings-title = Old visits
unlinkings-lead = Is the period of a visit over? It stays for the figures, without the person. One colleague asks, another lets it happen.
unlinking-none = No visit is due
unlinking-none-text = A visit comes here once its period is over.
unlinking-held = { $count ->
    [one] 1 visit stays as it is: there is a hold on that person.
   *[other] { $count } visits stay as they are: there is a hold on those people.
}
unlinking-days = From when
unlinking-from-to = { $first } until { $last }
unlinking-stays = What stays
unlinking-stays-text = Day, times, reason and service, for the figures. The person and the remark go.
unlinking-more = There are more. Those come after these.
unlinking-release = Unlink now
unlinking-release-lead = Compare the mark { $mark } with what your colleague saw. It cannot be undone.
unlinking-sure = Yes, take the person from these visits
unlinking-withdraw = Do not do it
unlinking-said-done = These visits are nobody’s now.
unlinking-refused-nothing = No visit is due any more.
unlinking-before = Earlier times
unlinking-done = { $day }: { $count } visits until { $last }
plan-people = People
plan-visits = Visits with a name
plan-no-period = There is no period for this.
plan-rule = Period and source
plan-over = Over already
plan-next = More until then
plan-open = Not begun
plan-period = { $source }: { $count } months from { $from }
plan-reveal = Show the names
plan-reveal-lead = Whoever looks at the names is in the log.
plan-names = Who they are
plan-names-lead = Fifty at most, who is due first on top
plan-last-day = Last day
retention-binds = This is a duty: nothing may be erased earlier
retention-binds-hint = When ticked, the period wins over whoever asks to be erased.
retention-binds-fact = duty
unfit-too-general = This fits everybody. Say what matters here, for this person.
## Proving once more who one is
prove-title = Show briefly that it is you
prove-lead = That way nobody else does this at a screen that stands open.
prove-next = After that this goes on: { $deed }.
prove-code = Code from the app
prove-pin = Or the PIN of this computer
prove-pin-hint = Six digits. One of the two is enough.
prove-send = Go on
prove-demo = Go on without a code
prove-demo-lead = This is a practice house. Nobody has a code here.
deed-add-user = inviting somebody
deed-change-roles = changing roles
deed-reset-colleague = letting somebody choose a new pass-phrase or app
deed-release-reset = releasing a new app
deed-end-account = ending an account
deed-export-people = a file of people
deed-release-export = releasing a file of people
deed-set-denial = keeping somebody from a colleague
deed-lift-denial = lifting a denial
deed-ask-erasure = asking to erase a person
deed-release-erasure = erasing a person
deed-set-hold = setting a hold
deed-prolong-hold = prolonging a hold
deed-end-hold = ending a hold
deed-set-mail = the mail server
deed-ask-unlinking = asking to unlink old visits
deed-release-unlinking = unlinking old visits
deed-set-backup = the plan of the backups
unfit-own-role = Somebody else of the administration has to give this role.
manage-own-hand = { $name } took the role { $role } on { $day }. There was nobody else in the administration.
role-notice-title = New among those who manage the house
role-notice-by = { $name } got the role { $role } from { $by } ({ $when }).
role-notice-server = { $name } got the role { $role } on the server itself ({ $when }).
role-notice-seen = Seen

## Passkeys
passkey-title = Passkeys
passkey-lead = Your device recognises you: then you need neither pass-phrase nor code. Take a device that you alone use, not the computer of the desk.
passkey-name = Name of this device
passkey-name-hint = For example: phone, or key on the ring.
passkey-add = Add a passkey
passkey-added = The passkey is kept.
passkey-remove = Remove
passkey-removed = The passkey is removed.
passkey-since = Since { $day }.
passkey-used = Last used on { $day }.
passkey-unused = Not used yet.
passkey-enter = Sign in with a passkey
passkey-prove = Go on with a passkey
passkey-failed = That did not work with this device. Try again, or use the pass-phrase and the code.
passkey-none = Passkeys need JavaScript and a browser that knows them. The code always works.
passkey-full = There are { $count }, which is the most. Remove one first.
unfit-passkey-refused = This passkey does not fit here, or it took too long. Try again.
deed-add-passkey = adding a passkey
deed-remove-passkey = removing a passkey
