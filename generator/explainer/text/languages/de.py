"""German, where every noun has a capital."""

import re

from explainer.text.languages.words import Capitals, Language, pattern, words

_UNIT = "ein|eins|eine|zwei|zwo|drei|vier|fünf|sechs|sieben|acht|neun"
_TEN = "zwanzig|dreißig|dreissig|vierzig|fünfzig|sechzig|siebzig|achtzig|neunzig"
_TEEN = "zehn|elf|zwölf|dreizehn|vierzehn|fünfzehn|sechzehn|siebzehn|achtzehn|neunzehn"
_PART = rf"(?:{_TEEN}|(?:(?:{_UNIT})und)?(?:{_TEN})|{_UNIT}|hundert|tausend|und)"

LANGUAGE = Language(
    capitals=Capitals.NOUNS,
    negations=words(
        "nicht nichts kein keine keinen keinem keiner keines keins keinerlei keineswegs keinesfalls nie niemals "
        "niemand niemanden niemandem niemandes nirgends nirgendwo nirgendwohin ohne weder mitnichten nein kaum "
        "unmöglich bestreitet bestreiten bestritt bestritten leugnet leugnen leugnete dementiert dementieren "
        "dementierte verneint verneinte verweigert verweigerte"
    ),
    negating=("un", "in", "im", "ir", "il", "nicht", "nicht-", "non-", "anti-", "miss", "des", "dis"),
    names=words(
        "afghanistan albanien algerien andorra angola anguilla antarktis argentinien armenien aruba ascension "
        "aserbaidschan australien bahamas bahrain bangladesch barbados belarus belgien belize benin bermuda "
        "bhutan bolivien botsuana bouvetinsel brasilien bulgarien burundi chile china cookinseln curaçao "
        "deutschland dominica dschibuti dänemark ecuador eritrea estland eswatini falklandinseln fidschi finnland "
        "frankreich färöer gabun gambia georgien ghana gibraltar grenada griechenland grönland guadeloupe guam "
        "guatemala guernsey guinea guyana haiti honduras indien indonesien irak iran irland island israel italien "
        "jamaika japan jemen jersey jordanien kaimaninseln kambodscha kamerun kanada kasachstan katar kenia "
        "kirgisistan kiribati kokosinseln kolumbien komoren kosovo kroatien kuba kuwait laos lesotho lettland "
        "libanon liberia libyen liechtenstein litauen luxemburg madagaskar malawi malaysia malediven mali malta "
        "marokko marshallinseln martinique mauretanien mauritius mayotte mexiko mikronesien monaco mongolei "
        "montenegro montserrat mosambik myanmar namibia nauru nepal neukaledonien neuseeland nicaragua "
        "niederlande niger nigeria niue nordkorea nordmazedonien norfolkinsel norwegen oman pakistan palau panama "
        "paraguay peru philippinen pitcairninseln polen portugal ruanda rumänien russland réunion salomonen "
        "sambia samoa schweden schweiz senegal serbien seychellen simbabwe singapur slowakei slowenien somalia "
        "spanien sudan suriname syrien südafrika südkorea südsudan tadschikistan taiwan tansania thailand togo "
        "tokelau tonga tschad tschechien tunesien turkmenistan tuvalu türkei uganda ukraine ungarn uruguay "
        "usbekistan vanuatu vatikanstadt venezuela vietnam weihnachtsinsel westsahara zypern ägypten "
        "äquatorialguinea äthiopien ålandinseln österreich kiew kyjiw moskau berlin wien bremen münchen aachen "
        "essen dresden hamburg köln frankfurt stuttgart zürich bern genf brüssel paris london rom warschau prag "
        "minsk charkiw odessa cherson kreml krim donbass belgorod kursk bayern sachsen hessen thüringen "
        "brandenburg niedersachsen westfalen europa asien afrika amerika usa eu nato uno gaza kairo istanbul "
        "peking"
    ),
    numbers=words(
        "null zwei zwo drei vier fünf sechs sieben acht neun zweier dreier zweien dreien vieren beide beiden "
        "beider hundert hunderte hunderten tausend tausende tausenden million millionen milliarde milliarden "
        "billion billionen dutzend dutzende dutzenden halb halbe halben halber halbes hälfte drittel viertel "
        "fünftel zehntel dreiviertel anderthalb eineinhalb zweieinhalb erste ersten erster erstes erstem zweite "
        "zweiten zweiter zweites dritte dritten dritter drittes vierte vierten fünfte fünften sechste sechsten "
        "siebte siebten achte achten neunte neunten zehnte zehnten einmal zweimal dreimal doppelt prozent mio mrd "
        "tsd"
    ),
    number=re.compile(
        rf"(?:{_PART})*(?:{_TEEN}|{_TEN}|hundert|tausend)(?:{_PART})*(?:ste|sten|ster|stes|te|ten|ter|tes)?"
    ),
    plain=words(
        "der die das den dem des ein eine einen einem einer eines er sie es wir ihr ich du man sein seine seinen "
        "ihre ihren unser mein und oder aber denn doch sondern wenn als ob weil dass da damit bevor nachdem "
        "während in im an am auf aus bei beim bis durch für gegen mit nach seit über um unter von vom vor zu zum "
        "zur zwischen wegen trotz laut auch schon noch nur sehr so dann danach dort hier heute gestern morgen "
        "jetzt nun wer was wo wie wann warum dieser diese dieses diesen diesem jener jene jenes jeder jede jedes "
        "alle allen aller alles viele vielen mehrere einige wenige manche andere anderen solche bereits später "
        "zuvor zudem außerdem allerdings jedoch dabei dafür dagegen darum deshalb trotzdem etwa rund ungefähr "
        "mehr weniger ist war sind waren hat haben hatte hatten wird werden wurde wurden kann können soll sollen "
        "sollte ab ins ans uhr herr herrn frau jemand jemandem jemanden etwas irgendwer irgendwo immer oft "
        "manchmal wieder fast dadurch darauf darin darüber"
    ),
    before_nouns=words(
        "der die das den dem des ein eine einen einem einer eines kein keine keinen keinem keiner keines mein "
        "meine meinen sein seine seinen seinem seiner seines ihr ihre ihren ihrem ihrer ihres unser unsere "
        "unseren dieser diese dieses diesen diesem jener jene jenes jeder jede jedes jeden jedem alle allen aller "
        "viele vielen vieler mehrere mehreren einige einigen wenige wenigen manche andere anderen beide beiden "
        "solche welche am im zum zur vom beim ins ans aufs ohne mehr weniger pro je zwei drei vier fünf sechs "
        "sieben acht neun zehn elf zwölf hundert tausend als zu per"
    ),
    noun=re.compile(
        r".*(?:ung|heit|keit|schaft|tion|ät|nis|nisse|tum|chen|lein|ismus|ment|mente|enz|anz|ei)(?:en)?|.*(?:en|ern|eln)"
    ),
    absent=pattern(
        r"niemand\w*|keine[rsmn]?|kein einzige\w*|nur ein(?:e[rsmn]?)?|nur einmal"
        r"|(?:der|die|das|den|dem) einzige\w*|(?:der|die|das) erste, (?:der|die|das)|zum ersten Mal|erstmals"
        r"|nie zuvor"
    ),
    seeker=pattern(r"wir|uns|unser\w*"),
    reported=pattern(
        r"sag(?:t|te|ten|en)|schr(?:ieb|ieben|eibt|eiben)|nann?te|nennt|nennen|erklär(?:t|te|en|ten)"
        r"|berichte(?:t|te|n|ten)|behaupte(?:t|te|n|ten)|bestreite[tn]|bestritt(?:en)?|melde(?:t|te|n|ten)|laut|zufolge"
        r"|nach Angaben|teilte|meint|meinte"
    ),
    ours=re.compile(r"\W*(?:Wir|Uns|Unser\w*)\b"),
)
