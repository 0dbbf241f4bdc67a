"""Polish."""

import re

from explainer.text.languages.words import Language, pattern, words

LANGUAGE = Language(
    negations=words(
        "nie nigdy nigdzie bez ani nikt nikogo nikomu nikim nic niczego niczemu niczym żaden żadna żadne żadnego "
        "żadnej żadnemu żadnym żadną żadni żadnych żadnymi brak brakuje niemożliwe nie-możliwe zaprzeczył "
        "zaprzeczyła zaprzeczyli zaprzecza zaprzeczają zdementował zdementowała zdementowali odmówił odmówiła "
        "odmówili"
    ),
    negating=("nie", "bez", "anty"),
    numbers=words(
        "zero jeden jedna jedno jednego jednej jednemu dwa dwie dwoje dwaj dwóch dwom dwoma trzy troje trzej "
        "trzech trzem trzema cztery czworo czterej czterech pięć pięciu pięcioro sześć sześciu siedem siedmiu "
        "osiem ośmiu dziewięć dziewięciu dziesięć dziesięciu dziesiątki dziesiątek jedenaście dwanaście "
        "trzynaście czternaście piętnaście szesnaście siedemnaście osiemnaście dziewiętnaście dwadzieścia "
        "dwudziestu trzydzieści trzydziestu czterdzieści pięćdziesiąt sześćdziesiąt siedemdziesiąt osiemdziesiąt "
        "dziewięćdziesiąt sto stu setki setek dwieście trzysta czterysta pięćset sześćset siedemset osiemset "
        "dziewięćset tysiąc tysiąca tysiące tysięcy milion miliona miliony milionów miliard miliarda miliardy "
        "miliardów połowa połowy połowę pół półtora trzecia ćwierć pierwszy pierwsza pierwsze pierwszego "
        "pierwszej drugi druga drugie drugiego drugiej trzeci trzecie trzeciego czwarty piąty szósty siódmy ósmy "
        "dziewiąty dziesiąty raz dwukrotnie trzykrotnie procent procenta procenty procentów"
    ),
    plain=words(
        "i a ale lub albo oraz w we na z ze do od dla za o po przy pod nad przed między przez u wobec on ona ono "
        "oni one my wy ja ty jego jej ich nasz nasze mój swój ten ta to te ci tego tej tych tamten kto co który "
        "która które którzy kiedy gdy gdzie jak dlaczego jeśli jeżeli żeby aby bo ponieważ więc dlatego także też "
        "jeszcze już tylko nawet tu tutaj tam wtedy teraz dziś dzisiaj wczoraj jutro potem później wcześniej "
        "wszyscy wszystko wszystkie każdy każda wiele wielu kilka kilku niektórzy inni inny więcej mniej prawie "
        "około ponad tak oto jednak natomiast podczas według zgodnie był była było byli są jest będzie trakcie "
        "zdaniem ktoś coś gdzieś kiedyś jakoś zawsze często czasem znów znowu"
    ),
    endings=words("a u owi em iem ie e y i ów om ami ach ą ę o"),
    absent=pattern(
        r"nikt|nikogo|żad(?:en|na|ne|nego|nej)|tylko jed(?:en|na|no)|jedyn(?:y|a|e|ego|ej)|po raz pierwszy"
        r"|pierwszy, który|pierwsza, która"
    ),
    seeker=pattern(r"my|nam|nas|nami|nasz\w*|\w+(?:liśmy|łyśmy)"),
    reported=pattern(
        r"powiedzia(?:ł|ła|eli)|mów(?:i|ią)|pis(?:ze|zą|ał|ała|ali)|nazyw(?:a|ają|ał|ała)"
        r"|poinformowa(?:ł|ła|li)|twierdz(?:i|ą|ił)|oświadczy(?:ł|ła|li)|zaprzecz(?:a|ył|yła)|według|zdaniem"
        r"|uważa|uważają|podaje|podał|podała|podali"
    ),
    ours=re.compile(r"\W*(?:My\b|Nasz\w*\b|(?:Nie )?\w+(?:liśmy|łyśmy)\b)"),
)
