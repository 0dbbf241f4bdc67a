"""Italian."""

from explainer.text.languages.words import Language, words

LANGUAGE = Language(
    negations=words(
        "non no né mai nessuno nessuna nessun niente nulla senza neanche nemmeno neppure mica impossibile nega "
        "negano negò negato smentisce smentiscono smentì smentito"
    ),
    negating=("in", "im", "ir", "il", "non", "dis", "anti"),
    elided="l|un|d|c|s|dell|all|dall|nell|sull|quell|quest",
    numbers=words(
        "zero due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici "
        "diciassette diciotto diciannove venti trenta quaranta cinquanta sessanta settanta ottanta novanta cento "
        "duecento trecento mille mila milione milioni miliardo miliardi decina decine dozzina dozzine centinaio "
        "centinaia migliaio migliaia metà mezzo mezza terzo terzi quarto quarti primo prima secondo seconda terza "
        "quinto"
    ),
    plain=words(
        "il lo la i gli le l' un uno una di a da in con su per tra fra del della dei delle al alla ai alle dal "
        "dalla nel nella sul sulla e ed o ma che chi cui quando dove come se perché mentre egli lei lui loro noi "
        "io tu si suo sua questo questa questi queste quello quella tutti tutto molti alcuni altri anche ancora "
        "già poi dopo prima ora oggi ieri qui così più meno secondo è sono era erano ha hanno qualcuno qualcosa "
        "sempre"
    ),
)
