"""Dutch."""

from explainer.text.languages.words import Language, words

LANGUAGE = Language(
    negations=words(
        "niet niets geen nooit niemand nergens noch zonder nee onmogelijk ontkent ontkennen ontkende ontkenden "
        "ontkend weigert weigerde"
    ),
    negating=("on", "in", "im", "ir", "il", "non-", "niet-", "anti", "wan"),
    numbers=words(
        "nul twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien "
        "achttien negentien twintig dertig veertig vijftig zestig zeventig tachtig negentig honderd honderden "
        "duizend duizenden miljoen miljoenen miljard miljarden dozijn half halve helft derde kwart eerste tweede "
        "vierde vijfde procent"
    ),
    plain=words(
        "de het een van in op te aan met voor door naar bij uit over onder tegen tussen na sinds tot en of maar "
        "want dat die dit deze wie wat waar wanneer hoe als omdat terwijl hij zij ze wij we ik jij u zijn haar "
        "hun ons alle alles veel enkele andere ook nog al toen daarna nu vandaag gisteren hier daar zo meer "
        "minder volgens is was waren heeft hebben iemand iets altijd ergens"
    ),
)
