"""French."""

import re

from explainer.text.languages.words import Language, pattern, words

LANGUAGE = Language(
    negations=words(
        "ne n' pas non jamais rien aucun aucune aucuns aucunes nul nulle nulles personne ni sans guère nullement "
        "impossible nie nient nia nié niait dément démentent démenti démentit réfute réfutent réfuté refuse "
        "refusent refusé"
    ),
    negating=("in", "im", "ir", "il", "non", "non-", "mal", "dé", "dés", "des", "anti-", "anti"),
    elided="[cdjlmnst]|qu|jusqu|lorsqu|puisqu",
    numbers=words(
        "zéro deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize vingt trente "
        "quarante cinquante soixante septante huitante octante nonante cent cents mille million millions milliard "
        "milliards dizaine dizaines douzaine douzaines vingtaine trentaine quarantaine cinquantaine centaine "
        "centaines millier milliers moitié demi demie tiers quart quarts premier première premiers premières "
        "second seconde deuxième troisième quatrième cinquième sixième septième huitième neuvième dixième "
        "pourcent pourcents"
    ),
    plain=words(
        "le la les l' un une des du de d' à au aux en dans sur sous par pour avec chez vers contre entre depuis "
        "pendant avant après dès jusque selon malgré parmi et ou mais car donc or que qu' qui quoi dont où quand "
        "comme si lorsque puisque parce il elle ils elles on nous vous je j' tu ce c' cet cette ces cela ça son "
        "sa ses leur leurs notre nos votre mon ma mes tout toute tous toutes plusieurs quelques certains "
        "certaines autre autres même aussi encore déjà toujours souvent puis ensuite alors ainsi enfin ici là "
        "hier aujourd'hui demain maintenant plus moins très trop peu beaucoup près environ quel quelle quels "
        "quelles chaque est sont était étaient a ont avait avaient sera cependant pourtant toutefois néanmoins "
        "lundi mardi mercredi jeudi vendredi samedi dimanche m mme mlle mm s' quelqu'un quelque quelquefois "
        "partout"
    ),
    absent=pattern(
        r"personne|aucune?|nul|un seul|une seule|seule?ment un|le seul|la seule|l'unique|l’unique"
        r"|pour la première fois|le premier à|la première à"
    ),
    seeker=pattern(r"nous|notre|nos"),
    reported=pattern(
        r"di(?:t|sent|sait)|a dit|ont dit|écri(?:t|vent|vait)|appelle|appellent|affirme(?:nt)?|a affirmé"
        r"|rapporte(?:nt)?|prétend(?:ent)?|nie(?:nt)?|déclare(?:nt)?|a déclaré|selon|d'après|d’après"
        r"|pense(?:nt)?"
    ),
    ours=re.compile(r"\W*(?:Nous|Notre|Nos)\b"),
)
