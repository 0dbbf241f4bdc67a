"""Spanish."""

import re

from explainer.text.languages.words import Language, pattern, words

LANGUAGE = Language(
    negations=words(
        "no ni nunca jamás nadie nada ningún ninguno ninguna ningunos ningunas sin tampoco imposible apenas niega "
        "niegan negó negaron negaba negado desmiente desmienten desmintió desmintieron desmentido rechaza "
        "rechazan rechazó"
    ),
    negating=("in", "im", "ir", "i", "des", "dis", "no", "anti"),
    numbers=words(
        "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis "
        "diecisiete dieciocho diecinueve veinte veintiuno veintiún veintidós veintitrés veinticuatro veinticinco "
        "veintiséis veintisiete veintiocho veintinueve treinta cuarenta cincuenta sesenta setenta ochenta noventa "
        "cien ciento cientos doscientos doscientas trescientos trescientas cuatrocientos cuatrocientas quinientos "
        "quinientas seiscientos seiscientas setecientos setecientas ochocientos ochocientas novecientos "
        "novecientas mil miles millón millones millar millares billón billones docena docenas decena decenas "
        "centenar centenares mitad medio media tercio tercios cuarto cuartos primer primero primera primeros "
        "primeras segundo segunda tercer tercero tercera cuarta quinto quinta sexto sexta séptimo octavo noveno "
        "décimo doble triple"
    ),
    plain=words(
        "el la los las lo un una unos unas de del a al en con por para sobre bajo ante contra desde hasta entre "
        "hacia según tras durante mediante y e o u pero sino porque pues que quien quienes cual cuales cuando "
        "donde como si aunque mientras él ella ellos ellas nosotros yo tú usted ustedes se su sus mi mis tu "
        "nuestro nuestra nuestros este esta esto estos estas ese esa eso esos esas aquel aquella aquellos todo "
        "toda todos todas otro otra otros otras mismo misma mucho muchos muchas poco pocos varios varias algunos "
        "algunas algún cada más menos muy ya aún todavía también además entonces luego después antes ahora hoy "
        "ayer mañana aquí allí así casi cerca es son era eran fue fueron ha han había habían será embargo sr sra "
        "don doña lunes martes miércoles jueves viernes sábado domingo alguien algo siempre veces"
    ),
    absent=pattern(
        r"nadie|ningun[oa]s?|ningún|solo un[oa]?|sólo un[oa]?|un solo|una sola|el único|la única"
        r"|por primera vez|el primero en|la primera en"
    ),
    seeker=pattern(r"nosotr[oa]s|nos|nuestr[oa]s?|\w+(?:amos|emos|imos)"),
    reported=pattern(
        r"di(?:ce|cen|jo|jeron)|escrib(?:e|en|ió)|llam(?:a|an|ó)|afirm(?:a|an|ó)|inform(?:a|an|ó)"
        r"|asegur(?:a|an|ó)|nieg(?:a|an)|negó|declar(?:a|an|ó)|según|cree|creen|sostiene|sostienen"
    ),
    ours=re.compile(r"\W*(?:Nosotr[oa]s\b|Nuestr[oa]s?\b|(?:No |No lo |Lo )?(?:[Hh]emos|\w+(?:amos|emos|imos))\b)"),
)
