### The words of the screens in French. Always "vous"; forms that would tell a sex are avoided.

## Document and frame
document-title-staff = Agenda
document-title-portal = Rendez-vous
document-skip = Aller au contenu
menu-label = Menu principal
menu-board = Accueil
menu-pairs = Doublons
menu-agenda = Agenda
menu-files = Dossiers
menu-groups = Groupes
menu-talks = Réunions
menu-figures = Chiffres
menu-settings = Administration
menu-account = Mon compte
language-choose = Choisir la langue :
language-nl = Nederlands
language-fr = Français
language-de = Deutsch
language-en = English
lock = Verrouiller
sign-out = Se déconnecter

## Words used everywhere
save = Enregistrer
cancel = Annuler
back = Retour
back-to-board = Retour à l’accueil
next = Suivant
close = Fermer
change = Modifier
show = Montrer
print = Imprimer
try-again = Réessayer
yes = Oui
no = Non
choose = Choisissez…
unknown = pas précisé
optional = peut rester vide

## Days, times and numbers
format-day = { $weekday } { $day ->
    [1] 1er
   *[other] { $day }
} { $month }
format-date = { $day ->
    [1] 1er
   *[other] { $day }
} { $month } { $year }
format-time = { $hour }:{ $minute }
format-minutes = { $minutes } min
format-thousands = { "\u202F" }
weekday-0 = lundi
weekday-1 = mardi
weekday-2 = mercredi
weekday-3 = jeudi
weekday-4 = vendredi
weekday-5 = samedi
weekday-6 = dimanche
month-1 = janvier
month-2 = février
month-3 = mars
month-4 = avril
month-5 = mai
month-6 = juin
month-7 = juillet
month-8 = août
month-9 = septembre
month-10 = octobre
month-11 = novembre
month-12 = décembre

## Forms, and what does not fit
form-errors = { $count ->
    [one] Un point est encore à corriger
   *[other] { $count } points sont encore à corriger
}
form-kept = Votre texte est toujours là. Corrigez-le et enregistrez à nouveau.
unfit-missing = Remplissez ce champ.
unfit-too-long = Raccourcissez : { $limit } caractères au plus.
unfit-too-short = Allongez : { $limit } caractères au moins.
unfit-control-characters = Enlevez les caractères invisibles. Tapez le texte à nouveau.
unfit-not-utf8 = Ce texte est illisible. Tapez-le à nouveau.
unfit-not-a-date = Cette date n’est pas claire. Tapez le jour, le mois et l’année : 12-03-1986.
unfit-no-such-day = Ce jour n’existe pas. Vérifiez le jour et le mois : 12-03-1986.
unfit-in-the-future = Ce jour est encore à venir. Vérifiez l’année.
unfit-in-the-past = Ce jour est déjà passé. Choisissez un jour à venir.
unfit-too-far-off = C’est à plus d’un an. Choisissez un jour plus proche.
unfit-not-later = Choisissez un jour après le dernier jour actuel.
unfit-too-long-ago = Ce jour est trop ancien. Vérifiez l’année.
unfit-not-a-phone = Ce n’est pas un numéro de téléphone. Tapez des chiffres : 0470 12 34 56.
unfit-not-an-email = Ce n’est pas une adresse mail. Elle ressemble à nom@exemple.be.
unfit-not-a-port = Tapez le numéro d'un port : 465 ou 587.
unfit-only-here = Sans protection, c'est possible seulement vers cet ordinateur. Choisissez une autre possibilité.
unfit-telling = Cela en dit trop à qui regarde. Choisissez d'autres mots.
unfit-telling-word = « { $word } » en dit trop à qui regarde. Choisissez un autre mot.
unfit-not-offered = Choisissez une des possibilités.
unfit-no-role = Choisissez au moins un rôle.
unfit-not-a-tongue = Cette langue n’est pas connue. Écrivez par exemple nl, fr, de, en ou ar.
unfit-not-a-user-name = Lettres, chiffres, point et tiret, sans espace : noor.verbeke.
unfit-needs-one = Donnez un nom ou un prénom d’usage, ou choisissez « préfère ne pas donner de nom ».
unfit-sign-in-refused = Cela ne va pas ensemble. Vérifiez le nom, la phrase de passe et le code.
unfit-pin-refused = Ce code PIN ne convient pas ici. Vérifiez aussi le nom.
unfit-pin-spent = Trop d’erreurs. Reconnectez-vous avec la phrase de passe et le code.
unfit-passphrase-refused = Cette phrase de passe n’est pas la bonne. Tapez-la à nouveau.
unfit-too-many-tries = Trop d’essais. Attendez un quart d’heure ou demandez de l’aide.
unfit-not-the-code = Ce n’est pas le bon code. Vérifiez et tapez à nouveau.
unfit-not-a-short-name = Utilisez des minuscules, des chiffres et des tirets. Commencez par une lettre.
unfit-changed-meanwhile = Quelqu’un vient de modifier ceci. Vérifiez et enregistrez à nouveau.
unfit-likely-known = Une personne avec presque ce nom existe déjà. Vérifiez d’abord.
unfit-already-inside = Cette personne est déjà là. Cochez pour confirmer, ou revenez en arrière.
unfit-stays-call = Ceci reste un appel. Si quelqu’un arrive, inscrivez une nouvelle visite.
unfit-stays-visitor = Cette personne est auprès d’un service, donc pas au téléphone.
unfit-room-taken = Ce local n’est pas libre. Choisissez-en un autre, ou cochez pour confirmer.

## Signing in
sign-in-title = Se connecter
sign-in-lead = Pour les personnes qui travaillent ici.
sign-in-user = Identifiant
sign-in-passphrase = Phrase de passe
sign-in-code = Code
sign-in-code-hint = Six chiffres de l’application sur votre téléphone, ou un code de secours.
sign-in-send = Se connecter
sign-in-lost = Téléphone ou phrase de passe perdus ? Adressez-vous à l’administration.
sign-in-again = La session s’est fermée pendant votre absence. Connectez-vous à nouveau.
signed-out-title = Session fermée
signed-out-text = Plus rien n’est visible sur cet écran.
signed-out-again = Se connecter à nouveau

## Founding a house
founding-step = Étape { $step } sur { $count }
founding-title = Une nouvelle maison
founding-lead = Il n’y a encore rien ici. Préparons tout ensemble, en un quart d’heure.
founding-code = Code du serveur
founding-code-hint = Trois groupes de quatre. Le serveur les montre là où il a été démarré.
founding-begin = Commencer
founding-idle = Après une demi-heure sans rien faire, tout est oublié. Le serveur montre alors un nouveau code.
founding-wait = Trop de codes faux. Regardez ce que le serveur a montré et réessayez plus tard.
founding-taken = Quelqu’un d’autre est déjà occupé. Attendez une demi-heure, ou redémarrez le serveur.
founding-house-title = La maison
founding-house-lead = Tout peut être changé plus tard, sauf le nom court.
founding-name = Comment s’appelle la maison ?
founding-name-hint = C’est ainsi que les collègues la voient à l’écran.
founding-public = Nom neutre pour l’extérieur
founding-public-hint = Figure sur les lettres et la page publique. Le nom ne dit pas pourquoi on vient.
founding-public-usual = La Maison des rendez-vous
founding-short = Nom court
founding-short-hint = Lettres minuscules et chiffres. Visible dans l’adresse web, sur l’appareil des visiteurs. Vide : nous le tirons du nom neutre.
founding-language = Langue de la maison
founding-address = Comment la maison s’adresse-t-elle aux gens en néerlandais ?
founding-address-je = je
founding-address-u = u
founding-profile = Où travaille la maison ?
founding-profile-VL = Flandre
founding-profile-NL = Pays-Bas
centre-zone-Brussels = Bruxelles
centre-zone-Amsterdam = Amsterdam
founding-street = Rue et numéro
founding-town = Code postal et localité
founding-phone = Numéro de téléphone neutre
founding-phone-hint = Qui rappelle n’entend pas à quoi sert la maison.
founding-hours = Ouvert du lundi au vendredi
founding-hours-hint = Par exemple : 9-12:30, 13-17. Les autres jours se règlent plus tard.
founding-you-title = Votre propre compte
founding-you-lead = Avec ce compte, vous gérez la maison et invitez des collègues.
founding-you-name = Votre nom
founding-you-name-hint = Comme vos collègues vous connaissent.
founding-user-hint = Pour vous connecter. Lettres, chiffres, point et tiret.
founding-passphrase-hint = Au moins douze caractères. Quatre mots sans lien se retiennent bien.
founding-peek = Montrer la phrase de passe
founding-again = Encore une fois la même phrase de passe
founding-reception = Je reçois aussi des visiteurs
founding-reception-hint = La gestion ne lit aucun dossier. L’accueil demande un deuxième rôle.
founding-app-title = L’application pour les codes
founding-app-lead = À chaque connexion, l’écran demande un code de votre téléphone.
founding-app-code-hint = Les six chiffres que l’application montre maintenant.
founding-sheet-title = La feuille de secours
founding-sheet-lead = La clé du serveur est perdue ? Une de ces deux feuilles ouvre alors tout. Imprimez-les maintenant : elles ne sont montrées qu’une fois.
founding-leaf = Feuille { $holder } sur 2
founding-leaf-use = Ce code ouvre le serveur si la clé est perdue.
founding-leaf-keep = Gardez cette feuille sous clé, loin de l’autre feuille et du serveur.
founding-sheet-on-paper = Les deux feuilles sont sur papier
founding-sheet-new = Les feuilles sont perdues : en faire de nouvelles
founding-check-title = Le papier est-il juste ?
founding-check-lead = Prenez les deux feuilles. Tapez un groupe de chacune.
founding-check-group = Feuille { $holder }, groupe { $group }
founding-found = Ouvrir la maison
founding-failed = La maison n’est pas encore créée. Rien n’est gardé à moitié. Regardez le journal du serveur et réessayez.
founding-key-failed = La clé ne peut pas être gardée à sa place. Regardez sur le serveur et réessayez.
founding-elsewhere = Un autre serveur a déjà créé une maison ici. Redémarrez celui-ci.
founding-done-title = La maison est là
founding-done-lead = Tout est gardé. Ces pages ne reviendront plus.
founding-next = Et maintenant ?
founding-next-sign-in = Connectez-vous avec nom, phrase de passe et code.
founding-next-papers = Sous Mon compte, faites des codes de secours. Ils servent si le téléphone est perdu.
founding-next-desk = Pour accueillir : Mon compte, puis accueil.
founding-next-house = Préparez les services et les salles sous Gestion.
founding-next-colleagues = Invitez des collègues.
founding-sign-in = Se connecter
founding-key-file = Donnez chaque feuille à qui la garde. Faites aussi une copie du fichier de clé du serveur.

## The locked screen
unlock-title = Écran verrouillé
unlock-lead = Qui continue à ce poste ?
unlock-user = Identifiant
unlock-user-hint = Vide pour la personne qui a verrouillé l’écran.
unlock-pin = Code PIN
unlock-pin-hint = Six chiffres.
unlock-send = Déverrouiller
unlock-other = Quelqu’un d’autre
unlock-passphrase = Se connecter avec la phrase de passe
pin-title = Choisir un code PIN
pin-set = Code PIN enregistré
pin-lead = Avec ce code, vous déverrouillez cet écran pendant le service.
pin-new = Nouveau code PIN
pin-again = Encore une fois le même code
pin-differs = Les deux ne sont pas pareils. Tapez-les à nouveau.
pin-simple = Ce code est trop facile. Choisissez six autres chiffres.
pin-elsewhere = Un code PIN se choisit seulement sur un poste inscrit.
pin-passphrase-hint = Ainsi, personne d’autre ne choisit votre code PIN.
workstation-title = Ce poste
workstation-enrol = Inscrire ce poste
workstation-lead = Le code PIN ne marche que sur un poste inscrit.
workstation-name = Nom du poste
workstation-all = Postes inscrits
workstation-end = Mettre fin
workstation-ended = Le code PIN ne marche plus sur ce poste.
workstation-enrolled = Ce poste est inscrit.

## Joining with a code on paper
join-go = J’ai un code sur papier
join-title = Commencer avec un code
join-lead = Le code se trouve sur le papier de l’administration.
join-paper = Code du papier
join-paper-hint = Majuscules et tirets n’ont pas d’importance.
join-hello = Bienvenue, { $name }
join-user = Vous vous connecterez avec le nom { $user }. D’abord vient une phrase de passe.
join-app-title = L’application pour les codes
join-app-lead = Ouvrez l’application de codes sur votre téléphone et visez ce carré avec l’appareil photo.
join-app-picture = Carré pour l’application qui fait les codes
join-app-typed = L’appareil photo ne marche pas ? Tapez ceci dans l’application :
join-app-code-hint = Les six chiffres que l’application montre maintenant.
join-stop = Arrêter
join-done = Tout est prêt. Connectez-vous avec la nouvelle phrase de passe et le code suivant.
passphrase-title = Phrase de passe
passphrase-lead = Changer la phrase de passe ferme les autres sessions.
passphrase-now = Phrase de passe actuelle
passphrase-code = Code de l’application, ou code de secours
passphrase-new = Nouvelle phrase de passe
passphrase-again = La même phrase encore une fois
passphrase-hint = De préférence quatre mots ou plus, au moins 12 caractères. Tout est permis.
passphrase-common = Beaucoup de gens choisissent cette phrase. Faites-en une que personne d’autre n’invente.
passphrase-changed = La nouvelle phrase de passe vaut dès maintenant.
papers-title = Codes de secours
papers-lead = Chaque code remplace une fois le code du téléphone. Gardez-les sur papier, loin de l’ordinateur.
papers-one = Un de ces codes
papers-one-hint = Notez-les d’abord. Recopiez-en un ensuite.
papers-done = Terminé
papers-left = { $count ->
    [one] encore 1
   *[other] encore { $count }
}
papers-few = Il en reste peu. Faites-en de nouveaux.
papers-none = Il n’y en a plus. Faites-en de nouveaux.
papers-renew = Nouveaux codes de secours
papers-new-lead = Notez ces codes maintenant. Ils sont montrés une fois, les anciens ne marchent plus.
unfit-code-refused = Ce code n’ouvre rien. Vérifiez-le ou demandez-en un nouveau.
unfit-taken = Cela existe déjà. Choisissez autre chose.
unfit-last-one = Il faut quelqu’un pour l’administration. Donnez d’abord ce rôle à une autre personne.

## One's own sessions, and what happened to one's proofs
session-title = Où vous êtes connecté·e
session-lead = Quelque chose d’étrange ? Fermez la session et choisissez une nouvelle phrase.
session-line = { $computer } · depuis { $since } · dernier usage { $active }
session-elsewhere = Un autre ordinateur
session-own = Cet ordinateur
session-here = celle-ci
session-end = Fermer
session-ended = Cette session est fermée.
reset-title = Quelque chose a changé pour la connexion
reset-used = Le { $day }, la phrase ou les codes ont été choisis à nouveau avec un code. Ce n’est pas juste ? Appelez l’administration.
reset-open = Le { $day }, un code a été fait pour choisir à nouveau. Pas demandé ? Appelez l’administration.
reset-told = Vu

## Managing colleagues
colleagues-title = Collègues
colleagues-lead = Qui travaille ici, et comme quoi. Les changements valent tout de suite.
colleague-invite = Inviter un·e collègue
colleague-invite-lead = La personne choisit elle-même sa phrase de passe, avec un code sur papier.
colleague-invite-send = Inviter
colleague-name = Nom
colleague-user-hint = Lettres, chiffres, point ou tiret. Ne se change plus après.
colleague-language = Langue des écrans
colleague-work = Travaille pour toute la maison comme
colleague-work-service = Travaille pour un service
colleague-work-intake = Fait le premier entretien pour un service
colleague-work-title = Rôles
colleague-work-lead = Qui travaille dans un rôle retiré est déconnecté·e tout de suite.
colleague-invited = pas encore commencé
colleague-resets = nouveau code
colleague-joined = travaille ici
colleague-state = État
colleague-since = Depuis
colleague-saved = Les rôles sont enregistrés.
colleague-code = Code sur papier
colleague-code-lead = Notez ce code et remettez-le vous-même. Il est montré une fois.
colleague-code-where = Sur la page de connexion, choisir « J’ai un code sur papier ».
colleague-code-until = Code valable jusqu’au
colleague-code-again = Faire un nouveau code
colleague-code-again-lead = Papier perdu ou trop vieux ? L’ancien code ne marche alors plus.
colleague-reset = Phrase ou téléphone perdu
colleague-reset-lead = Qui reçoit un code choisit à nouveau. Pour un autre téléphone, il faut deux personnes.
colleague-reset-phrase = Phrase de passe perdue
colleague-reset-factor = Téléphone perdu
colleague-reset-what = Qu’est-ce qui est perdu ?
colleague-reset-phrase-hint = La personne reçoit maintenant un code et choisit une nouvelle phrase de passe.
colleague-reset-factor-hint = Une deuxième personne remet le code. D’ici là, rien ne change.
colleague-reset-send = Laisser choisir à nouveau
colleague-reset-back-lead = Ce n’est plus nécessaire ? Retirez-le : ce que la personne a déjà continue de fonctionner.
colleague-reset-back = Retirer
colleague-reset-gone = Retiré. Le code sur papier n’ouvre plus rien.
colleague-waits-until = Attend une deuxième personne jusqu’au
colleague-reset-waits = Une autre personne de l’administration ou de la coordination doit confirmer.
colleague-end = Fermer le compte
colleague-end-lead = La personne est déconnectée partout tout de suite. Le nom d’utilisateur ne sert plus jamais.
colleague-end-sure = Oui, cette personne ne travaille plus ici
colleague-end-send = Fermer le compte
colleague-left = Le compte est fermé.
resets-title = Autoriser un téléphone
resets-lead = Un autre téléphone pour un·e collègue : une deuxième personne remet le code.
resets-none = Rien n’attend
resets-none-text = Qui a perdu son téléphone s’adresse à l’administration.
resets-by = demandé par { $name } le { $day }
resets-release = Confirmer
resets-other = une autre personne doit confirmer

manage-group-people = Les gens de la maison
manage-colleagues = Collègues
manage-colleagues-text = Inviter, rôles, une phrase perdue, un départ.
manage-colleagues-count = { $count ->
    [one] 1 collègue
   *[other] { $count } collègues
}
manage-resets = Autoriser un téléphone
manage-resets-text = Un autre téléphone pour un·e collègue demande une deuxième personne.
manage-denials = Protégé
manage-denials-text = Quel·le collègue ne doit voir quelle personne nulle part.

## Whom a colleague must not see
denials-title = Protégé
denials-lead = Ce ou cette collègue ne voit cette personne nulle part, comme si elle n’existait pas.
denials-none = Personne n’est protégé
denials-none-text = Utile quand un·e collègue est de la famille, voisin·e ou partie.
denial-new = Protéger quelqu’un
denial-new-lead = Cherchez d’abord la personne. Choisissez ensuite le ou la collègue.
denial-search = Qui faut-il protéger ?
denial-person = Personne
denial-colleague = De quel·le collègue ?
denial-reason = Pourquoi ?
denial-reason-hint = Seules l’administration et la coordination lisent ceci.
denial-send = Protéger
denial-row = { $colleague } ne voit pas { $person }
denial-since = depuis le { $day }
denial-lift = Lever
denial-set = Cela vaut dès maintenant, sur tous les écrans.
denial-lifted = La protection est levée.
denial-gone = Un·e collègue qui est parti·e

## Roles
role-now = Rôle actuel : { $role }
role-switch = Changer de rôle
role-worn = maintenant
role-wear = Prendre ce rôle
account-lead = Rôles, code PIN et poste de travail.
role-reception = accueil
role-intake = premier entretien
role-service = service
role-facilitator = animation de groupe
role-coordinator = coordination
role-administrator = administration

## The front desk
board-title = Qui est là ?
board-live = en direct
board-as-of = situation à { $time }
board-needs-somebody = a besoin de quelqu’un maintenant
board-at-the-desk = À l’accueil
board-refresh = Actualiser
board-follows = Cette page se met à jour chaque minute.
board-hold-still = La laisser telle quelle
board-holds-still = Cette page ne se met pas à jour.
board-follow = La mettre à jour à nouveau
board-stream-lost = La liaison est coupée. Voici la situation à { $time }.
board-on-duty = de garde : { $name }
board-nobody-on-duty = Personne n’est de garde. Décidez qui reçoit les alertes.
board-expected = Visites attendues
board-expected-count = { $count ->
    [0] plus personne aujourd’hui
   *[other] encore { $count } aujourd’hui
}
board-expected-empty = Plus de visite attendue aujourd’hui
board-expected-empty-text = Quelqu’un arrive quand même ? Cherchez en haut ou ajoutez une personne.
board-expected-people = { $count ->
    [one] 1 personne
   *[other] { $count } personnes
}
board-expected-arrive = Noter l’arrivée
board-present = Dans la maison
board-present-count = { $waiting } en attente · { $with } en entretien
board-present-empty = La maison est encore vide
board-present-empty-text = Un début calme. Les arrivées s’affichent ici.
board-hold = Pointez une carte, ou maintenez-la : qui vient, et pour quel service.
board-waiting-room = Salle d’attente
board-on-the-phone = Au téléphone
board-waiting = { $minutes } minutes d’attente sur { $limit }
board-just-in = vient d’arriver
board-just-called = vient d’appeler
board-waiting-long = déjà { $minutes } minutes d’attente
board-calling = au téléphone depuis { $minutes } minutes
board-with = en entretien
board-for = pour { $service }
board-with-appointment = avec rendez-vous
board-without-appointment = sans rendez-vous
board-no-name = sans nom
board-open = Voir
board-call = Appeler { $service }
board-call-any = Appeler un service
board-bring = Accompagner
board-leaves = Départ
board-call-ends = Terminer
board-children = { $count ->
    [one] 1 enfant
   *[other] { $count } enfants
}
board-rooms = Locaux
board-rooms-count = { $free } libres sur { $all }
board-rooms-empty = Pas encore de locaux
board-rooms-empty-text = On les ajoute sous Administration.
board-room-free = libre
board-room-free-until = libre jusqu’à { $time }
board-room-until = jusqu’à { $time }
board-room-busy = pas libre
board-room-seats = { $count ->
    [one] 1 place
   *[other] { $count } places
}
board-room-children = pour enfants
board-room-wheelchair = fauteuil roulant
board-room-own-exit = sortie à part
board-room-video = vidéo
board-house = Qui est dans la maison ?
board-house-print = Imprimer la liste
board-house-lead = Seulement des codes et des lieux, pas de noms.

## Looking for somebody
search-label = Nom, date de naissance ou téléphone
search-send = Chercher
search-hits = { $count ->
    [one] 1 personne trouvée
   *[other] { $count } personnes trouvées
}
search-none = Pas de résultat
search-none-text = Essayez une autre orthographe, ou ajoutez une personne.
search-token-enter = Un code ? Appuyez sur Entrée.
search-too-short = Tapez au moins deux lettres ou chiffres.
search-part-alone = Ajoutez un nom, ou la date de naissance complète.
search-many = Il y en a d’autres. Tapez aussi la date de naissance.
search-same-name = Des personnes portent le même nom. Demandez l’année de naissance et ajoutez-la.
search-new = Nouvelle personne
search-none-of-them = Aucune de ces personnes : nouvelle personne
search-anonymous = Sans nom : un numéro seulement
search-hint = Nom ou date
search-call = Appel téléphonique
search-child = Enfant sans accompagnement
search-arrived = Noter l’arrivée
search-view = Voir
search-inside = Déjà dans la maison : { $token } · { $stage }
search-failed = La recherche ne répond pas. Appuyez sur Entrée pour réessayer.
search-birth-unknown = date de naissance pas connue
search-birth-ask = demandez l’année de naissance

searches-ask = Vous cherchez souvent cette heure-ci. Dites brièvement pourquoi ; vous pouvez continuer.
searches-say = Dire pourquoi
searches-why = Pourquoi cherchez-vous souvent ?
searches-why-lead = Ainsi, seules les personnes qui en ont besoin font des recherches. Un collègue relit ceci.
searches-why-busy = Il y a beaucoup de visites ou d’appels
searches-why-hard = Je trouve difficilement quelqu’un
searches-why-tidying = Je corrige des données
searches-why-other = Autre chose
searches-reason = Raison
searches-remark = Avec vos propres mots
searches-remark-hint = Sans noms. Nécessaire seulement pour autre chose.
searches-send = Enregistrer
searches-later = Plus tard
searches-nothing = Rien n’est demandé
searches-nothing-text = Vous ne cherchez pas plus que d’habitude cette heure-ci.
searches-said = Merci. C’est noté.
manage-searches = Recherches fréquentes
manage-searches-text = Qui a cherché beaucoup de personnes en une heure, et pourquoi.
manage-searches-count = { $count ->
    [one] 1 heure à vérifier
   *[other] { $count } heures à vérifier
}
searches-title = Recherches fréquentes
searches-lead = Une recherche n’est jamais refusée. Qui cherche beaucoup dit pourquoi ; quelqu’un d’autre vérifie.
searches-none = Rien à vérifier
searches-none-text = Ici apparaît une heure où quelqu’un a cherché plus que le nombre fixé.
searches-unsaid = Pas encore de raison
searches-when = { $day } à partir de { $time } · { $count } recherches
searches-see = Vérifié
searches-seen = vérifié
searches-other = pour quelqu’un d’autre
searches-seen-now = C’est noté : vous avez vérifié.
searches-budget = Combien est normal ?
searches-budget-lead = Qui cherche davantage est interrogé sur la raison.
searches-an-hour = Fois par heure
searches-an-hour-hint = De 10 à 500. Taper lettre par lettre compte pour une fois.
searches-budget-said = { $count } fois par heure
hit-exact = même nom
hit-name-and-birth = même nom et même date de naissance
hit-alias = même prénom d’usage
hit-sounds = le nom se prononce pareil
hit-resembles = le nom ressemble
hit-birth = même date de naissance
hit-birth-part = mêmes jour et mois
hit-birth-year = même année
hit-starts = le nom commence ainsi
hit-initial = même première lettre
hit-half = une partie du nom
hit-birth-swapped = jour et mois inversés
hit-birth-near = date de naissance proche
hit-birth-other = autre date de naissance
hit-email = même adresse e-mail
hit-phone = même numéro de téléphone
hit-token = même code
search-also = aussi écrit { $name }

## A new visitor
person-new-title = Nouvelle personne
person-new-lead = Un nom ou un prénom d’usage suffit. Le reste peut rester vide.
person-new-send = Enregistrer et noter l’arrivée
person-new-only = Enregistrer seulement
person-likely = Est-ce une de ces personnes ?
person-likely-lead = Regardez d’abord. Ainsi personne ne doit raconter deux fois.
person-likely-none = Non, c’est une autre personne
person-for-visit = Cette personne sera liée à { $token }. Le parcours de la visite reste.
person-for-visit-send = Enregistrer et lier
person-group-who = Qui est-ce ?
person-group-contact = Joindre sans danger
person-name = Nom
person-name-hint = Comme la personne veut s’appeler.
person-alias = Prénom d’usage ou nom d’emprunt
person-unnamed = Préfère ne pas donner de nom
person-birth = Date de naissance
person-birth-hint = Par exemple 12-03-1986 ou 12 mars 1986.
person-language = Langue
person-pronoun = Pronom
person-pronoun-hint = Par exemple elle, il ou iel.
person-interpreter = Interprète nécessaire
person-initials-unknown = Sans nom
person-saved = C’est enregistré.
person-details = Données
person-edit = Corriger
person-edit-title = Corriger les données
person-edit-lead = Ce qui était écrit avant reste conservé sous scellé.
person-corrected = Les données sont corrigées.
person-corrected-on = Dernière correction
person-today = Ici aujourd’hui
person-visit = { $token } · { $stage }, depuis { $time }
contact-channel = Comment pouvons-nous prendre contact ?
contact-channel-hint = Demandez chaque fois. Choisissez « pas du tout » en cas de doute.
channel-never = Pas du tout
channel-call = Appeler
channel-message = Envoyer un message
channel-mail = Envoyer un mail
contact-phone = Numéro de téléphone
contact-email = Adresse mail
contact-when = Quand est-ce sûr ?
contact-when-hint = Par exemple : en semaine de 9 à 15 heures.
contact-avoid = Que ne faut-il jamais faire ?
contact-avoid-hint = Par exemple : ne pas laisser de message, jamais après 18 heures.
contact-until = Jusqu’à quand ?
contact-until-hint = Ensuite, nous posons à nouveau la question.

## Records that may be one person
pairs-title = Peut-être la même personne
pairs-lead = Ces inscriptions se ressemblent. Comparez-les et choisissez.
pairs-none = Rien à comparer
pairs-none-text = Aucune inscription ne ressemble à une autre.
pairs-more = { $count ->
    [one] Il en reste une après celles-ci.
   *[other] Il en reste { $count } après celles-ci.
}
pairs-compare = Comparer
pairs-see = Voir
pairs-joined = Réunies
pair-title = Une personne ou deux ?
pair-lead = Regardez ce qui est pareil et ce qui diffère.
pair-caption = Deux inscriptions côte à côte
pair-head-fact = Donnée
pair-head-one = Première
pair-head-other = Deuxième
pair-head-same = Comparaison
pair-equal = pareil
pair-differs = diffère
pair-since = Date d’inscription
pair-card-one = Fiche de la première
pair-card-other = Fiche de la deuxième
pair-same-title = C’est une seule personne
pair-same-lead = Qui cherche l’une voit aussi l’autre. Les données ne changent pas, et cela peut être annulé.
pair-basis = Comment le sait-on ?
pair-basis-herself = La personne le dit elle-même
pair-basis-papers = Des papiers le montrent
pair-basis-spelling = Le même nom, écrit autrement
pair-basis-known = Un·e collègue connaît la personne
pair-basis-other = Autre chose
pair-basis-registering = Dit lors de l’inscription
pair-note = Explication
pair-note-hint = Nécessaire pour « autre chose ». Cela reste scellé.
pair-same = Une seule personne
pair-two-title = Ce sont deux personnes
pair-two-lead = Cette paire ne reviendra plus dans la liste.
pair-two = Deux personnes
pair-later = Décider plus tard
pair-said-same = Une seule personne
pair-said-two = Deux personnes
pair-said-by = Dit par { $name } le { $day }
pair-said-gone = un·e collègue qui est parti·e
pair-through = Ces deux inscriptions sont une personne par une troisième. Ouvrez celle-là pour annuler.
pair-back = Annuler
pair-joined = C’est maintenant une seule personne.
pair-parted = Noté : deux personnes.
pair-taken-back = Annulé. Tout est comme avant.
pair-refused-stale = Un·e collègue a répondu entre-temps. Regardez encore ; ce qui était écrit est resté.
pair-refused-coordinator = C’est à la coordination de décider. Rien n’a changé.
pair-refused-one = Ces deux inscriptions sont déjà une seule personne.
pair-refused-two = Quelqu’un a dit que ce sont deux personnes. Annulez cela d’abord.
person-also = Aussi écrit
person-also-back = Comparer ou annuler

## Checking in
check-in-title = Noter l’arrivée
check-in-lead = { $token } sera le nom de cette visite sur tous les écrans.
check-in-kind = Qui arrive ?
check-in-kind-call = Type
check-in-title-call = Noter un appel
check-in-purpose = Pour quelle raison ?
check-in-service = Pour quel service ?
check-in-service-none = Pas encore connu
check-in-remark = Que doivent savoir les collègues ?
check-in-remark-hint = Pas d’histoire. Par exemple : préfère une place près de la porte.
check-in-send-call = Noter l’appel
check-in-send = Noter l’arrivée
check-in-done = { $token } : arrivée notée.
check-in-again = Noter quand même une autre arrivée
check-in-again-hint = Cette personne est déjà là. Une deuxième fois est presque toujours une erreur.
check-in-call = L’appel { $token } est sur le tableau.
company = Quelqu’un accompagne ?
company-hint = Cette personne est mineure.
company-with = Oui, il y a quelqu’un
company-alone = Non, sans accompagnement
facts-title = Plus, si nécessaire
facts-waiting = Attendre ici est sûr ?
facts-children = Combien d’enfants accompagnent ?
facts-minder = Qui surveille les enfants ?
facts-interpreter = Interprète ? Dans quelle langue ?
facts-mobility = Aide nécessaire dans le bâtiment ?
facts-not-asked = Pas demandé
facts-no-interpreter = Pas d’interprète
facts-nothing-special = Non
waiting-safe = Oui
waiting-elsewhere = Non, attend ailleurs
minder-visitor = Restent avec la personne
minder-companion = Quelqu’un qui accompagne
minder-colleague = Un·e collègue
minder-nobody = Encore personne : cherchez quelqu’un
mobility-wheelchair = Fauteuil roulant
mobility-no-stairs = Marche avec peine : pas d’escalier
mobility-sees-badly = Voit mal : accompagnez
mobility-hears-badly = Entend mal : allez chercher
visit-kind-victim = Personne qui cherche de l’aide
visit-kind-child = Enfant
visit-kind-companion = Personne qui accompagne
visit-kind-professional = Professionnel d’un autre service
visit-kind-trusted-person = Personne de confiance
visit-kind-interpreter = Interprète
visit-kind-person-causing-harm = L’autre partie
visit-kind-supplier = Livraison ou réparation
visit-kind-phone-call = Appel téléphonique
purpose-first-talk = Premier entretien
purpose-appointment = Rendez-vous
purpose-group = Groupe ou formation
purpose-question = Question à l’accueil
purpose-other = Autre chose, ou préfère ne pas le dire

## One visit
visit-title = Visite { $token }
visit-since = dans la maison depuis { $time }
visit-since-call = en ligne depuis { $time }
visit-steps = Parcours
visit-arrived = Arrivée
visit-called = Appel reçu
visit-step-linked = Personne liée
visit-step-with = Chez { $service }
visit-step-room = Chez { $service }, { $room }
visit-left = Départ
visit-call-over = Appel terminé
stage-waiting = En attente
stage-with-service = En entretien
stage-left = Visite finie
visit-who = Qui est-ce ?
visit-who-unknown = Aucune personne n’est encore liée à cette visite.
visit-who-show = Montrer le nom
visit-who-show-hint = Cela sera noté.
visit-link = Lier une personne
visit-link-lead = Cherchez la personne. Le parcours de cette visite reste.
visit-link-other = C’est quelqu’un d’autre
visit-link-again = Associer quand même : cette personne est déjà là
visit-linked = La personne est maintenant liée à { $token }.
visit-correct = Corriger cette visite
visit-corrected = { $token } est corrigé.
visit-step-corrected = Visite corrigée
visit-step-took-back = Étape précédente annulée
visit-step-taken-back = Arrivée annulée
visit-step-still-here = Encore dans la maison après la fermeture
visit-step-duty-called = Collègue de garde demandé·e
visit-step-duty-came = Collègue de garde sur place
stage-taken-back = Annulée
visit-bring = Conduire chez un service
visit-service = Service
visit-room = Local
visit-room-none = Sans local
visit-no-services = Il n’y a pas encore de services. On les prépare sous Gestion.
visit-room-taken = { $room } (pas libre)
visit-room-shared = Ce local quand même : il y a déjà quelqu’un
visit-bring-send = Confirmer
visit-brought = { $token } : maintenant chez le service.
visit-wait = Retour à la salle d’attente
visit-waits = { $token } : retour en salle d’attente noté.
visit-leave = Départ
visit-leave-check = { $token } quitte la maison ? Demandez d’abord si le retour est sûr.
visit-leave-send = Oui, noter le départ
visit-gone = { $token } : départ noté.
visit-call-ends = Terminer l’appel
visit-call-check = L’appel { $token } est-il terminé ?
visit-call-send = Oui, terminer
visit-call-gone = L’appel { $token } est terminé.
visit-refused-left = Cette visite est déjà finie.
visit-refused-there = Cette personne y est déjà.
visit-refused-linked = Cette visite est déjà liée à cette personne.
visit-refused-room = Ce local n’est pas libre. Choisissez-en un autre.
visit-refused-call = C’est un appel téléphonique. Terminez-le, ou notez l’arrivée de la personne.
visit-refused-late = Cela n’est possible que pendant cinq minutes. Ce délai est passé.
visit-refused-undone = Il n’y a plus rien à annuler.
visit-refused-again = Cette personne a été reçue à nouveau. Cette visite reste telle quelle.

## Taking back
undo = Annuler
undo-title = Une erreur ?
undo-text = La dernière étape peut être annulée jusqu’à { $time }.
undo-arrival-title = Une erreur ?
undo-arrival-text = L’arrivée peut être annulée jusqu’à { $time }. Personne d’autre ne reçoit le numéro.
undo-done = { $token } est de nouveau comme avant.
undo-arrival = { $token } n’est plus au tableau.

## A minor who came alone
minor-title = Enfant sans accompagnement
minor-lead = D’abord quelqu’un à ses côtés, ensuite les questions.
minor-call = Appelez maintenant la garde : { $names }.
minor-call-nobody = Personne n’est de garde. Cherchez tout de suite un·e collègue de l’entretien ou de la coordination.
minor-ask-nothing = Ne demandez encore rien, pas même le nom.
minor-nobody-home = N’appelez personne à la maison.
minor-stay = Restez là jusqu’à ce que la garde arrive.
minor-send = L’appel est fait : donner un numéro
minor-met = La garde est là
minor-met-short = Je suis là
minor-is-met = Quelqu’un est maintenant avec { $token }.

## Closing time
closing-notice = { $count ->
    [one] La maison est fermée. Il reste une personne à l’intérieur.
   *[other] La maison est fermée. Il reste { $count } personnes à l’intérieur.
}
closing-go = Qui est encore là ?
closing-title = Qui est encore là ?
closing-lead = À l’intérieur depuis avant la fermeture ({ $time }). Allez voir, puis dites qui est encore là.
closing-list-asked = À vérifier
closing-list-stays = Encore là
closing-nobody = Plus personne à l’intérieur
closing-nobody-text = Pour toute personne présente à la fermeture, on sait où elle est.
closing-said = encore là à { $time }, selon { $name }
closing-leave = Départ noté
closing-stays = Encore là
closing-is-here = { $token } est encore là.

## The slip
slip = Billet
slip-title = Billet pour { $token }
slip-lead = Seul le cadre ci-dessous est imprimé.
slip-incomplete = Le nom neutre ou le numéro de téléphone manque. L’administration les ajoute.
slip-left-off = « { $text } » n’y figure pas : ce texte en dit trop sur cette maison.
slip-languages = Langue du billet
slip-number = { $address ->
    [u] Votre numéro
   *[je] Ton numéro
}
slip-next-waiting = { $address ->
    [u] Vous pouvez vous asseoir. Quelqu’un vient vous chercher et dit ce numéro.
   *[je] Tu peux t’asseoir. Quelqu’un vient te chercher et dit ce numéro.
}
slip-next-with = { $address ->
    [u] C’est votre tour. Quelqu’un vous accompagne.
   *[je] C’est ton tour. Quelqu’un t’accompagne.
}
slip-next-left = Merci et au revoir.
slip-phone = Des questions ? Appelez le { $phone }.
slip-today = Ce numéro ne vaut qu’aujourd’hui.

## What does not fit, in the administration
unfit-not-a-number = Tapez un nombre entier de { $least } à { $most }.
unfit-not-hours = Tapez des heures comme 9-12:30, 13:30-17. Elles ne se chevauchent pas.
unfit-not-a-host = Tapez une adresse comme rendezvous.exemple.be, sans https.
unfit-ends-before = La fin doit venir après le début.
unfit-already-there = Ceci existe déjà. Choisissez autre chose ou modifiez l’existant.

## The administration
manage-title = Gestion
manage-lead = Ici, la maison règle tout elle-même. Chaque changement vaut tout de suite.
manage-no-papers = Il n’y a pas de codes de secours. Sans téléphone, plus personne ne gère la maison. Faites-les maintenant.
manage-no-papers-go = Faire des codes de secours
manage-one-administrator = Une seule personne gère la maison. Invitez-en une deuxième : personne ne reste sans aide.
manage-one-administrator-go = Inviter une personne
manage-no-phone = Le site n’a pas de numéro. Personne ne peut appeler.
manage-no-phone-go = Donner un numéro
manage-group-house = La maison
manage-group-time = Heures et jours
manage-group-words = Langue et textes
manage-group-rules = Règles
manage-centre = Nom et adresse
manage-centre-text = Le nom de la maison, et comment la joindre.
manage-organisations = Organisations
manage-organisations-text = Qui envoie des services dans la maison.
manage-services = Services
manage-services-text = Qui travaille dans la maison, comme la police.
manage-rooms = Locaux
manage-rooms-text = Les places, l’équipement et les heures de chaque local.
manage-hours = Heures d’ouverture
manage-hours-text = Quand la maison est ouverte une semaine ordinaire.
manage-days = Jours particuliers
manage-days-text = Jours fériés, fermetures et jours avec d’autres heures.
manage-duties = Qui est de garde
manage-duties-text = Qui reçoit les alertes silencieuses, et quand personne ne les reçoit.
manage-tongues = Langues à l’accueil
manage-tongues-text = Les langues que les visiteurs peuvent parler ici.
manage-texts = Textes
manage-texts-text = Quelques phrases pour le site, les lettres et la carte.
manage-retention = Durées de conservation
manage-retention-text = Combien de temps la maison garde quoi, et selon quelle règle.
manage-organisations-count = { $count ->
    [0] aucune
    [one] 1 organisation
   *[other] { $count } organisations
}
manage-services-count = { $count ->
    [0] aucun
    [one] 1 service
   *[other] { $count } services
}
manage-rooms-count = { $count ->
    [0] aucun
    [one] 1 local
   *[other] { $count } locaux
}
manage-days-count = { $count ->
    [0] aucun
    [one] 1 jour
   *[other] { $count } jours
}
manage-tongues-count = { $count ->
    [0] aucune
    [one] 1 langue
   *[other] { $count } langues
}
manage-retention-count = { $count ->
    [0] aucune
    [one] 1 durée
   *[other] { $count } durées
}
manage-hours-none = pas encore remplies
manage-hours-set = remplies
manage-duties-now = quelqu’un est de garde
manage-duties-nobody = personne n’est de garde
manage-duties-closed = la maison est fermée maintenant
crumbs-label = Où suis-je

## Lists of the administration
list-saved = « { $name } » est enregistré.
list-added = « { $name } » est ajouté.
list-closed = « { $name } » n’est plus proposé.
list-opened = « { $name } » est de nouveau proposé.
list-undo = Annuler
list-up = Monter
list-down = Descendre
list-close = Ne plus proposer
list-close-hint = Il disparaît des choix. Ce qui s’est passé reste lisible.
list-open = Proposer de nouveau
list-open-hint = Il revient dans les choix.
list-is-closed = Ceci n’est pas proposé pour l’instant.
list-closed-count = Plus proposés : { $count }
list-stored-now = Ceci est enregistré maintenant
organisation-title = Organisations
organisation-lead = Chaque service appartient à une organisation.
organisation-add = Nouvelle organisation
organisation-none = Pas encore d’organisations
organisation-none-text = Ajoutez d’abord qui travaille ici.
organisation-name = Nom
organisation-name-hint = Par exemple : Zone de police Linde.
service-title = Services
service-lead = L’accueil conduit les visiteurs vers ces services, dans cet ordre.
service-add = Nouveau service
service-none = Pas encore de services
service-none-text = Ajoutez qui travaille dans la maison.
service-name = Nom
service-name-hint = Court : c’est ainsi sur tous les écrans.
service-organisation = Organisation
service-organisation-none = Pas encore choisie
room-title = Locaux
room-lead = L’accueil voit ces locaux dans cet ordre.
room-add = Nouveau local
room-none = Pas encore de locaux
room-none-text = Ajoutez les locaux où l’on se parle.
room-name = Nom
room-name-hint = Neutre, car les visiteurs le lisent sur la porte.
room-seats = Places
room-seats-hint = Combien de personnes peuvent s’asseoir.
room-features = Qu’y a-t-il ?
feature-child = Adapté aux enfants
feature-wheelchair = Accessible en fauteuil roulant
feature-own-exit = Sortie propre
feature-video = Vidéo
feature-soundproof = Insonorisé
room-hours = Heures
room-hours-hint = Vide : les heures de la maison. Sinon par exemple 9-12:30, 13:30-17.
room-before = Minutes libres avant un entretien
room-before-hint = Pour préparer.
room-after = Minutes libres après un entretien
room-after-hint = Pour aérer, et pour que personne ne se croise.

## The centre itself
centre-title = Nom et adresse
centre-lead = Ce qui se lit dehors ne dit rien de ce qui se passe ici.
centre-group-inside = Pour les collègues
centre-group-outside = Pour les visiteurs
centre-name = Nom de la maison
centre-name-hint = Seulement sur les écrans des collègues.
centre-public-name = Nom pour l’extérieur
centre-public-name-hint = Neutre, par exemple De Linde. Il figure sur les lettres et les messages.
centre-language = Langue de la maison
centre-address = Comment la maison s’adresse-t-elle aux gens ?
address-je = par « tu » (je)
address-u = par « vous » (u)
centre-profile = Règles de
profile-VL = Flandre
profile-NL = Pays-Bas
centre-zone = Fuseau horaire
centre-street = Rue et numéro
centre-town = Code postal et localité
centre-phone = Numéro de téléphone neutre
centre-phone-hint = Figure sur chaque page pour visiteurs. Qui décroche ne nomme aucun service.
centre-portal-now = Le site pour les visiteurs se trouve actuellement à l’adresse
centre-portal-host = Adresse du site pour visiteurs
centre-portal-host-hint = Sans https, par exemple rendezvous.exemple.be. Vide : l’adresse des réglages.
centre-saved = Enregistré. Cela vaut tout de suite sur chaque écran.

## Settings in versions
setting-saved = Enregistré. Cela vaut tout de suite.
setting-versions = Versions précédentes
setting-put-back = Rétablir
setting-nothing = rien de rempli
hours-title = Heures d’ouverture
hours-lead = Laissez un jour vide si la maison est fermée.
hours-hint = Par exemple 9-12:30, 13:30-17.
hours-closed = fermé
tongues-title = Langues à l’accueil
tongues-lead = Choisissez les langues parlées ici, ou pour lesquelles un interprète est prêt.
tongues-label = Langues
texts-title = Textes
texts-lead = Du texte simple, sans mise en forme. Chaque version est gardée.
text-key-portal-welcome = Bienvenue sur le site
text-key-portal-welcome-text = Les premières phrases pour les visiteurs du site.
text-key-closing = Formule finale
text-key-closing-text = La ligne sous les lettres et les messages.
text-key-card = Carte
text-key-card-text = Ce qui figure sur la carte que l’on emporte.
texts-text = Texte
texts-text-hint = Ne nommez ni service ni violence. Quelqu’un d’autre peut lire.
texts-empty = encore vide
texts-filled = rempli

## What everybody may know on the public site
portal-hours = Ouvert
portal-hours-line = { $day } { $hours }
portal-days = Autrement ces prochaines semaines
portal-day-closed = { $day } : fermé
portal-day-open = { $day } : { $hours }
portal-tongues = On parle ici : { $tongues }

## Special days
day-title = Jours particuliers
day-lead = Ces jours priment sur la semaine ordinaire.
day-add = Nouveau jour
day-none = Pas encore de jours particuliers
day-none-text = Ajoutez les jours fériés en une fois, ou un jour.
day-day = Jour
day-day-hint = Jour, mois et année, comme 24-12-2026.
day-hours = Heures
day-hours-hint = Vide : la maison est fermée. Sinon par exemple 9-12.
day-reason = Pourquoi ?
day-reason-hint = Les visiteurs peuvent le lire.
day-holidays = Jours fériés de { $year }
day-holidays-add = Ajouter { $year }
day-holidays-back = Les jours ajoutés ont été retirés.
day-holidays-kept = Il n’y avait plus rien à annuler.
day-holidays-missing = { $count ->
    [0] ils y sont tous
    [one] il en manque 1
   *[other] il en manque { $count }
}
day-holidays-added = Les jours fériés de { $name } sont ajoutés.
holiday-new-year = Nouvel An
holiday-easter = Pâques
holiday-easter-monday = Lundi de Pâques
holiday-kings-day = Fête du Roi
holiday-labour-day = Fête du Travail
holiday-liberation-day = Fête de la Libération
holiday-ascension = Ascension
holiday-whitsun = Pentecôte
holiday-whit-monday = Lundi de Pentecôte
holiday-national-day = Fête nationale
holiday-assumption = Assomption
holiday-all-saints = Toussaint
holiday-armistice = Armistice
holiday-christmas = Noël
holiday-boxing-day = Deuxième jour de Noël

## The duty roster
duty-title = Qui est de garde
duty-lead = Qui est de garde reçoit les alertes silencieuses. À deux, c’est possible.
duty-add = Nouvelle garde
duty-none = Pas encore de gardes
duty-none-text = Sans garde, personne ne voit une alerte silencieuse.
duty-user = Qui ?
duty-day = Jour
duty-from = De
duty-until = À
duty-until-hint = Plus tôt que le début : c’est alors le lendemain.
duty-hour-hint = Par exemple 8:30.
duty-span = { $day }, de { $from } à { $until }
duty-unknown = Ancien collègue
duty-over = passé
duty-gaps = La maison est alors ouverte et personne n’est de garde
duty-gaps-none = La semaine prochaine, quelqu’un est toujours de garde.
list-over-count = Passés : { $count }

## Retention
retention-title = Durées de conservation
retention-lead = Chaque durée nomme sa règle. Faites relire par un juriste.
retention-add = Nouvelle durée
retention-none = Pas encore de durées
retention-none-text = Commencez par la proposition et adaptez-la.
retention-about = Quoi ?
kept-person = Nom et coordonnées
kept-visit = Visites
kept-file = Dossier
kept-appointment = Rendez-vous et groupes
kept-message = Messages envoyés
kept-trail = Journal de qui a vu quoi
retention-controller = Pour qui ?
retention-controller-none = La maison elle-même
retention-months = Nombre de mois
retention-months-hint = 15 ans font 180 mois.
retention-from = À compter de
counts-from-creation = l’inscription
counts-from-closing = la clôture du dossier
counts-from-last-contact = le dernier contact
retention-source = Selon quelle règle ?
retention-source-hint = Loi, décret ou accord, avec l’article.
retention-valid-from = Valable dès le
retention-valid-until = Valable jusqu’au
retention-valid-until-hint = Vide : jusqu’à nouvel ordre.
retention-period = { $count ->
    [one] 1 mois
   *[other] { $count } mois
} dès { $from }
retention-since = valable dès le { $day }
retention-propose = Reprendre la proposition
retention-proposed = La proposition est ajoutée. Vérifiez chaque règle.
## Reprendre des personnes
manage-group-files = Personnes
manage-imports = Reprendre des personnes
manage-imports-text = Une liste d’un autre programme, en fichier CSV.
imports-title = Reprendre des personnes
imports-lead = Un fichier CSV avec une ligne par personne. Tout reste chiffré.
imports-file = Fichier
imports-file-hint = CSV en UTF-8, avec le nom des colonnes sur la première ligne. 50 Mo au plus.
imports-send = Prendre le fichier
imports-before = Déjà repris
imports-nothing = rien de repris encore
imports-written = repris : { $number }
imports-known = déjà connus : { $number }
imports-bad = { $count ->
    [one] 1 ligne ne convient pas
   *[other] { $number } lignes ne conviennent pas
}
imports-state-sending = arrive
imports-state-asking = attend les colonnes
imports-state-running = en cours
imports-state-paused = arrêté
imports-state-done = terminé
imports-refused-empty = Ce fichier est vide. Choisissez-en un autre.
imports-refused-not-text = Ce fichier n’est pas en UTF-8. Enregistrez-le en « CSV UTF-8 » et reprenez-le.
imports-refused-no-head = La première ligne est trop longue. Est-ce bien un fichier CSV ?
imports-refused-too-large = Ce fichier dépasse 50 Mo. Coupez-le en morceaux.
imports-refused-missing = Choisissez d’abord un fichier.
imports-refused-broken = Le fichier n’est pas arrivé entier. Reprenez-le.
imports-columns = Quelle colonne est quoi ?
imports-columns-lead = Vérifiez les colonnes. Ce que vous ne choisissez pas n’est pas lu.
imports-first = Les premières lignes du fichier
imports-no-column = n’est pas dans le fichier
imports-if-known = Et si la personne est déjà connue ?
imports-known-skip = Passer
imports-known-skip-hint = Même nom et même date de naissance. Vous recevez une liste de ces lignes.
imports-known-write = Enregistrer quand même, comme une autre personne
imports-start = Reprendre
imports-give-up = Effacer le fichier
imports-give-up-hint = Finalement non ? Alors nous effaçons le fichier.
imports-one = Reprendre un fichier
imports-progress = { $percent } % du fichier · { $rows } lignes
imports-fact-written = Reprises
imports-fact-known = Déjà connues, passées
imports-fact-bad = Ne conviennent pas
imports-speed = Vitesse
imports-speed-rows = { $rows } lignes par seconde
imports-pause = Arrêter
imports-go-on = Continuer
imports-left-out = Pas reprises
imports-left-out-text = Chaque ligne avec la raison. Corrigez et reprenez le fichier. Après une semaine, nous les effaçons.
imports-rows = Lignes en fichier
imports-head-line = ligne
imports-head-reason = raison
imports-head-row = texte
row-fault-torn-quote = Un guillemet ne se ferme pas.
row-fault-other-count = Cette ligne n’a pas autant de colonnes que la première.
row-fault-not-text = Cette ligne n’est pas en UTF-8.
row-fault-likely-known = Même nom et même date de naissance que quelqu’un de connu.
column-name = Nom complet
column-given-name = Prénom
column-family-name = Nom de famille
column-alias = Surnom
column-unnamed = Ne veut pas donner de nom
column-birth-date = Date de naissance
column-languages = Langues
column-contact = Comment prendre contact ?
column-phone = Numéro de téléphone
column-email = Adresse e-mail
column-contact-when = Quand est-ce sûr ?
column-contact-never = Que ne faut-il jamais faire ?
column-contact-until = Valable jusqu’à quand ?

## Donner les personnes
manage-exports = Donner les personnes
manage-exports-text = Un fichier avec toutes les personnes. Il faut deux collègues.
exports-title = Donner les personnes
exports-lead = L’un demande le fichier, l’autre le libère. Chacun a une heure.
exports-seconds = Peuvent l’autoriser maintenant : { $names }.
exports-nobody = Personne ne peut l’autoriser maintenant. Il faut un collègue que vous n’avez pas invité, présent depuis plus d’un jour. Laissez quelqu’un d’autre le demander, ou invitez encore quelqu’un.
exports-reason = Pourquoi faut-il ce fichier ?
exports-reason-hint = Par exemple : nous passons à un autre programme.
exports-ask = Demander le fichier
exports-release = Libérer
exports-take = Prendre le fichier
exports-stage-asked = attend un collègue
exports-stage-released = en préparation
exports-stage-ready = prêt à être pris
exports-stage-taken = pris
exports-stage-over = passé
exports-said-asked = Demandé. Un autre collègue peut le libérer.
exports-said-released = Libéré. Qui l’a demandé peut prendre le fichier une fois.
exports-said-late = Ce n’est plus possible. Demandez le fichier à nouveau.
exports-said-same = Qui demande ne libère pas. Demandez à un collègue.
exports-said-vouched = L’une de ces deux personnes a invité l’autre, directement ou non. Demandez à quelqu’un d’autre.
exports-said-new = Qui vient d’arriver ou de changer de téléphone attend un jour. Demandez à quelqu’un d’autre.

## When something goes wrong
error-not-found-title = Cette page n’existe pas
error-not-found-text = Vérifiez l’adresse, ou retournez au début.
error-cross-site-title = Ceci ne vient pas de notre écran
error-cross-site-text = Ouvrez la page à nouveau et réessayez.
error-too-large-title = C’est trop en une fois
error-too-large-text = Raccourcissez le texte et envoyez à nouveau.
error-not-text-title = Ce texte est illisible
error-not-text-text = Tapez le texte à nouveau et renvoyez-le.
error-busy-title = Il y a beaucoup de demandes
error-busy-text = Rien n’est perdu. Réessayez dans un instant.
error-broken-title = Cela ne marche pas maintenant
error-broken-text = Rien n’est enregistré à moitié. Réessayez ou appelez l’administration.
error-broken-code = Donnez alors ce numéro : { $request }
error-sealed-title = Encore fermé
error-sealed-text = Cette maison n’est pas encore ouverte. Demandez la clé à l’administration.
error-reading-title = Lecture des noms
error-reading-text = Le programme vient de démarrer et lit les noms : { $percent } %. Cette page continue d’elle-même.
error-full-title = Il n’y a plus de place pour enregistrer
error-full-text = Appelez l’administration. En attendant, écrivez sur papier.
error-wrong-host-title = Il n’y a rien ici
error-wrong-host-text = Vérifiez l’adresse.
error-changed-title = Quelqu’un a été plus rapide
error-changed-text = Voici ce qui est enregistré et votre texte. Choisissez ce qui reste.
changed-field = Donnée
changed-now = Enregistré
changed-typed = Tapé ici
error-start = Retour au début
error-desk = Vers l’accueil

## Demo
demo-title = Essayez
demo-lead = Ceci est une maison d’exercice. Toutes les personnes sont inventées.
demo-as = Se connecter comme { $role }
demo-mark = maison d’exercice

## Portal
portal-title = Prendre rendez-vous
portal-title-hours = Quand nous sommes ouverts
portal-lead = Appelez-nous. Vous ne devez pas donner votre nom. C’est gratuit.
portal-soon = Choisir un moment en ligne n’est pas encore possible.
portal-call = Appelez-nous : { $phone }
portal-close = Fermer
portal-history = L’adresse de cette page reste sur votre appareil.

## Languages a visitor speaks
tongue-nl = néerlandais
tongue-fr = français
tongue-de = allemand
tongue-en = anglais
tongue-ar = arabe
tongue-tr = turc
tongue-uk = ukrainien
tongue-ru = russe
tongue-pl = polonais
tongue-ro = roumain
tongue-es = espagnol
tongue-fa = persan
tongue-ps = pachto
tongue-so = somali
tongue-und = Langue pas encore connue

## The page of all parts
style-title = Tous les éléments
style-lead = Chaque élément dans chaque état, avec des noms inventés.
style-colours = Couleurs
style-buttons = Boutons
style-forms = Formulaires
style-cards = Cartes
style-notices = Messages
style-board = Accueil
style-tables = Listes
style-icons = Signes
style-right-to-left = De droite à gauche

manage-backup = Sauvegarde
manage-backup-text = Ce qui reste si l’ordinateur tombe en panne.
manage-backup-late = Trop ancienne
manage-backup-none = aucune
manage-backup-fresh = En ordre
manage-group-machine = L’ordinateur
backup-lead = Chaque nuit, le programme fait une copie. Seul un code de secours l’ouvre.
backup-none = Il n’y a pas encore de sauvegarde. Qui gère l’ordinateur doit choisir un dossier.
backup-late = La dernière sauvegarde date du { $day }, { $time }. C’est trop ancien. Demandez tout de suite à qui gère l’ordinateur.
backup-good = La dernière sauvegarde date du { $day }, { $time }.
backup-no-holders = Personne ne peut ouvrir une sauvegarde. Qui gère l’ordinateur doit imprimer une nouvelle fiche de secours.
backup-drill = Le { $day }, { $time }, une sauvegarde a été remise à l’essai. { $people } personnes et { $trail } lignes du journal étaient en ordre.
backup-no-drill = Aucune sauvegarde n’a encore été remise à l’essai.
backup-drill-late = Le dernier essai réussi date du { $day }, { $time }. C’était il y a plus de 35 jours. Demandez à qui gère l’ordinateur de regarder.
backup-drill-failed = Le { $day }, { $time }, une sauvegarde a été remise à l’essai. Cela n’a pas réussi.
backup-failed = Le { $day }, { $time }, aucune sauvegarde n’a pu être faite. Les précédentes sont toujours là.
backup-trouble-disk-full = Le disque des sauvegardes est plein.
backup-trouble-folder = Le dossier des sauvegardes ne peut pas être utilisé.
backup-trouble-tools = Les outils de la base de données manquent, sont trop anciens ou n’ont pas le droit.
backup-trouble-nobody-opens = Personne n’a de code de secours qui ouvre la sauvegarde.
backup-trouble-damaged = La sauvegarde ne revient pas entière. Faites-en faire une nouvelle tout de suite.
backup-trouble-other = Le journal de l’ordinateur dit pourquoi.
backup-plan = Quand et combien de temps
backup-hour = Heure de la nuit
backup-keep = Nombre de jours à garder
backup-keep-hint = De 14 à 400. Les clés restent toujours 14 jours.
backup-saved = C’est enregistré. Cela vaut dès maintenant.
## Courriel
manage-mail = Courriel
manage-mail-text = Le serveur de courriel de la maison, et ce qui part.
mail-title = Courriel
mail-state-unset = pas rempli
mail-state-down = ne part pas
mail-state-given-up = reste en attente
mail-state-works = fonctionne
mail-lead = Ce qui arrive dehors ne dit jamais de quoi il s'agit.
mail-unset = Il n'y a pas encore de serveur de courriel. Remplissez le formulaire.
mail-stands = Aucun courriel ne part depuis { $when }. Appelez qui attend un message.
mail-down-since = Aucun courriel ne part depuis { $when }.
mail-queue = { $count ->
    [0] Aucun message n'attend.
    [one] Un message attend.
   *[other] { $count } messages attendent.
}
mail-server = Serveur de courriel
mail-saved = Enregistré. C'est valable dès maintenant.
mail-field-host = Serveur
mail-field-port = Port
mail-field-security = Protection
mail-field-user = Utilisateur
mail-field-password = Mot de passe
mail-field-sender-name = Nom de l'expéditeur
mail-field-sender = Adresse de l'expéditeur
mail-field-shown-as = Nom de la maison dans le courrier
mail-field-notices = Adresse pour les avis
mail-field-to = Adresse de courriel
mail-hint-host = C'est le nom de l'ordinateur qui prend le courriel. Ce nom figure dans chaque message.
mail-hint-password = Laissez vide pour garder le mot de passe.
mail-hint-sender-name = C'est ce que voit qui reçoit le message. Choisissez un mot banal, comme Agenda.
mail-hint-sender = Mettez une adresse où personne ne pose de questions.
mail-hint-shown-as = Un nom avec un point, sans le nom de la maison : agenda.exemple.be.
mail-hint-notices = Peut rester vide. Un message y arrive quand quelque chose reste en attente.
mail-security-tls = Chiffré dès le début
mail-security-starttls = D'abord frapper, puis chiffré (STARTTLS)
mail-security-plain = Non chiffré
mail-security-hint-tls = Le plus souvent le port 465. Le plus sûr.
mail-security-hint-starttls = Le plus souvent le port 587.
mail-security-hint-plain = Seulement vers cet ordinateur.
mail-trial = Message d'essai
mail-trial-lead = Un court message part vers cette adresse.
mail-trial-send = Envoyer un essai
mail-trial-sent = Le serveur a pris le message.
mail-trial-waits = Le message n'est pas encore parti. Regardez à nouveau dans un instant.
mail-trial-failed = Le message ne part pas.
mail-latest = Derniers messages
mail-none = Pas encore de messages
mail-none-text = Envoyez un essai dès que le serveur est rempli.
mail-head-when = Quand
mail-head-kind = Pour quoi
mail-head-state = Où il est
mail-given-up = Ces messages ne partent pas
mail-given-up-text = Réessayez, ou mettez-les de côté et appelez.
mail-dismiss = Mettre de côté
mail-dismissed = Le message est mis de côté.
mail-again-said = Le message est essayé à nouveau.
letter-kind-trial = Message d'essai
letter-kind-notice = Avis à la gestion
letter-state-waiting = En attente.
letter-state-sending = Part maintenant.
letter-state-sent = Parti.
letter-state-given-up = Ne part pas.
letter-state-withdrawn = Retiré.
mail-fault-unreachable = Le serveur n'est pas là. Vérifiez le nom et le port.
mail-fault-silent = Le serveur ne répond pas.
mail-fault-insecure = La connexion n'est pas sûre : vérifiez la protection et le nom du serveur.
mail-fault-login = L'utilisateur ou le mot de passe ne convient pas.
mail-fault-sender = Le serveur ne prend rien de cet expéditeur.
mail-fault-busy = Le serveur est trop occupé. Cela continuera tout seul.
mail-fault-later = Le serveur le prendra plus tard.
mail-fault-dropped = La connexion s'est coupée. Un nouvel essai suit.
mail-fault-unanswered = Personne n'a dit s'il est arrivé. Peut-être y est-il.
mail-fault-refused = Le serveur refuse cette adresse ou ce message.
mail-fault-address = Cette adresse ne peut pas figurer sur un message.
mail-fault-telling = Le message en dit trop à qui regarde.
mail-fault-late = Il arriverait trop tard.
mail-fault-over = Il n'était plus nécessaire.

## Effacer
manage-erasures = Effacer des données
manage-erasures-text = Qui demande à être effacé, et pour qui le délai est passé.
manage-erasures-count = { $count ->
    [one] 1 ouverte
   *[other] { $count } ouvertes
}
manage-erasures-late = { $count ->
    [one] 1 en retard
   *[other] { $count } en retard
}
erasures-title = Effacer des données
erasures-lead = Une personne le demande, une autre le laisse se faire. Ce qui est effacé ne revient pas.
erasures-none = Personne ne demande à être effacé
erasures-none-text = Une demande arrive ? Notez-la ici.
erasure-new = Demander l’effacement
erasure-new-lead = Notez qui veut être effacé. Rien ne se passe encore.
erasure-search = De qui s’agit-il ?
erasure-choose = Choisir
erasure-of = Données de { $name }
erasure-day = Quand la demande est-elle arrivée ?
erasure-day-hint = À partir de ce jour, il y a un mois pour répondre.
erasure-asker = Qui le demande ?
erasure-asker-hint = Vide : la personne elle-même.
erasure-note = Noter la demande
erasure-title = Effacer des données
erasure-request-of = Demande du { $day }
erasure-over-since = Délai passé, constaté le { $day }
erasure-due = réponse au plus tard le { $day }
erasure-fact-due = Délai
erasure-ended = Clos le
erasure-mark = Repère
erasure-reason = Pourquoi pas ?
erasure-reason-hint = Au moins 40 signes, sur cette personne. Une phrase qui vaut pour tous ne suffit pas.
erasure-longer = Pourquoi faut-il plus de temps ?
erasure-longer-hint = Qui a demandé doit le savoir.
erasure-stage-noted = notée
erasure-stage-asked = attend un ou une collègue
erasure-stage-erased = effacé
erasure-stage-refused = refusée
erasure-stage-withdrawn = retirée
erasure-urgency-calm = à temps
erasure-urgency-soon = bientôt en retard
erasure-urgency-late = en retard
erasure-kept = Ceci doit être conservé
erasure-kept-until = { $source } : { $count } mois à partir de { $from }. L’effacement est possible après le { $day }.
erasure-kept-open = { $source } : { $count } mois à partir de { $from }. Ce délai ne court pas encore.
erasure-held = L’effacement est bloqué pour cette personne
erasure-held-text = { $ground } ({ $source }). Effacer se peut après le { $day }, ou dès qu’un collègue met fin au blocage. Le délai de réponse court toujours : dites à qui a demandé pourquoi cela attend.
erasure-held-show = Pourquoi ?
erasure-part-holds = Blocages, avec la raison
erasure-inside = Cette personne est dans la maison
erasure-inside-text = L’effacement est possible dès que la visite est close.
erasure-reading = Un fichier de personnes est en cours de lecture
erasure-reading-text = Attendez la fin, ou abandonnez le fichier. Sinon la personne revient.
erasure-what = Ce qui se passe
erasure-what-lead = Tout ce que la maison a sur cette personne
erasure-head-part = Quoi
erasure-head-fate = Ce qui en advient
erasure-fate-goes = est effacé
erasure-fate-loose = reste pour les chiffres, sans personne
erasure-fate-stays = reste, sous un pseudonyme
erasure-part-record = Nom, moyens de contact et ce qui y figurait avant
erasure-part-grants = Qui peut consulter quoi
erasure-part-visits = Visites
erasure-part-remarks = Remarques sur les visites
erasure-part-denials = Protections
erasure-part-pairs = Ce qui a été dit de doublons
erasure-part-requests = Demandes d’effacement
erasure-part-letters = Messages
erasure-part-forms = Traces de formulaires
erasure-part-drafts = Ce que quelqu’un est en train d’écrire
erasure-part-rows = Lignes refusées de fichiers lus
erasure-part-keys = Clés, aussi celles des sauvegardes
erasure-part-trail = Journal de qui a fait quoi
erasure-whole = Cette personne est inscrite plus d’une fois
erasure-whole-text = Les { $count } inscriptions seront effacées.
erasure-next = Étape suivante
erasure-ask = Demander à un ou une collègue
erasure-ask-lead = L’aperçu est-il juste ? Un ou une collègue a alors sept jours pour le laisser se faire.
erasure-ask-again = Personne ne l’a laissé se faire à temps. Demandez à nouveau.
erasure-ask-changed = Quelque chose a changé depuis la demande. Vérifiez et demandez à nouveau.
erasure-waits = Un ou une autre collègue peut maintenant le laisser se faire, dans les sept jours.
erasure-release = Effacer maintenant
erasure-release-lead = Comparez le repère { $mark } avec ce que l’autre a vu. L’effacement est définitif.
erasure-sure = Oui, effacer cette personne pour toujours
erasure-refuse-title = Ne pas effacer
erasure-refuse-lead = Le motif va à qui a demandé, et reste à relire.
erasure-refuse-send = Refuser
erasure-extend-title = Prendre plus de temps
erasure-extend-lead = Deux mois de plus. Une seule fois, et seulement pendant le premier mois.
erasure-extend-send = Prolonger le délai
erasure-withdraw-title = Retirer la demande
erasure-withdraw-lead = La personne ne le veut plus ? Alors rien ne se passe.
erasure-withdraw = Retirer
erasure-said-noted = La demande est notée. Regardez ce qui se passerait.
erasure-said-passed-on = La demande est notée. L’administration s’en occupe.
erasure-said-asked = Demandé. Un ou une autre collègue peut maintenant le laisser se faire.
erasure-said-released = Effacé. Dans quatorze jours, plus rien n’est lisible dans les sauvegardes.
erasure-said-refused = Refusé. Le motif est gardé.
erasure-said-extended = Le délai est prolongé de deux mois.
erasure-said-withdrawn = La demande est retirée.
erasure-refused-stale = Quelqu’un était plus rapide. Regardez où cela en est.
erasure-refused-over = Ceci est déjà clos.
erasure-refused-not-asked = Personne ne l’a demandé ces sept derniers jours. Demandez d’abord.
erasure-refused-asked = Quelqu’un l’a déjà demandé.
erasure-refused-same-person = Qui demande ne le laisse pas se faire. Demandez à quelqu’un d’autre.
release-refused-vouched = L’une de ces deux personnes a invité l’autre, directement ou non. Demandez à quelqu’un d’autre.
release-refused-new = Qui vient d’arriver ou de changer de téléphone attend un jour. Demandez à quelqu’un d’autre.
erasure-refused-changed = Quelque chose a changé depuis la vérification. Vérifiez et demandez à nouveau.
erasure-refused-hindered = Quelque chose l’empêche. Lisez ci-dessous.
erasure-refused-too-late = Prolonger n’est plus possible.
plan-title = Qu’est-ce qui part le mois prochain ?
plan-lead = Jusqu’au { $day }, selon les délais de maintenant.
plan-nothing-by-itself = Rien ne part tout seul. Chaque nuit, qui est à son tour entre dans la liste ; deux personnes décident.
plan-without = { $count ->
    [one] Aucun délai ne parle d’1 personne.
   *[other] Aucun délai ne parle de { $count } personnes.
}
plan-asked = { $count ->
    [one] Pour 1 personne, une demande est en cours ou l’était cette année.
   *[other] Pour { $count } personnes, une demande est en cours ou l’était cette année.
}
plan-held = { $count ->
    [one] L’effacement est bloqué pour 1 personne.
   *[other] L’effacement est bloqué pour { $count } personnes.
}
plan-hold = Blocage
manage-holds = Blocages d’effacement
manage-holds-text = De qui rien ne peut être effacé pour l’instant, et pourquoi.
manage-holds-count = { $count ->
    [one] 1 blocage
   *[other] { $count } blocages
}
holds-title = Blocages d’effacement
holds-lead = Tant que cela dure, rien de cette personne n’est effacé, qui que ce soit qui le demande.
holds-none = Il n’y a aucun blocage
holds-none-text = Une affaire ou une plainte est en cours ? Bloquez l’effacement ici.
hold-new = Bloquer l’effacement
hold-new-lead = Cherchez de qui les données doivent rester pour l’instant.
hold-of = Ce que l’on sait de { $name }
hold-ground = Pourquoi cela ne peut-il pas partir ?
hold-ground-court-order = Ordre d’un juge ou du parquet
hold-ground-legal-claim = Une action en justice est en cours ou s’annonce
hold-ground-oversight = Une inspection ou une autorité de contrôle enquête
hold-ground-complaint = Une plainte est examinée
hold-ground-asked = La personne demande elle-même de garder
hold-source = Source
hold-source-court-order = RGPD art. 17, § 3, b) : une obligation légale
hold-source-legal-claim = RGPD art. 17, § 3, e) : une action en justice
hold-source-oversight = RGPD art. 17, § 3, b) : une obligation ou mission légale
hold-source-complaint = RGPD art. 17, § 3, e) : pouvoir se défendre
hold-source-asked = RGPD art. 18, § 1, c) : nécessaire pour sa propre action en justice
hold-last-day = Dernier jour
hold-last-day-hint = Un an au plus. Ensuite effacer se peut de nouveau, sauf si un collègue prolonge.
hold-why = La raison
hold-why-hint = Quelle affaire, quel ordre, chez qui. Ceci est scellé.
hold-set-it = Bloquer l’effacement
hold-since = depuis le { $day }
hold-until = jusqu’au { $day } inclus
hold-over = terminé
hold-set = Bloqué
hold-ended = Terminé
hold-by = le { $day } par { $name }
hold-said = { $name }, { $day } : jusqu’au { $until } inclus
hold-words-gone = La raison ne se lit plus : une sauvegarde plus ancienne a été remise. Écrivez-la en prolongeant.
hold-prolong-title = Bloquer plus longtemps
hold-prolong-lead = C’est possible, chaque fois avec une nouvelle raison.
hold-prolong-hint = Après le dernier jour actuel, et un an au plus.
hold-prolong = Prolonger
hold-end-title = Mettre fin au blocage
hold-end-lead = Ce qui a été demandé entre-temps continue. Effacer demande toujours deux collègues.
hold-end = Mettre fin
hold-said-set = L’effacement est bloqué. Rien n’est effacé.
hold-said-prolonged = Prolongé.
hold-said-ended = Terminé. Ce qui a été demandé continue.
hold-refused-stale = Un collègue a été plus rapide. Voyez où cela en est.
hold-refused-over = C’est déjà terminé. Recommencez si nécessaire.
hold-refused-last-day = Ce dernier jour n’est pas possible. Choisissez-en un autre.
manage-unlinkings = Anciennes visites
manage-unlinkings-text = Les visites dont le délai est passé perdent leur personne.
unlinkings-title = Anciennes visites
unlinkings-lead = Le délai d’une visite est passé ? Elle reste pour les chiffres, sans personne. Un collègue le demande, un autre le fait.
unlinking-none = Aucune visite n’est à traiter
unlinking-none-text = Une visite vient ici dès que son délai est passé.
unlinking-held = { $count ->
    [one] 1 visite reste telle quelle : l’effacement est bloqué pour cette personne.
   *[other] { $count } visites restent telles quelles : l’effacement est bloqué pour ces personnes.
}
unlinking-days = De quand
unlinking-from-to = du { $first } au { $last } inclus
unlinking-stays = Ce qui reste
unlinking-stays-text = Jour, heures, raison et service, pour les chiffres. La personne et la remarque disparaissent.
unlinking-more = Il y en a d’autres. Elles viendront ensuite.
unlinking-release = Détacher maintenant
unlinking-release-lead = Comparez la marque { $mark } avec ce que le collègue a vu. C’est pour toujours.
unlinking-sure = Oui, retirer la personne de ces visites
unlinking-withdraw = Ne pas le faire
unlinking-said-done = Ces visites ne sont plus à personne.
unlinking-refused-nothing = Plus aucune visite n’est à traiter.
unlinking-before = Les fois précédentes
unlinking-done = { $day } : { $count } visites jusqu’au { $last } inclus
plan-people = Personnes
plan-visits = Visites avec un nom
plan-no-period = Il n’y a pas de délai pour cela.
plan-rule = Délai et source
plan-over = Déjà passé
plan-next = En plus d’ici là
plan-open = Pas encore commencé
plan-period = { $source } : { $count } mois à partir de { $from }
plan-reveal = Montrer les noms
plan-reveal-lead = Qui regarde les noms figure au journal.
plan-names = De qui il s’agit
plan-names-lead = Cinquante au plus, le tour le plus proche en premier
plan-last-day = Dernier jour
retention-binds = C’est une obligation : pas d’effacement avant
retention-binds-hint = Coché, le délai l’emporte sur qui demande à être effacé.
retention-binds-fact = obligation
unfit-too-general = Cela vaut pour tout le monde. Dites ce qui se passe ici, pour cette personne.
## Proving once more who one is
prove-title = { $address ->
    [u] Confirmez que c’est bien vous
   *[je] Confirme que c’est bien toi
}
prove-lead = Ainsi, personne d’autre ne fait cela sur un écran resté ouvert.
prove-next = Ensuite, ceci continue : { $deed }.
prove-code = Code de l’application
prove-pin = Ou le code PIN de ce poste
prove-pin-hint = Six chiffres. L’un des deux suffit.
prove-send = Continuer
prove-demo = Continuer sans code
prove-demo-lead = Ceci est une maison d’exercice. Personne n’y a de code.
deed-add-user = inviter quelqu’un
deed-change-roles = changer des rôles
deed-reset-colleague = laisser quelqu’un choisir une nouvelle phrase ou application
deed-release-reset = libérer une nouvelle application
deed-end-account = mettre fin à un compte
deed-export-people = un fichier de personnes
deed-release-export = libérer un fichier de personnes
deed-set-denial = protéger une personne d’un collègue
deed-lift-denial = lever une protection
deed-ask-erasure = demander d’effacer une personne
deed-release-erasure = effacer une personne
deed-set-hold = bloquer l’effacement
deed-prolong-hold = prolonger un blocage
deed-end-hold = mettre fin à un blocage
deed-set-mail = le serveur de courrier
deed-ask-unlinking = demander de détacher d’anciennes visites
deed-release-unlinking = détacher d’anciennes visites
deed-set-backup = le plan des copies de secours
unfit-own-role = Une autre personne de l’administration doit donner ce rôle.
manage-own-hand = { $name } s’est donné le rôle { $role } le { $day }. Il n’y avait personne d’autre à l’administration.
role-notice-title = Nouveau dans la gestion
role-notice-by = { $name } a reçu le rôle { $role } de { $by } ({ $when }).
role-notice-server = { $name } a reçu le rôle { $role } sur le serveur même ({ $when }).
role-notice-seen = Vu

## Passkeys
passkey-title = Clés d’accès (passkeys)
passkey-lead = { $address ->
    [u] Votre appareil vous reconnaît : il ne faut alors ni phrase ni code. Prenez un appareil à vous, pas l’ordinateur de l’accueil.
   *[je] Ton appareil te reconnaît : il ne faut alors ni phrase ni code. Prends un appareil à toi, pas l’ordinateur de l’accueil.
}
passkey-name = Nom de cet appareil
passkey-name-hint = Par exemple : téléphone ou clé du trousseau.
passkey-add = Ajouter une clé d’accès
passkey-added = La clé d’accès est enregistrée.
passkey-remove = Supprimer
passkey-removed = La clé d’accès est supprimée.
passkey-since = Depuis le { $day }.
passkey-used = Utilisée la dernière fois le { $day }.
passkey-unused = Pas encore utilisée.
passkey-enter = Se connecter avec une clé d’accès
passkey-prove = Continuer avec une clé d’accès
passkey-failed = Cela n’a pas marché avec cet appareil. Un autre essai est possible, ou bien la phrase et le code.
passkey-none = Les clés d’accès demandent JavaScript et un navigateur qui les connaît. Le code marche toujours.
passkey-full = Il y en a { $count }, c’est le maximum. Il faut d’abord en supprimer une.
unfit-passkey-refused = Cette clé d’accès ne convient pas ici, ou c’était trop long. Un autre essai est possible.
deed-add-passkey = ajouter une clé d’accès
deed-remove-passkey = supprimer une clé d’accès
